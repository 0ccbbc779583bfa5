d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
del d["a"]
d["a"] = 4
print(d, len(d), list(d), list(d.values()), list(d.items()), "a" in d, d.get("z"), d.get("z", 0), d["b"])
print(d.pop("c"), d.pop("zz", None), d.popitem(), d.setdefault("n", []), d)
d["n"].append(1)
d.update({"x": 1}, y=2)
d.update([("z", 3)])
print(d, d == {"y": 2, "z": 3, "x": 1, "n": [1], "b": 10}, {**d, "b": 0}, d | {"q": 1}, list(reversed(d)))
print({k: v for k, v in zip("abc", range(3))}, dict.fromkeys("ab", 0), dict(a=1, **{"b c": 2}), bool({}))
for bad in (lambda: d["missing"], lambda: {}.popitem(), lambda: {[]: 1}, lambda: {}.pop(3)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
try:
    for key in d:
        d[key + "!"] = 1
except RuntimeError as error:
    print(error)
copy = d.copy()
d.clear()
print(d, len(copy) > 3)
