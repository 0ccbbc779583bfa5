# What throw() makes of its arguments, and what delegates that are no generators get.
import warnings
warnings.simplefilter('ignore')


class Taker:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        print('throw', args)
        return 456


def through(iterator):
    result = yield from iterator
    print('result', result)


def attempt(*args, of=Taker):
    g = through(of())
    next(g)
    try:
        print(g.throw(*args))
    except Exception as error:
        print(type(error).__name__, error.args)


def inner():
    try:
        yield 1
    except ValueError as error:
        yield error.args


for args in [(123,), (ZeroDivisionError,), (ValueError, 5), (ValueError, None, None)]:
    attempt(*args)
for args in [(ValueError, None), (ValueError, ValueError(1)), (ValueError, 5), (ValueError, (5, 6)), (ValueError, KeyError(1)),
             (ValueError(7), None, None), (ValueError(7), 8), (int,), (123,), (ValueError, 1, 2)]:
    attempt(*args, of=inner)
