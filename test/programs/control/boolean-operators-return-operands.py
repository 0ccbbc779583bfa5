def say(x, value):
    print("say", x, end=" ")
    return value


print(0 or "a", "" or [] or None, 1 and 2, 0 and 1, not "", None or 0, [] and 1, "x" and "y" or "z")
print(say("a", False) or say("b", 5) or say("c", 1))
print(say("a", True) and say("b", 0) and say("c", 1))
print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 0, say("m", 5) < say("n", 3) < say("never", 1), 1 == 1.0 == True)
x = 5
print("big" if x > 3 else "small", "a" if not x else "b" if x == 4 else "c", (x and 3) + (0 or 2))
print(x is None, x is not None, x in (1, 5), x not in [1, 5], not x == 5, not (x and 0))
if (n := len("hello")) > 3 and (m := n * 2):
    print(n, m)
print([y := 1, y ** 2], [last := v for v in range(3)], last)
while (x := x - 2) > 0:
    print(x, end=",")
print()
