# Names that errors give to classes which are C types in CPython; attributes of partial objects
from datetime import date, datetime, time, timedelta, timezone
from functools import partial
import gc
for f in (lambda: date(2020, 1, 1) + 1, lambda: datetime(2020, 1, 1) < 3, lambda: timedelta(1) + 'x', lambda: time(1).nothing, lambda: date.nothing, lambda: [] + timezone.utc):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(e)
print(date.__name__, datetime.__qualname__, timedelta, type(time(1)).__name__, repr(timezone), timedelta.__module__)
class Day(date): pass
print(Day.__name__, Day, repr(Day(2020, 1, 2)))
p = partial(int, base=2)
p.__doc__ = 'binary'
p.other = [p]
print(p.__doc__, p.__dict__ == {'__doc__': 'binary', 'other': [p]}, p('101'), hasattr(p, 'nope'))
del p.other
try:
    del p.other
except AttributeError as e:
    print('AttributeError')
print(p.__dict__, vars(p), p.func)
class Sub(partial): pass
s = Sub(max, 3)
s.x = 1
print(s(1, 2), s.x, s.func)
print(gc.is_tracked({}), gc.is_tracked(()), gc.is_tracked((1, [])), gc.is_tracked({1: 2}), gc.is_tracked({1: {}}), gc.is_tracked({1: ()}))
from decimal import Context, Decimal
for f in (lambda: Decimal(1) + 1.5, lambda: Decimal(1).nothing, lambda: Decimal('1') < 'x', lambda: [][Decimal(1)]):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(e)
print(Decimal.__name__, Decimal, repr(Decimal(1)))
