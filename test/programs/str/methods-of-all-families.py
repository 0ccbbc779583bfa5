t = str.maketrans("abc", "xyz", "d")
print("abcd".translate(t), "abc".translate({97: None, 98: "BB"}), sorted(t.items(), key=str))
print(" a b ".split(), "a,b,,c".split(","), "a b c".rsplit(None, 1), "l1\nl2\r\nl3".splitlines(), "k=v=w".partition("="), "k=v=w".rpartition("="))
print("Title Case".istitle(), "abc".isidentifier(), "x".center(5, "*"), "5".zfill(3), "-5".zfill(4), "a\tb".expandtabs(4), "TeSt".swapcase(), "ß".upper(), "ΑΣ".lower(), "ﬁ".title())
