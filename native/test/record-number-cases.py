"""Makes number cases for test-numbers.c: python3 record-number-cases.py SEED FAMILY=COUNT... > number-cases.txt

Random Python expressions are translated into postfix programs; a line holds the program, what CPython prints, and the expression.
number-cases.txt was made with: 1 ints=300 big=10 floats=300 complex=100 text=200 format=300 errors=200 math=300
"""
import ast
import math
import random
import sys
import warnings

BINARY = [ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.LShift, ast.RShift, ast.BitAnd, ast.BitOr, ast.BitXor, ast.MatMult]
COMPARE = [ast.Lt, ast.LtE, ast.Eq, ast.NotEq, ast.Gt, ast.GtE]


def constant(value):
    if value is None or isinstance(value, bool):
        return ["N" if value is None else "T" if value else "K"]
    if isinstance(value, int):
        return [f"I:{value}"]
    if isinstance(value, float):
        return [f"F:{value.hex()}"]
    if isinstance(value, complex):
        return [f"C:{value.real.hex()},{value.imag.hex()}"]
    return ["S:" + value.encode("utf-8").hex()]


def words(node):
    match node:
        case ast.Constant(value):
            return constant(value)
        case ast.UnaryOp(ast.USub(), ast.Constant(value)) if isinstance(value, (int, float)) and not isinstance(value, bool):
            return constant(-value)
        case ast.Name(name):
            return {"inf": ["F:inf"], "nan": ["F:nan"]}[name]
        case ast.UnaryOp(op, operand):
            return words(operand) + [{ast.USub: "u:-", ast.UAdd: "u:+", ast.Invert: "u:~"}[type(op)]]
        case ast.BinOp(left, op, right):
            return words(left) + words(right) + [f"b:{BINARY.index(type(op))}"]
        case ast.Compare(left, [op], [right]):
            return words(left) + words(right) + [f"q:{COMPARE.index(type(op))}"]
        case ast.Tuple(items) | ast.List(items):
            return [word for item in items for word in words(item)] + [("t:" if isinstance(node, ast.Tuple) else "l:") + f"/{len(items)}"]
        case ast.Call(ast.Attribute(ast.Name("math"), name), args):
            return [word for arg in args for word in words(arg)] + [f"f:{name}/{len(args)}"]
        case ast.Call(ast.Attribute(value, name), args):
            return words(value) + [word for arg in args for word in words(arg)] + [f"m:{name}/{len(args)}"]
        case ast.Call(ast.Name(name), args):
            return [word for arg in args for word in words(arg)] + [f"c:{name}/{len(args)}"]
        case ast.Attribute(ast.Name("math"), name):
            return [f"v:{name}"]
        case ast.Attribute(value, name):
            return words(value) + [f"g:{name}"]
    raise ValueError(ast.dump(node))


def answer(text):
    sys.set_int_max_str_digits(0)
    code = compile(text, "case", "eval")
    sys.set_int_max_str_digits(4300)
    try:
        return repr(eval(code, {"math": math, "inf": math.inf, "nan": math.nan}))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


# ---- random operands ----
def edge_int():
    base = random.choice([0, 1, 2, 3, 7, 10, 2**31, 2**32, 2**53, 2**61, 2**61 - 1, 2**62, 2**63, 2**64, 2**65, 2**126, 2**127, 2**128, 10**18, 10**19, 10**20])
    return random.choice([1, -1]) * (base + random.randint(-2, 2))


def random_int(bits=None):
    if bits is None:
        bits = random.choice([3, 8, 31, 62, 63, 64, 65, 100, 128, 192, 256, 500, 1000, 3000])
    return random.choice([1, -1]) * random.getrandbits(bits)


def any_int():
    return random.choice([edge_int, edge_int, random_int])()


def edge_float():
    return random.choice([0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, 1e16, 1e15, 123456789.0, 1e22, 1e23, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 2.0**53, 2.0**62, 2.0**63, 2.0**64, math.inf, -math.inf, math.nan, 0.1, 1 / 3, math.pi, 2.0**-44, 9007199254740993.0])


def random_float():
    kind = random.randrange(5)
    if kind == 0:
        return random.uniform(-10, 10)
    if kind == 1:
        return random.choice([1, -1]) * random.random() * 10.0 ** random.randint(-300, 300)
    if kind == 2:
        return float(random.randint(-1000, 1000))
    if kind == 3:
        return round(random.uniform(-1000, 1000), random.randint(0, 4))
    return random.choice([1, -1]) * 2.0 ** random.randint(-1074, 1023)


def any_float():
    return random.choice([edge_float, random_float, random_float])()


def any_number():
    return random.choice([any_int, any_float, lambda: random.choice([True, False])])()


def lit(value):
    return f"({value!r})"


def small():
    return random.randint(-20, 200)


OPERATORS = ["+", "-", "*", "/", "//", "%", "&", "|", "^"]


