class Meta(type):
    def __instancecheck__(cls, inst): return hasattr(inst, 'quack')
class Duck(metaclass=Meta): pass
class Q: quack = 1
print(isinstance(Q(), Duck), isinstance(3, Duck))
class Num:
    def __init__(s, v): s.v = v
    def __add__(s, o): return NotImplemented
    def __eq__(s, o): return NotImplemented
    def __lt__(s, o): return NotImplemented
try: Num(1) + Num(2)
except TypeError as e: print(e)
print(Num(1) == Num(1), Num(1) != Num(1))
try: Num(1) < Num(2)
except TypeError as e: print(e)
class Inc:
    def __iadd__(s, o): return 5
x = Inc(); x += 1; print(x)
class Ctx:
    def __enter__(self): return 1
try:
    with Ctx(): pass
except TypeError as e: print(e)
try:
    with 5: pass
except TypeError as e: print(e)
class L:
    def __len__(s): return -1
try: len(L())
except ValueError as e: print(e)
class L2:
    def __len__(s): return 'a'
try: len(L2())
except TypeError as e: print(e)
class B:
    def __bool__(s): return 1
try: bool(B())
except TypeError as e: print(e)
class R:
    def __repr__(s): return 5
try: repr(R())
except TypeError as e: print(e)
class S:
    def __str__(s): return None
try: str(S())
except TypeError as e: print(e)
class H:
    def __hash__(s): return 'a'
try: hash(H())
except TypeError as e: print(e)
class I:
    def __iter__(s): return 5
try: iter(I())
except TypeError as e: print(e)
class X:
    def __index__(s): return 'a'
try: [1][X()]
except TypeError as e: print(e)
class C:
    def __contains__(s, x): return 'yes'
print(1 in C())
class F:
    def __format__(s, f): return 5
try: f'{F()}'
except TypeError as e: print(e)
class Call:
    def __call__(self, *args, **kw): return args, kw
print(Call()(1, 2, a=3), list(map(Call(), [1])))
class Del:
    def __getitem__(s, i): return i
try: del Del()[0]
except TypeError as e: print(e)
try: Del()[0] = 1
except TypeError as e: print(e)
class Cmp:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __repr__(s): return f'C{s.v}'
print(sorted([Cmp(3), Cmp(1)]), min(Cmp(2), Cmp(1)), max([Cmp(2), Cmp(5)]))
class Str(str):
    def __eq__(s, o): return True
    def __hash__(s): return 1
print(Str('a') == 'b', {Str('x'): 1}, Str('abc').upper(), type(Str('a') + 'b').__name__)
class D(dict):
    def __missing__(s, k): return k * 2
d = D(a=1); print(d['a'], d['zz'], d.get('q'), d)
class Lst(list):
    def append(s, x): super().append(x * 2)
l = Lst([1]); l.append(5); print(l, l + [1], type(l + [1]).__name__, l[0:1], len(l))
class FloatSub(float): pass
print(FloatSub(1.5) + 1, type(FloatSub(1.5) + 1).__name__, FloatSub(2.5).is_integer())
class E(Exception): pass
class E2(E):
    def __init__(s, *a, code=5): super().__init__(*a); s.code = code
try: raise E2('m', code=7)
except E as e: print(e, e.code, e.args, type(e).__mro__[1].__name__)
import operator
print(operator.index(5), operator.add(1, 2), operator.itemgetter(1)([1, 2]), operator.attrgetter('real')(5), operator.methodcaller('upper')('a'))
print([c.__name__ for c in type.__mro__], type.mro(bool))


import sys, math
class Checker(object):
    def __init__(self, ok): self.ok = ok
    def __getattribute__(self, attr):
        ok = object.__getattribute__(self, 'ok')
        if attr not in ok:
            raise AssertionError("__getattribute__ called with {0}".format(attr))
        return object.__getattribute__(self, attr)
    def __getattr__(self, attr): raise AssertionError('getattr ' + attr)
class SD:
    def __init__(self, impl): self.impl = impl
    def __get__(self, obj, owner):
        record.append(1)
        return self.impl.__get__(obj, owner)
