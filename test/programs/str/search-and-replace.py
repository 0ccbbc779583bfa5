text = "abracadabra" * 3 + "é日"
for part in ("a", "abra", "", "é", "日", "x", "raabra"):
    print(part, text.find(part), text.rfind(part), text.count(part), part in text, text.startswith(part), text.endswith(part))
    print(text.find(part, 5), text.find(part, -4), text.rfind(part, 0, 10), text.count(part, 3, 20), text.startswith(part, 11))
    print(text.replace(part, "-"), text.replace(part, "日", 2), text.removeprefix(part) == text, text.removesuffix(part) == text)
haystack = "a" * 5000 + "b"
print(haystack.find("a" * 50 + "b"), haystack.rfind("a" * 50 + "b"), haystack.count("aa"), ("a" * 100).find("a" * 101))
