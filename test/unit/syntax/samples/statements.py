from __future__ import annotations
import a, b.c, d.e as f
from . import g
from .h import i as j, k
from ... import (l, m as n,)
from ....o.p import *
x = 1; y = 2;
x = y = z = *a, b
[x, (y, *z)], w = v
x.y, x[0] = 1, 2
(x) = (y)
(a), (b) = c
x += 1; x -= 1; x *= 1; x /= 1; x //= 1; x %= 1; x **= 1; x @= 1; x &= 1; x |= 1; x ^= 1; x <<= 1; x >>= 1
x.y += a, b
v: int
v: int = 3
(v): int = 3
v.w: int = a, b
v[0]: int
del a, b.c, d[0], (e, f), [g]
del (a)
del (b, c)
assert a
assert a, 'message'
raise
raise a
raise a from b
pass
global g1, g2
if a: pass
elif b: pass; pass;
elif (c): pass
else: pass
while a:
    break
else:
    pass
while (b := a):
    continue
for a in b: pass
for a, *b in c, *d:
    pass
else:
    pass
for (x, y), z[0], w.v in ():
    pass
for x, in y: pass
with a: pass
with a as b, c as (d, e), f: pass
with (a as b, c,): pass
with (a, b): pass
with (a), (b): pass
with (a): pass
with (a, b) as c: pass
with (*a, b): pass
with (a).b as c.d: pass
with (yield_ := a): pass
with (): pass
with (a for a in b) as c: pass
try:
    pass
except: pass
try:
    pass
except A:
    pass
except (B, C) as d:
    pass
else:
    pass
finally:
    pass
try:
    pass
finally:
    pass
try:
    pass
except* A:
    pass
except* B as c:
    pass
type X = int
type Y[T: int, *Ts, **P] = dict[T, *Ts]
type = match = case = _ = 1
type.x, match.x, case.x
match[type]
match(case)
match * case
print(type)
