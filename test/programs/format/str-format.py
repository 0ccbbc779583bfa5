class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
p = Point(3, [4, {"k": "v"}])
forms = ["{}{}", "{0}{1}{0}", "{a} {0.x} {0.y[0]} {0.y[1][k]}", "{0.x:>5}|{0.y!r:^30}|", "{:{a}}|{:>{a}}", "{{}} {{{}}}", "{0.z}", "{2}", "{b}", "{", "}", "{}{0}", "{0}{}", "{!x}", "{0[}", "{:{:{}}}", "{0.y[9]}", "{a!r:*^10}"]
for form in forms:
    try:
        print(form, "->", form.format(p if "x" in form or "y" in form or "z" in form else 7, "s", a=6))
    except Exception as e:
        print(form, type(e).__name__, e)
print("{a} {b[x]}".format_map({"a": 1, "b": {"x": 2}}), format(3.14159, ".3"), format("x", "^5"), format(True), format(10, "b"))
