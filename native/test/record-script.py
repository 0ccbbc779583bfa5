"""Translates straight-line Python for test-containers.c, and prints what CPython answers.

    record-script.py SCRIPT.py PROGRAM.txt > EXPECTED

Each statement of the script stands for itself: an expression's repr is printed unless it is None, an exception is printed as
"Type: text" and the next statement goes on. Loops, functions and classes are not translated.
"""
import ast
import sys

BINARY = {ast.Add: 0, ast.Sub: 1, ast.Mult: 2, ast.Div: 3, ast.FloorDiv: 4, ast.Mod: 5, ast.Pow: 6, ast.LShift: 7, ast.RShift: 8, ast.BitAnd: 9, ast.BitOr: 10, ast.BitXor: 11}
COMPARE = {ast.Lt: 0, ast.LtE: 1, ast.Eq: 2, ast.NotEq: 3, ast.Gt: 4, ast.GtE: 5}
out = []


def emit(*words):
    out.append(" ".join(map(str, words)))


def constant(value):
    if value is None or value is True or value is False:
        emit({None: "NONE", True: "TRUE", False: "FALSE"}[value])
    elif isinstance(value, int):
        emit("INT", value)
    elif isinstance(value, float):
        emit("FLOAT", value.hex())
    else:
        emit("STR", value.encode("utf-8", "surrogatepass").hex())


def is_constant(node):
    """As CPython's compiler sees it, after folding."""
    return isinstance(node, ast.Constant) or isinstance(node, ast.UnaryOp) and is_constant(node.operand) or isinstance(node, ast.Tuple) and all(map(is_constant, node.elts))


def compare(node):
    [op], [right] = node.ops, node.comparators
    expression(node.left)
    expression(right)
    kind = type(op)
    if kind in COMPARE:
        emit("CMP", COMPARE[kind])
    else:
        emit("IN" if kind in (ast.In, ast.NotIn) else "IS")
        if kind in (ast.NotIn, ast.IsNot):
            emit("NOT")


def call(node):
    method = isinstance(node.func, ast.Attribute)
    expression(node.func.value if method else node.func)
    for arg in node.args + [keyword.value for keyword in node.keywords]:
        expression(arg)
    emit("CALL", len(node.args) + len(node.keywords), node.func.attr if method else "-", ",".join(keyword.arg for keyword in node.keywords))


def expression(node):
    match node:
        case ast.Constant(value):
            constant(value)
        case ast.Name(name):
            emit("LOAD", name)
        case ast.UnaryOp(ast.USub(), operand):
            expression(operand)
            emit("NEG")
        case ast.UnaryOp(ast.Not(), operand):
            expression(operand)
            emit("NOT")
        case ast.BinOp(left, op, right):
            expression(left)
            expression(right)
            emit("BIN", BINARY[type(op)])
        case ast.Compare():
            compare(node)
        case ast.Call():
            call(node)
        case ast.Attribute(value, name):
            expression(value)
            emit("ATTR", name)
        case ast.Subscript(value, index):
            expression(value)
            expression(index)
            emit("GETITEM")
        case ast.Slice(lower, upper, step):
            for part in (lower, upper, step):
                expression(part or ast.Constant(None))
            emit("SLICE")
        case ast.List(items) | ast.Tuple(items) | ast.Set(items):
            for item in items:
                expression(item)
            constants = isinstance(node, ast.Set) and len(items) > 2 and all(map(is_constant, items))
            emit("CONSTANTSET" if constants else type(node).__name__.upper(), len(items))
        case ast.Dict(keys, values):
            for key, value in zip(keys, values):
                expression(key)
                expression(value)
            emit("DICT", len(keys))
        case _:
            raise SystemExit(f"not translated: {ast.unparse(node)}")


def assign(target):
    match target:
        case ast.Name(name):
            emit("STORE", name)
        case ast.Subscript(value, index):
            expression(value)
            expression(index)
            emit("SETITEM")
        case ast.Tuple(items):
            stars = [i for i, item in enumerate(items) if isinstance(item, ast.Starred)]
            if stars:
                emit("UNPACKSTAR", stars[0], len(items) - stars[0] - 1)
            else:
                emit("UNPACK", len(items))
            for item in items:
                assign(item.value if isinstance(item, ast.Starred) else item)


def statement(node):
    match node:
        case ast.Expr(value):
            expression(value)
            emit("SHOW")
        case ast.Assign(targets, value):
            expression(value)
            for target in targets[1:]:
                emit("COPY", 1)
            for target in targets:
                assign(target)
        case ast.AugAssign(ast.Name(name), op, value):
            emit("LOAD", name)
            expression(value)
            emit("INPLACE", BINARY[type(op)])
            emit("STORE", name)
        case ast.Delete([ast.Subscript(value, index)]):
            expression(value)
            expression(index)
            emit("DELITEM")
        case _:
            raise SystemExit(f"not translated: {ast.unparse(node)}")
    emit("END")


def run(node, variables):
    try:
        if isinstance(node, ast.Expr):
            value = eval(compile(ast.Expression(node.value), "script", "eval"), variables)
            if value is not None:
                print(repr(value))
        else:
            exec(compile(ast.Module([node], []), "script", "exec"), variables)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


tree = ast.parse(open(sys.argv[1]).read())
variables = {}
for node in tree.body:
    statement(node)
    run(node, variables)
open(sys.argv[2], "w").write("\n".join(out) + "\n")
