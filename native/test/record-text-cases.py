"""Prints what CPython answers to calls of text methods, one case a line, for call-cases.c. An argument: how many of the cases (text-cases.txt has 2500).

    NAME TAB self TAB argument ... [TAB key=argument ...] TAB => TAB answer

Values: N T F, i<decimal>, f<hex>, s<hex of UTF-8>, b<hex>, a<hex> (bytearray), (v,v,...) tuple, [v,...] list, {v:v,...} dict. The answer is r<hex of repr> or
e<type>:<hex of text>. NAME beginning with ! is an operator or built-in function.
"""
import itertools
import operator
import random
import sys

OPERATORS = {
    "!add": operator.add, "!mul": operator.mul, "!mod": operator.mod, "!contains": operator.contains, "!getitem": operator.getitem,
    "!eq": operator.eq, "!lt": operator.lt, "!ge": operator.ge, "!str": str, "!repr": repr, "!ascii": ascii, "!format": format, "!ord": ord, "!chr": chr,
    "!slice": lambda s, a, b, c: s[a:b:c], "!bytes": bytes, "!bytearray": bytearray, "!len": len, "!list": list, "!maketrans": str.maketrans, "!fromhex": bytes.fromhex,
}


def write(value):
    if value is None or isinstance(value, bool):
        return {None: "N", True: "T", False: "F"}[value]
    kind = type(value)
    if kind is int:
        return f"i{value}"
    if kind is float:
        return "f" + value.hex()
    if kind is str:
        return "s" + value.encode("utf-8", "surrogatepass").hex()
    if kind in (bytes, bytearray):
        return "ba"[kind is bytearray] + value.hex()
    if kind is dict:
        return "{" + ",".join(f"{write(k)}:{write(v)}" for k, v in value.items()) + "}"
    return "([" [kind is list] + ",".join(map(write, value)) + ")]"[kind is list]


def answer(name, self, args, kwargs):
    try:
        result = OPERATORS[name](self, *args, **kwargs) if name[0] == "!" else getattr(self, name)(*args, **kwargs)
        return "r" + repr(result).encode("utf-8", "surrogatepass").hex()
    except Exception as error:
        return f"e{type(error).__name__}:" + str(error).encode("utf-8", "surrogatepass").hex()


cases = {}


def case(name, self, *args, **kwargs):
    line = "\t".join([name, write(self), *map(write, args), *(f"{k}={write(v)}" for k, v in kwargs.items())])
    cases[line] = answer(name, self, args, kwargs)


def variants(self):
    """Bytes as they are; a bytearray too."""
    return (self, bytearray(self)) if isinstance(self, bytes) else (self,)


random.seed(3)
TEXTS = ["", "a", "abc", "Hello World", "aXbXc", "a,b,,c", "  pad\t", "é", "naïve Ünï", "日本語 テキスト", "a\U0001f600b", "ΑΣ ΣΑΣ.", "ǆ ŉ ﬁx", "İIıi", "ß", "\x00\x7f\x80\xff",
         "12345", "٣٤", "½²", "a\nb\r\nc\rd\x85e\u2028", "tab\tbed\t\n\tx", "\ud800x", "\udc80\udcffz", "x" * 70, "ab" * 40, "_id1", "1x", "it's", 'say "hi"', "'\"", "\\", "aaa", "+5", "-42", "\u1680 \u3000", "Ǆ", "ᾳ", "abcabcabc"]
BYTES = [s.encode("utf-8", "replace") for s in TEXTS]
PARTS = ["", "a", "b", "X", ",", "é", "日", "ab", "bc", "\U0001f600", "abcabc", " ", "\n", "l", "zz"]
PLAIN = "upper lower title capitalize swapcase casefold isalpha isdigit isdecimal isnumeric isalnum isspace isupper islower istitle isidentifier isprintable isascii strip lstrip rstrip split rsplit splitlines expandtabs encode".split()
PLAIN_BYTES = [m for m in PLAIN if hasattr(b"", m)] + ["hex", "decode"]
BAD = [1, 1.5, None, "x", b"x", [1], (1,), "", 10**30, -1, True]

