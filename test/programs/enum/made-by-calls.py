import enum
for f in (lambda: enum.Enum('x'), lambda: enum.Enum('x', type=int), lambda: list(enum.Enum('x', ())), lambda: enum.IntEnum('q'), lambda: enum.Enum('M', 'a b', module='here', qualname='Outer.M').a):
    try:
        made = f()
        print(repr(made), type(made).__module__, type(made).__qualname__)
    except Exception as e:
        print(type(e).__name__, e)
