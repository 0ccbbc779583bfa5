#!/usr/bin/env python3.13
"""Writes lib/builtins/cpython-members.ts: the names that CPython's modules have, of those modules that Tauraro has, too.

    python3.13 scripts/record-module-members.py
"""
import importlib
import textwrap
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = '''/** Written by scripts/record-module-members.py: the names in CPython 3.13's modules on Linux, of those modules that there are here, too. */
export const cpythonMembers: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  `
'''
TAIL = '''`
    .trim()
    .split(/\\n(?! )/)
    .map((line) => line.split(/:?\\s+/))
    .map(([module, ...names]) => [module!, new Set(names)]),
);
'''


def our_modules():
    library = ROOT / 'lib/stdlib'
    for path in library.rglob('*.py'):
        name = '.'.join(path.relative_to(library).with_suffix('').parts)
        yield name.removesuffix('.__init__')
    for path in (ROOT / 'native/runtime/modules').glob('*.def'):
        yield path.stem


# What every module object has.
COMMON = set('__name__ __doc__ __package__ __loader__ __spec__ __file__ __builtins__ __cached__ __path__ __all__ __dict__'.split())


def members(name):
    try:
        module = importlib.import_module(name)
    except ImportError:
        return []
    return [key for key, value in vars(module).items() if key not in COMMON and not (isinstance(value, types.ModuleType) and value.__spec__)]


lines = []
for name in sorted(set(our_modules())):
    if name.startswith(('_', 'test')) or not members(name):
        continue
    text = f'{name}: {' '.join(sorted(members(name)))}'
    lines += textwrap.wrap(text, 150, subsequent_indent=' ', break_long_words=False, break_on_hyphens=False)
(ROOT / 'lib/builtins/cpython-members.ts').write_text(HEAD + '\n'.join(lines) + TAIL)
