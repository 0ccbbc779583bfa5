for form in ["%s", "%r", "%5s|", "%-5s|", "%.2s", "%d", "%05d", "%+d", "% d", "%x", "%#X", "%#o", "%8.3f", "%-8.2e|", "%g", "%c", "%5c|", "%a"]:
    for value in (5, -17, 2.5, "é", "xyz", True, None):
        try:
            print(form, value, "->", form % value)
        except (TypeError, OverflowError) as e:
            print(form, value, type(e).__name__, e)
print("%s and %s" % ("a", "b"), "%(x)d %(y)s %%" % {"x": 1, "y": [2]}, "%*d|%-*d|%.*f" % (5, 1, 4, 2, 2, 3.14159))
for form, value in [("%s %s", ("a",)), ("%s", ("a", "b")), ("%", 1), ("%q", 1), ("%(a)s", 1), ("abc", 5), ("%*d", ("x", 1))]:
    try:
        print(form % value)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
