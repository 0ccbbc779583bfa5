a or b and not c == d | e ^ f & g << h + i * -j ** ~k
-x ** -y ** +z
a < b <= c != d in e not in f is g is not h
(a + b) * (c)
not not a and (b or c) or d
(a if b else c) if d else (lambda: e)
lambda: 1, lambda x, /, y=1, *z, k, l=2, **m: (x, y), lambda *, a: a, lambda *a, **k: k
(x := 1, (y := 2))
f(z := 3, *args, key=1, *more, **kw, other=2)
f(x for x in y)(a)(b=c).d[e][f, g]
a[1:2, ::3, :, 4:, :5, *b, x:y:z, :y:z, x::]
a[*b], a[b,], a[()], a[b := 1]
[], [1], [1, 2,], [*a, b], [[c]]
(), (1,), (1, 2), ((3)), (4,)
{}, {1}, {1, *b}, {1: 2, **c, 3: 4,}
[x for x in y if x if y for z in x], {x for x, in y}, {x: y for x, y in z}, (x async for x in y)
[a for b, *c in d for (e, f) in g]
await_ = None, True, False, ..., __debug__
1 if 2 else 3 if 4 else 5
a.b.c, 1 .real, 1.0.real, "s".join(x)
(
    a +
    b,  # comment
    c \
    .d
)