def ints():
    a, b = lit(any_int()), lit(any_int())
    kind = random.randrange(14)
    if kind < 6:
        return f"{a} {random.choice(OPERATORS)} {b}"
    if kind == 6:
        return f"{a} {random.choice(['<<', '>>'])} {lit(small())}"
    if kind == 7:
        return f"{lit(random.choice([any_int(), small()]))} ** {lit(random.randint(-3, 40))}"
    if kind == 8:
        return f"{a} {random.choice(['<', '<=', '==', '!=', '>', '>='])} {b}"
    if kind == 9:
        return f"pow({a}, {lit(random.choice([small(), any_int()]))}, {b})"
    if kind == 10:
        return f"{random.choice(['-', '+', '~'])}{a}"
    if kind == 11:
        return f"{random.choice(['abs', 'bin', 'oct', 'hex', 'str', 'hash', 'float', 'bool', 'int', 'repr'])}({a})"
    if kind == 12:
        return f"divmod({a}, {b})"
    return random.choice([
        f"{a}.bit_length()", f"{a}.bit_count()", f"round({a}, {lit(random.randint(-30, 3))})", f"{a}.to_bytes({random.randint(0, 40)}, 'big', True)",
        f"{a}.to_bytes({random.randint(0, 40)}, {random.choice(['big', 'little'])!r})", f"{a}.as_integer_ratio()", f"{a}.numerator", f"{a}.imag", f"{a}.conjugate()"])


def big_ints():
    def big():
        return random_int(random.choice([1500, 2000, 4000, 8000, 14000]))
    a, b = big(), big()
    kind = random.randrange(6)
    if kind == 0:
        return f"{lit(a)} * {lit(b)} % {2**89 - 1}"
    if kind == 1:
        return f"{lit(a * b + big())} {random.choice(['//', '%'])} {lit(b)} % {2**89 - 1}" if b else "0"
    if kind == 2:
        return f"{lit(a)} / {lit(random.choice([b, a + random_int(100), random_int(10)]))}"
    if kind == 3:
        c = a * random.choice([1, -1]) + random.choice([0, 1])
        return f"({lit(a)} {random.choice(OPERATORS[:3] + OPERATORS[4:])} {lit(c)})"
    if kind == 4:
        return f"int({str(a)!r}) == {lit(a)}"
    return f"pow({lit(a)}, {abs(random_int(64))}, {lit(random_int(300))})"


def floats():
    a, b = lit(any_number()), lit(any_float())
    if random.random() < 0.5:
        a, b = b, a
    kind = random.randrange(12)
    if kind < 4:
        return f"{a} {random.choice(['+', '-', '*', '/', '//', '%'])} {b}"
    if kind == 4:
        return f"{a} ** {b}"
    if kind == 5:
        return f"{a} {random.choice(['<', '<=', '==', '!=', '>', '>='])} {b}"
    if kind == 6:
        return f"divmod({a}, {b})"
    x = lit(any_float())
    if kind == 7:
        return random.choice([f"repr({x})", f"round({x})", f"round({x}, {lit(random.randint(-20, 20))})", f"int({x})", f"bool({x})"])
    if kind == 8:
        return random.choice([f"{x}.hex()", f"{x}.is_integer()", f"{x}.as_integer_ratio()", f"{x}.__floor__()", f"{x}.__ceil__()", f"{x}.__trunc__()"])
    if kind == 9:
        return f"float({x}.hex())" if random.random() < 0.1 else f"float({str(any_float())!r})"
    if kind == 10:
        text = "".join(random.choice("0123456789.e_+- ") for _ in range(random.randint(1, 8)))
        return f"float({text!r})"
    y = any_float()
    return f"hash({lit(y)})" if not math.isnan(y) else "hash(inf)"


def complexes():
    def c():
        z = complex(random.choice([any_float, small])(), random.choice([any_float, small])())
        return f"complex({lit(z.real)}, {lit(z.imag)})"
    kind = random.randrange(6)
    if kind < 2:
        return f"{c()} {random.choice(['+', '-', '*', '/', '=='])} {random.choice([c(), lit(any_number())])}"
    if kind == 2:
        return f"{c()} ** {random.choice([lit(random.randint(-5, 12)), lit(random.uniform(-3, 3)), c()])}"
    if kind == 3:
        return random.choice([f"abs({c()})", f"repr({c()})", f"{c()}.conjugate()", f"-{c()}", f"{c()}.real"])
    if kind == 4:
        text = "".join(random.choice("0123456789.ejJ+-() ") for _ in range(random.randint(1, 8)))
        return f"complex({text!r})"
    return f"{lit(any_number())} {random.choice(['+', '-', '*', '/'])} {c()}"


def texts():
    def digits(base):
        alphabet = "0123456789abcdefghijklmnopqrstuvwxyz"[:base]
        return "".join(random.choice(alphabet) for _ in range(random.choice([1, 5, 18, 19, 20, 60, 300])))
    kind = random.randrange(4)
    base = random.randint(2, 36)
    if kind == 0:
        return f"int({random.choice(['', '-', ' +', '0x', '-0b', '0o', ' '])  + digits(base) + random.choice(['', ' ', '_', '1_0', 'z'])!r}, {random.choice([base, base, 0, 16, 2, 8, 10, 37, 1])})"
    if kind == 1:
        text = "".join(random.choice("0123456789_-+ xobabc٣١") for _ in range(random.randint(1, 10)))
        return f"int({text!r}, {random.choice([0, 10, 16, 2, 8])})"
    if kind == 2:
        return f"int({digits(10) * random.choice([1, 5, 13])!r})"
    return f"int({str(any_int())!r})"


