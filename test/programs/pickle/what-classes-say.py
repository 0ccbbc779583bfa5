"""__getstate__, __setstate__, __reduce__, __slots__, __getnewargs__, persistent ids; what can't be pickled; bad data."""
import copy
import copyreg
import io
import pickle


class Slots:
    __slots__ = 'a', '__b'

    def __init__(self):
        self.a, self.__b = 1, [2]

    def b(self):
        return self.__b


class Two(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class Cached:
    def __init__(self):
        self.k, self.cache = 5, object()

    def __getstate__(self):
        return {'k': self.k}

    def __setstate__(self, state):
        self.__dict__.update(state, cache=None)


class Reduced:
    def __reduce__(self):
        return Cached, (), {'k': 3}


class Saver(pickle.Pickler):
    def persistent_id(self, obj):
        return 'io' if obj is io else None


class Loader(pickle.Unpickler):
    persistent_load = staticmethod(lambda name: io if name == 'io' else None)


for protocol in range(6):
    for make in (Slots, Cached, Reduced, lambda: Two(1, 2)):
        try:
            y = pickle.loads(pickle.dumps(make(), protocol))
            print(type(y).__name__, y.b() if make is Slots else getattr(y, 'k', y))
        except TypeError as e:
            print(e)
for bad in (lambda: 1, (i for i in []), pickle):
    try:
        pickle.dumps(bad)
    except Exception as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])
for bad in (b'', b'garbage', b'\x80\x04K', b'\x80\x09.', b'.'):
    try:
        pickle.loads(bad)
    except Exception as e:
        print(type(e).__name__, e)
print(pickle.loads(b"(dp0\nS'a'\np1\nI1\nsS'b'\np2\n(lp3\nI2\naI3\nas."))
file = io.BytesIO()
Saver(file, 2).dump([io, 1])
print(Loader(io.BytesIO(file.getvalue())).load()[0] is io)
print(object().__reduce_ex__(4)[1:], Cached().__reduce_ex__(2)[2], copyreg.__newobj__(list), copy.copy(slice(1, 2)), copy.deepcopy(slice([1], 2)))


for error in OSError(2, 'gone', 'file.txt'), OSError(2, 'gone', 'one', None, 'two'), OSError('only'):
    again = pickle.loads(pickle.dumps(error))
    print(repr(again), again, again.filename, again.filename2, again.args)
