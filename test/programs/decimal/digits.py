# Digits as truth values, and the operations of contexts
from decimal import Context, Decimal, InvalidOperation, getcontext

a, b = Decimal('1101'), Decimal('1011')
print(a.logical_and(b), a.logical_or(b), a.logical_xor(b), a.logical_invert(), Decimal(0).logical_invert(Context(prec=3)))
print(Decimal('1' * 30).logical_or(0), Decimal('10').logical_and(11))
for wrong in (lambda: Decimal('12').logical_and(a), lambda: a.logical_or(Decimal('-1')), lambda: Decimal('1e1').logical_invert(), lambda: Decimal('NaN').logical_xor(a)):
    try:
        print(wrong())
    except InvalidOperation as e:
        print(e)
c = Context(prec=4)
for name in ('compare_signal', 'compare_total', 'compare_total_mag', 'logical_and', 'logical_or', 'logical_xor', 'max_mag', 'min_mag', 'next_toward', 'remainder_near',
             'rotate', 'shift', 'same_quantum', 'copy_sign'):
    print(name, getattr(c, name)(Decimal(1101), 1), getattr(c, name)(1, Decimal('1')))
for name in ('logical_invert', 'is_normal', 'is_subnormal', 'copy_abs', 'copy_negate', 'is_finite', 'is_infinite', 'is_nan', 'is_qnan', 'is_snan', 'is_signed', 'is_zero',
             'copy_decimal', 'to_integral'):
    print(name, getattr(c, name)(Decimal(101)))
print(c.canonical(Decimal('1.0')), c.is_canonical(a))
for text in ('1e9999999999999999999', '0e9999999999999999999', '1e-9999999999999999999', '1e999999999999999999', '-1E-1999999999999999997'):
    try:
        print(repr(Decimal(text)))
    except InvalidOperation as e:
        print(text, e)
getcontext().traps[InvalidOperation] = False
print(Decimal('1e9999999999999999999'), Decimal('x'))
