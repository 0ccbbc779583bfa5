"""How long functions take. Statements in texts can't be compiled while the program runs."""
import gc
import time
from itertools import repeat as _repeat
__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _nothing():
    pass


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        self.stmt = _callable(stmt, 'stmt')
        self.setup = _callable(setup, 'setup')

    def timeit(self, number=default_number):
        stmt = self.stmt
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            self.setup()
            start = self.timer()
            for _ in _repeat(None, number):
                stmt()
            return self.timer() - start
        finally:
            if was_enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for digit in (1, 2, 5):
                number = digit * scale
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def _callable(given, what):
    if callable(given):
        return given
    if not isinstance(given, str):
        raise ValueError(f'{what} is neither a string nor callable')
    if given.strip() in ('', 'pass'):
        return _nothing
    raise NotImplementedError(f'timeit: {what} is a text, and this compiler has functions only')


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
