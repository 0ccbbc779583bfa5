# Standard error holds the traceback; the exit status is 1.
class Broken(Exception):
    """Ours."""


def inner(x):
    if x == 0:
        raise Broken("at the bottom", x)
    return inner(x - 1)


def outer():
    try:
        inner(2)
    except Broken as error:
        raise ValueError("on the way") from error


print("before")
outer()
print("never")
