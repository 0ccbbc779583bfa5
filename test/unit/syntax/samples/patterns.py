match x:
    case 1 | -2 | 3.5 | -1 + 2j | 3 - 4j: pass
    case 'a' 'b' | b'c' | None | True | False: pass
    case a.b.c | d.e: pass
    case [] | (): pass
    case [a] | (a,) | [a, *_] if a: pass
    case (y): pass
match x, y:
    case a, b: pass
    case a, *rest: pass
    case *_,: pass
    case (a, b) | [b, a] as c: pass
    case ((1 | 2) as d), _: pass
match (x):
    case {}: pass
    case {'a': 1, b.c: d, -1: e, **rest}: pass
    case {'a' 'b': {'c': f}, None: _,}: pass
    case A(): pass
    case A(1, b, c=2, d=e,): pass
    case a.B(C(x=y), [*_]): pass
    case _: pass
