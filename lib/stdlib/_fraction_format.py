"""Fractions as decimal texts: the format specifications of floats, rounded exactly."""


class _Spec:
    """The parts of a specification; `rest` is what has not been understood."""

    def __init__(self, text):
        self.fill, self.align, self.zeros, self.width, self.precision = ' ', '', False, 0, None
        if text[1:2] and text[1] in '<>=^':
            self.fill, self.align, text = text[0], text[1], text[2:]
        elif text[:1] and text[0] in '<>=^':
            self.align, text = text[0], text[1:]
        self.sign, text = _leading(text, '-+ ')
        self.no_negative_zero, text = _leading(text, 'z')
        self.alternate, text = _leading(text, '#')
        self.rest = text

    def read_numbers(self):
        text = self.rest
        if text[:1] == '0' and text[1:2].isdecimal():
            self.zeros, text = True, text[1:]
        width, text = _leading_number(text)
        self.width = int(width or '0')
        self.separator, text = _leading(text, ',_')
        if text[:1] == '.' and text[1:2].isdecimal():
            precision, text = _leading_number(text[1:])
            self.precision = int(precision)
        self.rest = text

    def padded(self, sign, body):
        padding = self.fill * (self.width - len(sign) - len(body))
        if self.align == '<':
            return sign + body + padding
        if self.align == '^':
            half = len(padding) // 2
            return padding[:half] + sign + body + padding[half:]
        return sign + padding + body if self.align == '=' else padding + sign + body


def _leading(text, choices):
    return (text[0], text[1:]) if text and text[0] in choices else ('', text)


def _leading_number(text):
    """Without zeros in front: a zero stands alone."""
    end = 0
    while text[end:end + 1].isdecimal() and text[:1] != '0':
        end += 1
    if text[:1] == '0':
        end = 1
    return text[:end], text[end:]


def formatted(fraction, numerator, denominator, text):
    spec = _Spec(text)
    may_be_general = not spec.no_negative_zero and not (spec.rest[:1] == '0' and spec.rest[1:2].isdecimal())
    spec.read_numbers()
    if may_be_general and spec.rest == '' and spec.precision is None:
        return _general(spec, numerator, denominator)
    if len(spec.rest) != 1 or spec.rest not in 'eEfFgG%' or spec.align and spec.zeros:
        raise ValueError(f'Invalid format specifier {text!r} for object of type {type(fraction).__name__!r}')
    return _decimal(spec, numerator, denominator)


def _general(spec, numerator, denominator):
    body = format(abs(numerator), spec.separator)
    if denominator > 1 or spec.alternate:
        body += '/' + format(denominator, spec.separator)
    return spec.padded('-' if numerator < 0 else spec.sign.replace('-', ''), body)


def _rounded(numerator, denominator, exponent):
    """The magnitude in units of 10 ** exponent, halves to even."""
    if exponent >= 0:
        denominator *= 10 ** exponent
    else:
        numerator *= 10 ** -exponent
    whole, rest = divmod(abs(numerator), denominator)
    return whole + (2 * rest > denominator or 2 * rest == denominator and whole & 1)


def _rounded_to_figures(numerator, denominator, figures):
    """(significand, exponent) with that many digits."""
    if numerator == 0:
        return 0, 1 - figures
    top, bottom = str(abs(numerator)), str(denominator)
    magnitude = len(top) - len(bottom) + (bottom <= top)
    exponent = magnitude - figures
    significand = _rounded(numerator, denominator, exponent)
    if len(str(significand)) == figures + 1:
        significand //= 10
        exponent += 1
    return significand, exponent


def _decimal(spec, numerator, denominator):
    kind = spec.rest
    precision = 6 if spec.precision is None else spec.precision
    trims = kind in 'gG' and not spec.alternate
    if kind in 'fF%':
        significand = _rounded(numerator, denominator, -precision - 2 * (kind == '%'))
        point, suffix = precision, '%' if kind == '%' else ''
    else:
        figures = max(precision, 1) if kind in 'gG' else precision + 1
        significand, exponent = _rounded_to_figures(numerator, denominator, figures)
        scientific = kind in 'eE' or exponent > 0 or exponent + figures <= -4
        point = figures - 1 if scientific else -exponent
        suffix = f"{'E' if kind in 'EG' else 'e'}{exponent + point:+03d}" if scientific else ''
    negative = numerator < 0 and not (spec.no_negative_zero and significand == 0)
    digits = str(significand).zfill(point + 1)
    whole, decimals = digits[:len(digits) - point], digits[len(digits) - point:]
    if trims:
        decimals = decimals.rstrip('0')
    tail = ('.' if decimals or spec.alternate else '') + decimals + suffix
    sign = '-' if negative else spec.sign.replace('-', '')
    if spec.zeros:
        least = spec.width - len(sign) - len(tail)
        whole = whole.zfill(3 * least // 4 + 1 if spec.separator else least)
    if spec.separator:
        first = 1 + (len(whole) - 1) % 3
        whole = whole[:first] + ''.join([spec.separator + whole[at:at + 3] for at in range(first, len(whole), 3)])
    return spec.padded(sign, whole + tail)
