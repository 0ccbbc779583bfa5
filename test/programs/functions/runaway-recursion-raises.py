def forever(n):
    return forever(n + 1) + 1


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __bool__(self):
        return any([Loop()])

    def __str__(self):
        return "%s" % Loop()


def ping(n):
    return pong(n)


def pong(n):
    return ping(n)


for run in (lambda: forever(0), lambda: ping(1), lambda: Loop().a, lambda: bool(Loop()), lambda: str(Loop())):
    try:
        run()
    except RecursionError as error:
        print("RecursionError", str(error).startswith("maximum recursion depth exceeded"))
print(isinstance(RecursionError(), RuntimeError))