class My(Exception): pass
class ErrDescr(object):
    def __get__(self, obj, owner): raise My
def run_context(m):
    with m: pass
def iden(self): return self
def swallow(*a): pass
def do_missing(checker):
    class DictSub(checker.__class__, dict): pass
    print(DictSub({'ok'})["hi"])
specials = [('__reversed__', reversed, lambda self: [], set(), {}),
 ('__length_hint__', list, lambda self: 0, set(), {'__iter__': iden, '__next__': lambda self: (_ for _ in ()).throw(StopIteration) if 0 else next(iter(()))}),
 ('__missing__', do_missing, lambda self, k: 4, {'__class__'}, {}),
 ("__enter__", run_context, iden, set(), {"__exit__" : swallow}),
 ("__exit__", run_context, swallow, set(), {"__enter__" : iden}),
 ('__complex__', complex, lambda self: 1j, set(), {}),
 ('__format__', format, lambda self, s: 'hello', set(), {}),
 ('__trunc__', int, lambda self: 0, set(), {}),
 ('__dir__', dir, lambda self: [], set(), {}),
 ('__round__', round, lambda self: 0, set(), {}),
 ('__bytes__', bytes, lambda self: b'a', set(), {}),
 ('__sizeof__', sys.getsizeof, lambda self: 0, set(), {}),
 ('__instancecheck__', lambda o: isinstance(int, o), lambda self, t: True, set(), {}),
 ('__subclasscheck__', lambda o: issubclass(int, o), lambda self, t: True, {'__bases__'}, {}),
 ('__floor__', math.floor, lambda self: 0, set(), {}),
 ('__ceil__', math.ceil, lambda self: 0, set(), {}),
]
for name, runner, impl, ok, env in specials:
    class Checked(Checker): pass
    for a, o in env.items(): setattr(Checked, a, o)
    setattr(Checked, name, impl)
    try: runner(Checked(ok)); print('ran', name)
    except BaseException as e: print(name, type(e), e)
    record = []
    class Checked(Checker): pass
    for a, o in env.items(): setattr(Checked, a, o)
    setattr(Checked, name, SD(impl))
    try: runner(Checked(ok)); print('ran', name)
    except BaseException as e: print(name, type(e), e)
    print(record)
    class Checked(Checker): pass
    for a, o in env.items(): setattr(Checked, a, o)
    setattr(Checked, name, ErrDescr())
    try: runner(Checked(ok)); print('ran', name)
    except BaseException as e: print(name, type(e), e)


class SizedA:
    def __sizeof__(self): return 1000
class SizedB:
    def __sizeof__(self): return 'x'
class SizedC:
    def __sizeof__(self): return -5
class SizedD: 
    def __sizeof__(self): raise KeyError(3)
class SizedE(list):
    def __sizeof__(self): return 5
for c in SizedA, SizedB, SizedC, SizedD, SizedE:
    try: print(sys.getsizeof(c()) - 16)
    except Exception as e: print(type(e), e)
    try: print(sys.getsizeof(c(), 7))
    except Exception as e: print(type(e), e)


class Absent:
    """What a descriptor refuses to give is missing, or its error comes out: it depends on the method."""

    def refuse(self):
        raise AttributeError('refused')

    __eq__ = __lt__ = __hash__ = __repr__ = __iter__ = __len__ = __add__ = __bool__ = property(refuse)


absent = Absent()
for ask in (lambda: absent == absent, lambda: absent == 1, lambda: absent < 1, lambda: hash(absent), lambda: 'Absent object' in repr(absent), lambda: list(absent),
            lambda: len(absent), lambda: absent + 1, lambda: bool(absent)):
    try:
        print(ask())
    except Exception as error:
        print(type(error).__name__, error)
for sequence in ([1], (1,), 'a', b'a', bytearray(b'a')):
    for name in ('__add__', '__mul__', '__rmul__'):
        try:
            print(getattr(sequence, name)(None))
        except TypeError as error:
            print(error)