for text in TEXTS:
    for method in PLAIN:
        case(method, text)
    for name in ("!repr", "!ascii", "!str", "!len", "!list", "!ord"):
        case(name, text)
    for width in (0, 3, 10, 11):
        for method in ("center", "ljust", "rjust", "zfill"):
            case(method, text, width)
        case("center", text, width, "日")
    for size in (0, 1, 4, -1):
        case("expandtabs", text, size)
        case("!mul", text, size)
    case("splitlines", text, True)
    case("splitlines", text, keepends=False)
    for start, stop, step in random.sample(list(itertools.product([None, 0, 1, -1, 5, -100, 100], [None, 0, 2, -1, 100, -100], [None, 1, 2, -1, -3, 100])), 12):
        case("!slice", text, start, stop, step)
    for index in (0, -1, 2, 50, -50):
        case("!getitem", text, index)
    case("translate", text, {97: "XY", 98: None, 233: 65, 99: 0x65e5})
    for spec in ("", "5", "<12", ">12", "^12", "*^15.3", ".2", "s", "\u65e5>8"):
        case("!format", text, spec)
    for encoding in ("ascii", "latin-1", "utf-8", "utf-16", "utf-16-be", "utf-32-le", "UTF8", "nope"):
        for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogatepass", "surrogateescape", "nope"):
            case("encode", text, encoding, errors)
    for part in PARTS:
        for method in ("find", "rfind", "index", "count", "startswith", "endswith", "partition", "rpartition", "removeprefix", "removesuffix", "split", "rsplit", "strip", "lstrip", "rstrip", "join"):
            case(method, text, part)
        for name in ("!contains", "!add", "!eq", "!lt", "!ge"):
            case(name, text, part)
        case("split", text, part, 1)
        case("rsplit", text, part, maxsplit=1)
        case("find", text, part, 1, -1)
        case("rfind", text, part, -5, 100)
        case("count", text, part, 2)
        case("startswith", text, part, 1)
        case("endswith", text, part, None, -1)
        for new in ("", "-", "日本", "é"):
            case("replace", text, part, new)
        case("replace", text, part, "yy", 1)
        case("replace", text, part, "yy", count=2)

for raw in BYTES:
    for self in variants(raw):
        for method in PLAIN_BYTES:
            if hasattr(self, method):
                case(method, self)
        for name in ("!repr", "!str", "!len", "!list", "!bytes", "!bytearray"):
            case(name, self)
        for encoding in ("ascii", "latin-1", "utf-8", "utf-16", "utf-16-be", "utf-32-le"):
            for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogatepass", "surrogateescape"):
                case("decode", self, encoding, errors)
        for part in (b"", b"a", b"X", b",", b"ab", b"\xe6", b" "):
            for method in ("find", "rfind", "index", "count", "startswith", "endswith", "partition", "rpartition", "removeprefix", "removesuffix", "split", "rsplit", "strip"):
                case(method, self, part)
            for name in ("!contains", "!add", "!eq", "!lt"):
                case(name, self, part)
            case("replace", self, part, b"--")
            case("replace", self, part, b"", 1)
            case("join", self, [part, part])
        for width in (0, 11):
            for method in ("center", "ljust", "rjust", "zfill"):
                case(method, self, width)
        case("hex", self, ":")
        case("hex", self, "-", -3)
        case("!slice", self, 1, None, 2)
        case("!slice", self, None, None, -1)
        case("!getitem", self, 0)
        case("!mul", self, 3)

for data in (b"\xff", b"a\xe2\x82", b"\xed\xa0\x80", b"\xf0\x90a\xf0\x90\x80", b"\xc0\x80", b"\xf5", b"\xe0\x80\x80z", b"\xf4\x90\x80\x80", b"ok\xc3", b"\xff\xfea\x00", b"\xfe\xff\x00a", b"\x00\xd8", b"\x00\xdc", b"\x00\xd8a\x00", b"a\x00\x00", b"\x00\x00\x11\x00"):
    for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "ascii"):
        for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogatepass", "surrogateescape"):
            case("decode", data, encoding, errors)

