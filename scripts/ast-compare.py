"""Dumps CPython's tree of each file named on stdin, for scripts/ast-compare.mjs: one JSON line a file.

{"file", "error"} if CPython doesn't compile it, else {"file", "hash"}; with --full also {"dump"}, one node a line.
"""

import ast
import hashlib
import json
import struct
import sys
import warnings

SKIPPED = {"type_comment", "type_ignores"}


def constant(value):
    kind = type(value).__name__
    if isinstance(value, str):
        # As UTF-16 units, which is how the other side sees it.
        return "str " + value.encode("utf-16-be", "surrogatepass").hex()
    if isinstance(value, bytes):
        return "bytes " + value.hex()
    if isinstance(value, int) and not isinstance(value, bool):
        return "int %x" % value
    if isinstance(value, float):
        return "float " + struct.pack(">d", value).hex()
    if isinstance(value, complex):
        return "complex " + struct.pack(">d", value.imag).hex()
    return kind if value is None or value is ... else "bool " + str(value).lower()


def dump(node, out, depth=0, field=""):
    """Iterative, since trees may be deeper than Python's stack."""
    stack = [(node, depth, field)]
    while stack:
        node, depth, field = stack.pop()
        pad = " " * depth + field
        if isinstance(node, ast.AST):
            where = ""
            if hasattr(node, "lineno"):
                where = " %d:%d-%d:%d" % (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
            out.append(pad + type(node).__name__ + where)
            for name in reversed(node._fields):
                if name not in SKIPPED:
                    value = getattr(node, name, None)
                    is_value = name == "value" and type(node).__name__ in ("Constant", "MatchSingleton")
                    stack.append((("constant", value) if is_value else value, depth + 1, name + "="))
        elif isinstance(node, tuple):
            out.append(pad + constant(node[1]))
        elif isinstance(node, list):
            out.append(pad + "[%d]" % len(node))
            stack.extend((item, depth + 1, "") for item in reversed(node))
        elif isinstance(node, str):
            out.append(pad + "'" + node)
        else:
            out.append(pad + (str(int(node)) if node is not None else "None"))


def main():
    warnings.simplefilter("ignore")
    full = "--full" in sys.argv
    for line in sys.stdin:
        path = line.rstrip("\n")
        answer = {"file": path}
        try:
            with open(path, "rb") as file:
                source = file.read()
            tree = ast.parse(source, path)
            compile(source, path, "exec", dont_inherit=True)
            out = []
            dump(tree, out)
            text = "\n".join(out)
            answer["hash"] = hashlib.md5(text.encode("utf-8", "surrogatepass")).hexdigest()
            if full:
                answer["dump"] = text
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            answer["error"] = type(error).__name__ + ": " + str(error)
        print(json.dumps(answer), flush=True)


main()
