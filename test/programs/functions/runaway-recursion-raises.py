def forever(n):
    return forever(n + 1) + 1


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")


def ping(n):
    return pong(n)


def pong(n):
    return ping(n)


for run in (lambda: forever(0), lambda: ping(1), lambda: Loop().a):
    try:
        run()
    except RecursionError as error:
        print("RecursionError", str(error).startswith("maximum recursion depth exceeded"))
print(isinstance(RecursionError(), RuntimeError))
