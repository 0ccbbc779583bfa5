"""Options of data classes and fields; fields that the program asks for."""
from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, make_dataclass, KW_ONLY, InitVar


def t(n, *fs):
    for i, f in enumerate(fs):
        try:
            r = f()
        except Exception as e:
            r = (type(e).__name__, str(e))
        print(n, i, repr(r))


@dataclass
class KW:
    x: float
    _: KW_ONLY
    y: float = 0
    z: float = field(kw_only=False, default=4)
@dataclass(kw_only=True)
class KW2:
    a: int = 1
    b: int
t('KW', lambda: KW(1, 3), lambda: KW(1, 2, y=5), lambda: KW(1,2,3), lambda: KW2(b=1), lambda: KW2(1), lambda: KW2(), lambda: KW2(b=1, a=2) == KW2(a=2, b=1))
@dataclass
class IV:
    i: int
    j: int = None
    db: InitVar[str] = None
    other_: InitVar[int] = 3
    def __post_init__(self, db, o):
        if self.j is None and db is not None: self.j = db + str(o)
t('IV', lambda: IV(1, db='x'), lambda: IV(1, 2, 'q', 5), lambda: IV.db, lambda: IV(1).db)
@dataclass(slots=True)
class S:
    a: int
    b: int = 3
    c: list = field(default_factory=list)
    def m(self): return self.a + self.b
t('S', lambda: S(1), lambda: S(1).m(), lambda: setattr(S(1), 'z', 1), lambda: S(1).__dict__, lambda: S.__slots__, lambda: S.b.__class__.__name__, lambda: S(1) == S(1))
@dataclass(repr=False, eq=False)
class N:
    a: int
    def __repr__(self): return 'custom'
    def __eq__(self, o): return self.a == o.a
    def __hash__(self): return 5
t('N', lambda: N(1), lambda: N(1) == N(1), lambda: hash(N(1)))
@dataclass
class H:
    a: int
    def __hash__(self): return 6
    def __eq__(self, o): return True
t('H', lambda: hash(H(1)), lambda: H(1) == H(2))
@dataclass(unsafe_hash=True)
class UH: a: int = 0; b: str = field(default='', hash=False)
t('UH', lambda: hash(UH(1,'a')) == hash(UH(1,'b')))
@dataclass(init=False)
class NI:
    a: int = 3
    def __init__(self, z): self.a = z
t('NI', lambda: NI(4), lambda: NI())
@dataclass
class NotInit:
    a: int
    b: int = field(init=False)
    c: int = field(init=False, default=5)
    e: list = field(init=False, default_factory=list)
    def __post_init__(self): self.b = self.a * 2
t('NIt', lambda: NotInit(2), lambda: NotInit(2, 3))
t('meta', lambda: [(f.name, f.type, f.init, f.repr, f.hash, f.compare, f.kw_only) for f in fields(UH)], lambda: asdict(UH(1)),
  lambda: astuple(KW(1, 2)), lambda: replace(UH(1), a=5), lambda: is_dataclass(H), lambda: is_dataclass(5), lambda: fields(5), lambda: asdict(H),
  lambda: replace(IV(1), i=4), lambda: replace(NotInit(1), b=3), lambda: make_dataclass('M', ['x', ('y', int, 4)], bases=(N,))(1, 2).x,
  lambda: fields(NotInit)[3].default_factory is list, lambda: UH.__dataclass_params__.eq, lambda: asdict(S(1)), lambda: [f.name for f in fields(S)])


class Converting:
    def __init__(self, default):
        self._default = default

    def __set_name__(self, owner, name):
        self._name = '_' + name

    def __get__(self, obj, type):
        return self._default if obj is None else getattr(obj, self._name, self._default)

    def __set__(self, obj, value):
        setattr(obj, self._name, int(value))


@dataclass
class Item:
    quantity: Converting = Converting(default=100)


item = Item()
print(item.quantity)
item.quantity = 2.5
print(item.quantity, Item(3.7).quantity)
