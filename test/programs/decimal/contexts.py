"""Contexts: precision, rounding, traps, flags; other operations."""
from decimal import *
import copy
import decimal
import pickle

a = Decimal("1.10")
with localcontext() as ctx:
    ctx.prec = 5
    print(Decimal(1) / 3)
with localcontext(prec=50, rounding=ROUND_UP): print(Decimal(2) / 3)
print(Decimal(1) / 3)
c = Context(prec=3, rounding=ROUND_HALF_UP, traps=[])
print(c.divide(1, 0), c.create_decimal('3.14159'), c.add(Decimal('1.234'), Decimal('5')), c.flags[DivisionByZero], c)
setcontext(c); print(Decimal('1.005') + 0, getcontext().prec); setcontext(DefaultContext)
print(pickle.loads(pickle.dumps(a)) == a, copy.deepcopy(a) is a, isinstance(a, decimal.Decimal), {Decimal(1): 'x'}[1], bool(Decimal(0)), complex(a))
print(Decimal('1.5').compare(Decimal('2')), Decimal(5).max(7), Decimal('123.456').adjusted(), Decimal('1E+3').to_eng_string(), Decimal('12345E-9').to_eng_string(), Decimal('3').is_zero(), Decimal('1').next_plus(), Decimal('-2').copy_abs(), Decimal('5').fma(2, 3), Decimal('1.25').to_integral_value(), Decimal(10).number_class(), Decimal(25).scaleb(-1))
try: a + 1.5
except TypeError as e: print('TypeError')
s = Decimal(0)
for i in range(1, 200): s += Decimal(1) / i
print(s, Decimal(3) ** 100, Decimal(2) ** -10, Decimal('1.0001') ** 1000)
