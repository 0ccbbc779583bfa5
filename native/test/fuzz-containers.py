"""Prints a random straight-line script about containers for record-script.py: fuzz-containers.py SEED COUNT."""
import random
import sys

random.seed(int(sys.argv[1]))
choice, chance = random.choice, random.random


def integer():
    return str(choice([0, 1, 2, 3, 5, 7, 8, 16, -1, -2, 64, 1000, 2 ** 61 - 1, 2 ** 62, 2 ** 63 - 1, 2 ** 63, -2 ** 63, 2 ** 70]) if chance() < 0.3 else random.randint(-40, 200))


def scalar():
    return choice([integer, integer, integer, lambda: choice(["1.5", "2.0", "-0.5", "1e300", "3.25"]), lambda: choice(["True", "False"]), lambda: choice(["'a'", "'b'", "'xyz'", "'é'", "''"]), lambda: "None"])()


def same(maker, n):
    return ", ".join(maker() for _ in range(n))


def items():
    n = random.randint(0, 7)
    kind = choice([integer, lambda: choice(["1.5", "2.0", "-0.5", "0.25"]), lambda: choice(["True", "False"]), lambda: choice(["'a'", "'b'", "'c'"]), scalar, pair])
    return same(kind, n)


def pair():
    return f"({integer()}, {scalar()})"


def number():
    return choice([integer, lambda: choice(["1.5", "2.0", "-0.5", "True"])])()


def list_():
    return choice(["a", "b", f"[{items()}]", f"list(range({random.randint(-3, 12)}))", f"list({set_()})", f"list({dict_()})"]) if chance() < 0.95 else f"sorted([{same(number, 6)}], reverse={choice(['True', 'False'])})"


def set_():
    return choice(["s", "t", f"{{{same(number, random.randint(1, 9))}}}", f"set(range({random.randint(0, 30)}))", f"frozenset([{same(number, 4)}])", "set()"])


def dict_():
    return choice(["d", "e", "{" + ", ".join(f"{scalar()}: {scalar()}" for _ in range(random.randint(0, 5))) + "}", f"dict.fromkeys(range({random.randint(0, 9)}))"])


def tuple_():
    return choice(["u", f"tuple({list_()})", f"({same(scalar, 3)})", "()"])


def index():
    return str(random.randint(-6, 8))


def part():
    bound = lambda: choice(["", index(), index()])
    return f"{bound()}:{bound()}" + (f":{choice(['1', '2', '-1', '-2', '3', '0', ''])}" if chance() < 0.5 else "")


def iterable():
    return choice([list_, list_, tuple_, set_, dict_, lambda: f"range({index()}, {index()})", lambda: choice(["'abc'", "5", f"zip({list_()}, {list_()})", f"enumerate({list_()})", f"reversed({list_()})", f"map(str, {list_()})", "d.values()", "d.items()"])])()


def finished():
    """Not an iterator over the list that it would extend."""
    return f"list({iterable()})" if chance() < 0.5 else choice([list_, tuple_, set_, dict_])()


def list_statement():
    a = choice("ab")
    return choice([
        lambda: f"{a}.append({scalar()})", lambda: f"{a}.extend({finished()})", lambda: f"{a}.insert({index()}, {scalar()})", lambda: f"{a}.pop()", lambda: f"{a}.pop({index()})",
        lambda: f"{a}.remove({scalar()})", lambda: f"{a}.index({scalar()}, {index()})", lambda: f"{a}.count({scalar()})", lambda: f"{a}.reverse()", lambda: f"{a}.sort()",
        lambda: f"{a}.sort(key=str)", lambda: f"{a}.sort(key=repr, reverse=True)", lambda: f"{a}[{index()}]", lambda: f"{a}[{part()}]", lambda: f"{a}[{index()}] = {scalar()}",
        lambda: f"{a}[{part()}] = {finished()}", lambda: f"del {a}[{index()}]", lambda: f"del {a}[{part()}]", lambda: f"{a} + {list_()}", lambda: f"{a} * {random.randint(-1, 3)}",
        lambda: f"{a} += {finished()}", lambda: f"{a} *= {random.randint(0, 2)}", lambda: f"{a} {choice(['<', '<=', '==', '!=', '>', '>='])} {list_()}", lambda: f"{scalar()} in {a}",
        lambda: f"{a} = {list_()}", lambda: f"{a} = [{items()}]", lambda: f"{a}.clear()", lambda: f"{a} = {a}[:6]", lambda: f"{a}.copy()", lambda: f"x, y = {iterable()}", lambda: f"x, *y = {iterable()}",
        lambda: f"*x, y, z = {iterable()}", lambda: "x", lambda: "y", lambda: f"u = tuple({a})", lambda: f"u[{part()}]", lambda: f"u {choice(['<', '==', '>='])} {tuple_()}", lambda: "hash(u) == hash(tuple(list(u)))"])()


