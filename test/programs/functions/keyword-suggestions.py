# Keywords that a built-in function lacks: the nearest of those that it has.
calls = [lambda: print(1, zep=2), lambda: [].sort(kesy=1), lambda: sorted([], revers=1), lambda: 'a'.split(se=1), lambda: int('1', bas=3)]
calls += [lambda: sum([1], stat=3), lambda: enumerate([], star=1), lambda: enumerate([], start=1, x=2), lambda: print(1, qqqqqqq=2), lambda: zip([], stric=1)]
for call in calls:
    try:
        call()
    except TypeError as error:
        print(error)
