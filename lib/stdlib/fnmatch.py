"""Shell patterns: `*`, `?`, `[set]`, `[!set]`."""
import os
import re
__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def _set(pattern, start):
    """The text of the regular expression for the set that begins at `start`, and where it ends; None where there is no end."""
    i = start
    if pattern[i:i + 1] == '!':
        i += 1
    if pattern[i:i + 1] == ']':
        i += 1
    end = pattern.find(']', i)
    if end < 0:
        return None
    inner = pattern[start:end].replace('\\', '\\\\')
    for letter in '&~|[':
        inner = inner.replace(letter, '\\' + letter)
    if inner[0] == '!':
        inner = '^' + inner[1:]
    elif inner[0] in '^':
        inner = '\\' + inner
    return '[' + inner + ']', end + 1


def _body(pattern):
    parts = []
    i = 0
    while i < len(pattern):
        letter = pattern[i]
        i += 1
        if letter == '*':
            if not parts or parts[-1] != '.*':
                parts.append('.*')
        elif letter == '?':
            parts.append('.')
        elif letter == '[':
            found = _set(pattern, i)
            if found is None:
                parts.append('\\[')
            else:
                parts.append(found[0])
                i = found[1]
        else:
            parts.append(re.escape(letter))
    return ''.join(parts)


def translate(pat):
    return '(?s:' + _body(pat) + ')\\Z'


_compiled = {}


def _matcher(pattern):
    if pattern not in _compiled:
        if isinstance(pattern, bytes):
            _compiled[pattern] = re.compile(translate(pattern.decode('latin-1')).encode('latin-1'))
        else:
            _compiled[pattern] = re.compile(translate(pattern))
    return _compiled[pattern]


def fnmatchcase(name, pat):
    return _matcher(pat).match(name) is not None


def fnmatch(name, pat):
    return fnmatchcase(os.fspath(name), os.fspath(pat))


def filter(names, pat):
    return [name for name in names if fnmatch(name, pat)]
