for bad in ("abc"[1:2] + "é", "日本語", "😀x"):
    print(bad, len(bad), bad[::-1], bad.encode(), ascii(bad), repr(bad))
for ch in "aé日😀":
    print(ch, ord(ch), chr(ord(ch)) == ch, ch.isalpha(), sep=",", end=";")
print()
