f = lambda: (yield 1)
g = f(); print(next(g))
try: g.send(2)
except StopIteration as e: print(e.value)
def h():
    try: raise KeyError('a')
    except Exception: yield
g = h(); g.send(None)
try: g.throw(ValueError)
except ValueError as e: print(repr(e.__context__))
def k():
    while True:
        try: print('got', (yield))
        except ValueError as v: print('caught', v)
g = k(); next(g)
g.throw(ValueError, ValueError(1))
try: g.throw(ValueError(1), 'foo')
except TypeError as e: print(e)
g = k(); next(g)
g.throw(ValueError, TypeError(1))
g.throw(ValueError, (1, 2))
try: g.throw(ValueError, 'foo', 23)
except TypeError as e: print(e)
