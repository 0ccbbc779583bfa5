def twice(fn):
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs) + fn(*args, **kwargs)

    return wrapper


def times(n):
    def decorate(fn):
        return lambda *args: fn(*args) * n

    return decorate


@twice
def one():
    return 1


@times(3)
@twice
def add(a, b):
    return a + b


memo = {}


def memoize(fn):
    def inner(n):
        if n not in memo:
            memo[n] = fn(n)
        return memo[n]

    return inner


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(one(), add(1, 2), fib(90), len(memo), add.__name__, one.__name__)
