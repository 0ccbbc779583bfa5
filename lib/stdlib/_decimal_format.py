"""format() of decimal numbers."""


def format_decimal(value, spec, context):
    parts = _read(spec)
    if parts is None:
        raise ValueError('invalid format string')
    fill, align, sign, no_negative_zero, width, grouping, precision, kind = parts
    if value._special:
        text = str(value).lstrip('-')
        if kind == '%':
            text += '%'
        return _padded(_sign_of(value._sign, sign) + text, fill if not (fill == '0' and align == '=') else ' ', '>' if align in ('', '=') else align, width)
    rounded = value
    if kind == '%':
        rounded = type_of(value)(value._sign, value._int, value._exp + 2)
    if precision is not None:
        rounded = _rounded(rounded, kind, precision, context.rounding)
    if rounded._int == 0 and rounded._exp > 0 and kind in ('f', 'F', '%'):
        rounded = type_of(value)(rounded._sign, 0, 0)
    digits = str(rounded._int)
    left = rounded._exp + len(digits)
    if kind in ('e', 'E'):
        point = 1 if rounded._int or precision is None else 1 - precision
    elif kind in ('f', 'F', '%'):
        point = left
    else:
        point = left if rounded._exp <= 0 and left > -6 else 1
    if point < 0:
        whole, rest = '0', '0' * -point + digits
    elif point > len(digits):
        whole, rest = digits + '0' * (point - len(digits)), ''
    else:
        whole, rest = digits[:point] or '0', digits[point:]
    negative = rounded._sign and not (no_negative_zero and rounded._int == 0)
    exponent = left - point
    tail = '.' + rest if rest else ''
    if exponent != 0 or kind in ('e', 'E'):
        letter = 'E' if kind == 'E' or kind == 'G' or not kind and context.capitals else 'e'
        tail += f'{letter}{exponent:+d}'
    if kind == '%':
        tail += '%'
    lead = _sign_of(negative, sign)
    if align == '=' and fill == '0':
        return lead + _grouped(whole, grouping, width - len(lead) - len(tail)) + tail
    if align == '=':
        body = _grouped(whole, grouping, 0) + tail
        return lead + fill * (width - len(lead) - len(body)) + body
    return _padded(lead + _grouped(whole, grouping, 0) + tail, fill, align or '>', width)


def type_of(value):
    from decimal import _make
    return _make


def _rounded(value, kind, precision, rounding):
    if kind in ('e', 'E'):
        if value._int == 0:
            return type_of(value)(value._sign, 0, -precision)
        at = value._exp + len(str(value._int)) - 1 - precision
    elif kind in ('f', 'F', '%'):
        at = -precision
    else:
        at = value._exp + len(str(value._int)) - max(precision, 1)
        if value._int == 0 or at <= value._exp:
            return value
    made = value._at(at, rounding)
    if kind not in ('f', 'F', '%') and made._int and len(str(made._int)) > (precision + 1 if kind in ('e', 'E') else max(precision, 1)):
        made = made._at(at + 1, rounding)
    return made


def _sign_of(negative, sign):
    return '-' if negative else sign if sign in ('+', ' ') else ''


def _padded(text, fill, align, width):
    missing = width - len(text)
    if missing <= 0:
        return text
    if align == '<':
        return text + fill * missing
    if align == '^':
        return fill * (missing // 2) + text + fill * (missing - missing // 2)
    return fill * missing + text


def _grouped(whole, grouping, width):
    """With separators, and zeros before it up to that width."""
    if not grouping:
        return whole.zfill(width) if width > len(whole) else whole
    groups = []
    left = width
    while whole or left > 0:
        take = whole[-3:]
        whole = whole[:-3]
        if not whole:
            take = take.zfill(min(3, max(left, len(take), 1)))
        groups.append(take)
        left -= len(take) + 1
        if not whole and left <= 0:
            break
    return grouping.join(reversed(groups))


def _read(spec):
    """(fill, align, sign, z, width, grouping, precision, kind) or None."""
    fill, align, at = ' ', '', 0
    if len(spec) > 1 and spec[1] in '<>=^':
        fill, align, at = spec[0], spec[1], 2
    elif spec[:1] and spec[0] in '<>=^':
        align, at = spec[0], 1
    sign = ''
    if spec[at:at + 1] in ('+', '-', ' ') and spec[at:at + 1]:
        sign = spec[at]
        at += 1
    no_negative_zero = spec[at:at + 1] == 'z'
    at += no_negative_zero
    if spec[at:at + 1] == '0' :
        if not align:
            fill, align = '0', '='
        at += 1
    start = at
    while spec[at:at + 1].isdigit():
        at += 1
    width = int(spec[start:at] or '0')
    grouping = ''
    if spec[at:at + 1] == ',':
        grouping = spec[at]
        at += 1
    precision = None
    if spec[at:at + 1] == '.':
        start = at = at + 1
        while spec[at:at + 1].isdigit():
            at += 1
        if start == at:
            return None
        precision = int(spec[start:at])
    kind = ''
    if spec[at:at + 1] in ('e', 'E', 'f', 'F', 'g', 'G', 'n', '%') and spec[at:at + 1]:
        kind = 'g' if spec[at] == 'n' else spec[at]
        at += 1
    return None if at != len(spec) else (fill, align, sign, no_negative_zero, width, grouping, precision, kind)
