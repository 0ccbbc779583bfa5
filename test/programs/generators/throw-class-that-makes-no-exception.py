class E(Exception):
    def __new__(cls, *args, **kwargs):
        return cls
def boring():
    yield
g = boring()
try: g.throw(E)
except TypeError as e: print(e)
try: next(g)
except StopIteration: print('stop')
def gen():
    try: yield
    except TypeError as e: print(e)
g = gen(); next(g)
try: g.throw(E)
except StopIteration: print('stop')