def formats():
    spec = ""
    if random.random() < 0.4:
        spec += random.choice(["", "*", "0", "é", " "]) + random.choice("<>=^")
    spec += random.choice(["", "", "+", "-", " "]) + random.choice(["", "", "", "z"]) + random.choice(["", "", "#"]) + random.choice(["", "", "0"])
    spec += random.choice(["", "", "5", "12", "30"]) + random.choice(["", "", ",", "_"]) + random.choice(["", "", ".0", ".1", ".3", ".10", ".25"])
    spec += random.choice(["", "", "d", "b", "o", "x", "X", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "q"])
    value = random.choice([any_int, any_float, any_float, small])()
    if random.random() < 0.1:
        return f"format(complex({lit(any_float())}, {lit(any_float())}), {spec!r})"
    return f"format({lit(value)}, {spec!r})"


def errors():
    values = ["1", "2.5", "True", "None", "'a'", "1j", "[1]", "(1,)", str(10**30)]
    a, b = random.choice(values), random.choice(values)
    kind = random.randrange(4)
    if str(10**30) in (a, b):
        kind = 1
    if kind == 0:
        return f"{a} {random.choice(OPERATORS + ['<<', '>>', '**', '@'])} {b}"
    if kind == 1:
        return f"{random.choice('-+~')}{a}"
    if kind == 2:
        return f"{random.choice(['divmod', 'pow', 'round', 'int', 'complex'])}({a}, {b})"
    return f"{random.choice(['abs', 'bin', 'hex', 'oct', 'round', 'int', 'float', 'complex', 'bool'])}({a})"


ONE_FLOAT = ["sqrt", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "erfc", "gamma", "lgamma", "cbrt", "fabs", "floor", "ceil", "trunc", "isfinite", "isinf", "isnan", "degrees", "radians", "frexp", "modf", "ulp"]
TWO_FLOATS = ["atan2", "fmod", "pow", "copysign", "remainder", "nextafter", "isclose", "log", "hypot"]


def maths():
    kind = random.randrange(12)
    x = lit(random.choice([any_float, random_float, lambda: random.uniform(-1, 1), lambda: random.uniform(-200, 200), small, any_number])())
    y = lit(random.choice([any_float, random_float, lambda: random.uniform(-5, 5), small])())
    if kind < 5:
        return f"math.{random.choice(ONE_FLOAT)}({x})"
    if kind < 7:
        return f"math.{random.choice(TWO_FLOATS)}({x}, {y})"
    if kind == 7:
        n, k = random.randint(-3, 80), random.randint(-3, 80)
        return random.choice([f"math.comb({lit(n)}, {lit(k)})", f"math.perm({lit(n)}, {lit(k)})", f"math.perm({lit(n)})", f"math.factorial({lit(n)})", f"math.isqrt({lit(any_int())})"])
    if kind == 8:
        return f"math.{random.choice(['gcd', 'lcm'])}({lit(any_int())}, {lit(any_int())}, {lit(small())})"
    if kind == 9:
        return f"math.{random.choice(['log', 'log2', 'log10', 'sqrt', 'exp'])}({lit(any_int())})"
    numbers = "[" + ", ".join(lit(random.choice([any_number, random_float, small])()) for _ in range(random.randint(0, 6))) + "]"
    others = "[" + ", ".join(lit(random.choice([any_number, random_float, small])()) for _ in range(numbers.count(",") + (numbers != "[]"))) + "]"
    if kind == 10:
        return random.choice([f"math.fsum({numbers})", f"math.prod({numbers})", f"math.hypot{'(' + numbers[1:-1] + ')'}", f"math.sumprod({numbers}, {others})", f"math.dist({numbers}, {others})"])
    return random.choice([f"math.ldexp({x}, {lit(random.choice([small(), random.randint(-1200, 1200), 10**20]))})", f"math.fma({x}, {y}, {lit(any_float())})", f"math.nextafter({x}, {y})"])


FAMILIES = {"ints": ints, "big": big_ints, "floats": floats, "complex": complexes, "text": texts, "format": formats, "errors": errors, "math": maths}


def record(family, count):
    for _ in range(count):
        sys.set_int_max_str_digits(0)
        text = FAMILIES[family]()
        program = " ".join(words(ast.parse(text, mode="eval").body))
        print(program, answer(text).replace("\n", "\\n").replace("\t", "\\t"), text, sep="\t")


def main():
    warnings.simplefilter("ignore")
    sys.stdout.reconfigure(encoding="utf-8")
    random.seed(int(sys.argv[1]))
    for wanted in sys.argv[2:]:
        family, count = wanted.split("=")
        record(family, int(count))


main()
