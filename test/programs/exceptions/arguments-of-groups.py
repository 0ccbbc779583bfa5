# Arguments of exception groups and of BlockingIOError.
for a in (('g',), ('g', [ValueError()], 3), (), (b'x', [ValueError()]), ('g', 'ab'), ('g', {1: 2}), ('g', iter([ValueError()])), ('g', [ValueError()], )):
    for K in (ExceptionGroup, BaseExceptionGroup):
        try: print(repr(K(*a)))
        except Exception as e: print(type(e).__name__, e)
try: ExceptionGroup(message='m', exceptions=[ValueError()])
except TypeError as e: print(e)
e = BlockingIOError(11, 'a', 5)
print(repr(e), str(e), e.args, e.errno, e.filename)
try: print(*5)
except TypeError as e: print(e)
