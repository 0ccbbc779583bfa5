"""What the texts of failures are made of."""
from collections import Counter

_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN + _PLACEHOLDER_LEN + _MIN_END_LEN)


def safe_repr(obj, short=False):
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX_LENGTH:
        return result
    return result[:_MAX_LENGTH] + ' [truncated]...'


def strclass(cls):
    return '%s.%s' % (cls.__module__, cls.__qualname__)


def _shorten(text, prefix, suffix):
    """The middle of a long text gives way to its length."""
    skip = len(text) - prefix - suffix
    if skip <= _PLACEHOLDER_LEN:
        return text
    return '%s[%d chars]%s' % (text[:prefix], skip, text[len(text) - suffix:])


def _common_prefix_length(texts):
    length = 0
    for letters in zip(*texts):
        if any(letter != letters[0] for letter in letters):
            break
        length += 1
    return length


def _common_shorten_repr(*args):
    """The texts of two values, shortened so that what differs stays in sight."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    common = _common_prefix_length(texts)
    prefix = texts[0][:common]
    room = _MAX_LENGTH - (longest - common + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if room > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, room)
        return tuple([prefix + text[common:] for text in texts])
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple([prefix + _shorten(text[common:], _MIN_DIFF_LEN, _MIN_END_LEN) for text in texts])


def _count_diff_hashable(actual, expected):
    """(count in actual, count in expected, element) of each element whose counts differ."""
    first, second = Counter(actual), Counter(expected)
    result = [(count, second.get(element, 0), element) for element, count in first.items() if count != second.get(element, 0)]
    return result + [(0, count, element) for element, count in second.items() if element not in first]


def _count_diff_all_purpose(actual, expected):
    """The same for elements without a hash."""
    rest = list(expected)
    groups = []
    for element in actual:
        for group in groups:
            if group[2] == element:
                group[0] += 1
                break
        else:
            groups.append([1, 0, element])
    extra = []
    for element in rest:
        for group in groups + extra:
            if group[2] == element:
                group[1] += 1
                break
        else:
            extra.append([0, 1, element])
    return [tuple(group) for group in groups + extra if group[0] != group[1]]