for bad in BAD:
    for method in "center count endswith expandtabs find index join ljust lstrip partition removeprefix removesuffix replace rfind rsplit split splitlines startswith strip zfill translate encode format_map upper isidentifier format".split():
        for self in ("abc", b"abc"):
            if hasattr(self, method):
                case(method, self, bad)
                case(method, self, "a", bad)
                case(method, self, b"a", bad)
                case(method, self, 5, bad)
                case(method, self, "a", "b", bad)
                case(method, self, foo=bad)
    for name in ("!add", "!mul", "!contains", "!getitem", "!eq", "!lt", "!format"):
        for self in ("abc", b"abc", bytearray(b"abc")):
            case(name, self, bad)
    for name in ("!chr", "!ord", "!bytes", "!bytearray", "!maketrans", "!fromhex"):
        case(name, bad)
        if name not in ("!chr", "!ord"):
            case(name, bad, bad)
    case("!str", bad, "utf-8")
    case("!str", b"abc", bad)
    case("!bytes", "abc", bad)
    case("translate", "abc", {97: bad})

FORMATS = ["", "x", "{}", "{}{}", "{0}{1}{0}", "{}{1}", "{1}{}", "{", "}", "{{}}", "{{{}}}", "{a", "{a!}", "{a!x}", "{a!r:}", "{a!rx}", "{0.}", "{0[}", "{0[]}", "{0[0]}", "{0[a]b}", "{0.foo}", "{x}", "{5}", "{:{}}",
           "{:{:{}}}", "{:d}", "{:}}", "{{}", "{0!r:>10}|{1:<5}|", "{a:^7}", "{99999999999999999999}", "{:5}|{:>5}|{:05}", "{!s}", "{!r}", "{!a}", "{!s:>9}", "{a}{}", "{a[x]}", "{a!", "{:{a}}", "{0:{1}{a}}", "{0{1}}", "{[0]}", "日{}本"]
for text in FORMATS:
    for args, kwargs in (((), {}), ((1, 2, 3), {}), (("é", "b"), {"a": "A"}), ((), {"a": 5, "x": None}), (([7, 8], "z"), {"a": {"x": "q"}})):
        case("format", text, *args, **kwargs)
    case("format_map", text, {"a": "A", "x": 1})

PERCENTS = ["%s", "%d", "%5d|", "%-5d|", "%05d", "%+d", "% d", "%x", "%#x", "%X", "%#X", "%o", "%#o", "%#10x|", "%#010x", "%-#10x|", "%.5d", "%8.5d", "%r", "%a", "%5s|", "%-5s|", "%.2s", "%8.2r|", "%c", "%3c|", "%i", "%u", "%%", "%5%", "%", "%y", "%(a)s", "%(a", "%s %s",
            "%*d", "%-*d|", "%.*f", "%f", "%.0f", "%#.0f", "%e", "%.3e", "%E", "%g", "%G", "%#g", "%010.3f", "%+.2f", "% f", "%F", "%ld", "%hd", "x", "日%s本", "%99999999999999999999d", "%.99999999999d", "%(a)d-%(b)s", "%((x))s"]
for text in PERCENTS:
    for value in (1, -7, 255, 1.5, -0.0, float("nan"), float("inf"), 1e300, 10**25, -(10**25), "a", "日本", "", None, True, (), (1,), (5, 2), (3, 2.5), ("a", "b"), [1], {"a": 3, "b": "q", "(x)": 1}, b"x", -1, 0x110000):
        case("!mod", text, value)
for text in (b"%d %s", b"%b", b"%x|%5d", b"%s"):
    for value in (1, (1, b"a"), b"z", (255, 3)):
        if text in (b"%s", b"%b") and value == 1:
            continue
        case("!mod", text, value)

wanted = list(cases.items())
if len(sys.argv) > 1:
    wanted = random.sample(wanted, int(sys.argv[1]))
for line, result in wanted:
    sys.stdout.write(f"{line}\t=>\t{result}\n")
