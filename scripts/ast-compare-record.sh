#!/bin/sh
# Records CPython's trees of test/unit/syntax/samples/*.py beside them. Run with CPython 3.13 as python3.
cd "$(dirname "$0")/../test/unit/syntax/samples" || exit 1
for file in *.py; do
  echo "$file" | python3 ../../../../scripts/ast-compare.py --full |
    python3 -c 'import json, sys; print(json.loads(sys.stdin.readline())["dump"])' > "${file%.py}.ast"
  python3 -c 'import ast, sys; print(ast.dump(ast.parse(open(sys.argv[1]).read()), indent=2))' "$file" > "${file%.py}.dump"
done
