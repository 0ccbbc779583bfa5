print("abc" < "abd", "Z" < "a", "é" > "z", "a" == "a", "a" != "b", max("hello"), min("hello"), sorted("hello"), list(reversed("abc")), "".join(reversed("abc")))
print("%(a)s-%(b)05.1f" % {"a": 1, "b": 2.25}, "%c%c" % ("a", 98), "%%", "%5s|%-5s|" % ("a", "b"), "%x %X %o %e" % (255, 255, 8, 12345.678))
print("x".join(str(i) for i in range(5)), "-".join(map(str, [1, 2])), " ".join({"k": 1}), "".join(("a", "b")))
print(any(c.isdigit() for c in "ab1"), sum(c == "a" for c in "banana"), "banana".count("an"), "abcabc".rfind("b"), "abc".startswith(("x", "a")), "abc".endswith("bc", 1))
print(*"abc", sep="-")
a, b, *c = "hello"
print(a, b, c, dict(zip("ab", "cd")), set("a"), enumerate("ab").__next__())
print("\x00\x1f\x7f\x80\xa0\xad\u200b\ufeff\U000e0001".__repr__(), '"\''.__repr__(), "it's".__repr__())
print("abc".__len__(), "abc".__contains__("b"), "abc".__add__("d"), str.upper("x"), str.join(",", ["a", "b"]), "a".__eq__("a"), "a".__lt__("b"), "abc".__getitem__(1), "x".__mul__(3), "%s".__mod__("q"), "é".__hash__() == hash("é"))
