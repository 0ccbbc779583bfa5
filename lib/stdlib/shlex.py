"""Texts split into words as a POSIX shell does, and words quoted for it."""
__all__ = ['shlex', 'split', 'quote', 'join']

_SPACES = ' \t\r\n'


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError('s argument must not be None')
    if hasattr(s, 'read'):
        s = s.read()
    return list(_words(s, comments, posix))


def _words(text, comments, posix):
    """Each word; outside of POSIX mode, quotes stay and a backslash is a letter."""
    at = 0
    while True:
        while at < len(text) and text[at] in _SPACES:
            at += 1
        if at == len(text):
            return
        if comments and text[at] == '#':
            at = _line_end(text, at)
            continue
        word, at, is_comment = _word(text, at, comments, posix)
        yield word
        if is_comment:
            at = _line_end(text, at)


def _line_end(text, at):
    end = text.find('\n', at)
    return len(text) if end < 0 else end + 1


def _word(text, at, comments, posix):
    parts = []
    start = at
    while at < len(text) and text[at] not in _SPACES:
        c = text[at]
        if comments and c == '#' and posix:
            return ''.join(parts), at, True
        if c in '\'"' and (posix or at == start):
            part, at = _quoted(text, at, posix)
            parts.append(part)
            if not posix:
                break
        elif c == '\\' and posix:
            if at + 1 == len(text):
                raise ValueError('No escaped character')
            parts.append(text[at + 1])
            at += 2
        else:
            parts.append(c)
            at += 1
    return ''.join(parts), at, False


def _quoted(text, start, posix):
    """What stands between quotes, and where it ends; a backslash in double quotes hides those and itself only."""
    mark = text[start]
    parts = []
    at = start + 1
    while at < len(text):
        c = text[at]
        if c == mark:
            return ''.join(parts) if posix else mark + ''.join(parts) + mark, at + 1
        if posix and c == '\\' and mark == '"':
            if at + 1 == len(text):
                raise ValueError('No escaped character')
            at += 1
            parts.append(text[at] if text[at] in '"\\' else c + text[at])
        else:
            parts.append(c)
        at += 1
    raise ValueError('No closing quotation')


def join(split_command):
    return ' '.join([quote(arg) for arg in split_command])


def _is_safe(c):
    return c.isascii() and (c.isalnum() or c in '_@%+=:,./-')


def quote(s):
    if not s:
        return "''"
    if all(map(_is_safe, s)):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