def dict_statement():
    d = choice("de")
    return choice([
        lambda: f"{d}[{scalar()}] = {scalar()}", lambda: f"{d}[{scalar()}]", lambda: f"del {d}[{scalar()}]", lambda: f"{d}.get({scalar()})", lambda: f"{d}.pop({scalar()}, 0)", lambda: f"{d}.setdefault({scalar()}, {scalar()})",
        lambda: f"{d}.popitem()", lambda: f"{d}.update({dict_()})", lambda: f"{d}.update([{pair()}, {pair()}])", lambda: f"{d} |= {dict_()}", lambda: f"{d} | {dict_()}", lambda: f"{scalar()} in {d}",
        lambda: f"{d} == {dict_()}", lambda: f"{d}.clear()", lambda: f"{d} = {d}.copy()", lambda: f"list({d}.items())", lambda: f"list(reversed({d}))", lambda: f"{d}.keys()", lambda: f"{d}.keys() == {dict_()}.keys()",
        lambda: f"dict({iterable()})", lambda: f"len({d})", lambda: f"{d} = {dict_()}", lambda: f"i = iter({d})", lambda: "next(i)", lambda: "next(i, 0)"])()


def set_statement():
    s = choice("st")
    return choice([
        lambda: f"{s}.add({number()})", lambda: f"{s}.discard({number()})", lambda: f"{s}.remove({number()})", lambda: f"{s}.pop()", lambda: f"{s}.update({set_()})", lambda: f"{s} |= {set_()}", lambda: f"{s} &= {set_()}",
        lambda: f"{s} -= {set_()}", lambda: f"{s} ^= {set_()}", lambda: f"{s} {choice('|&-^')} {set_()}", lambda: f"{s} {choice(['<', '<=', '==', '!=', '>', '>='])} {set_()}", lambda: f"{s}.isdisjoint({set_()})",
        lambda: f"{s}.intersection(range({index()}, {random.randint(0, 100)}), {set_()})", lambda: f"{s}.difference(range({random.randint(0, 30)}))", lambda: f"{s}.union(range({random.randint(0, 30)}))",
        lambda: f"{s}.symmetric_difference(range({random.randint(0, 30)}))", lambda: f"{number()} in {s}", lambda: f"{s} = {set_()}", lambda: f"{s} = set({s})", lambda: f"{s}.clear()", lambda: f"{s}.difference_update(range({random.randint(0, 60)}))",
        lambda: f"hash(frozenset({s}))", lambda: f"{s}", lambda: f"sum({s})", lambda: f"{s}.copy()", lambda: f"{s}.update(range({random.randint(0, 200)}))"])()


def other_statement():
    return choice([lambda: f"sum({iterable()})", lambda: f"min({iterable()})", lambda: f"max({iterable()}, key=str)", lambda: f"sorted({iterable()})", lambda: f"any({iterable()})", lambda: f"all({iterable()})",
                   lambda: f"list(zip({iterable()}, {iterable()}))", lambda: f"list(map(str, {iterable()}))", lambda: f"len({iterable()})", lambda: f"range({index()}, {index()}, {index()})[{part()}]",
                   lambda: f"list(range({index()}, {index()}, {index()}))", lambda: f"sum([{same(lambda: choice(['0.1', '1e16', '-1e16', '0.25', '3', '1e-9']), 6)}])"])()


print("a = [1]\nb = []\nd = {1: 2}\ne = {}\ns = {1}\nt = set()\nu = ()\nx = y = z = 0\ni = iter([])")
for _ in range(int(sys.argv[2])):
    line = choice([list_statement, list_statement, dict_statement, set_statement, other_statement])()
    print(line)
    print("a = a[:12]\nb = b[:12]\ny = z = 0")
    if chance() < 0.5:
        print(choice(["a", "b", "d", "e", "s", "t", "a", "b"]))
