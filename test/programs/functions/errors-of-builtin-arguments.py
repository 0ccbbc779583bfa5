def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for call in (
    lambda: "a".join(), lambda: "a".join(1, 2), lambda: [].insert(1), lambda: {}.get(), lambda: str.upper(), lambda: str.upper(5),
    lambda: list.append([], 1, 2), lambda: len(x=1), lambda: isinstance(1), lambda: sorted(), lambda: max(), lambda: range(),
    lambda: "x".split(foo=1), lambda: [].sort(1), lambda: dict(1), lambda: list(1, 2), lambda: bool(1, 2), lambda: float(1, 2),
    lambda: object(1), lambda: type(), lambda: super(), lambda: property(1, 2, 3, 4, 5),
):
    attempt(call)
