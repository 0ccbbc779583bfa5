"""Numbers and texts as packed bytes."""
__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    pass


_SIZES = {'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8, 'n': 8, 'N': 8, 'P': 8, 'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1}
_NATIVE = {**_SIZES, 'l': 8, 'L': 8}
_cache = {}


def _parse(format):
    """(byte order, [(code, count, offset)], size)."""
    if isinstance(format, bytes):
        format = format.decode()
    if not isinstance(format, str):
        raise TypeError(f'Struct() argument 1 must be a str or bytes object, not {type(format).__name__}')
    known = _cache.get(format)
    if known is not None:
        return known
    text = format
    order = '@'
    if text[:1] in ('@', '=', '<', '>', '!'):
        order = text[0] if text else '@'
        text = text[1:]
    if not text and order == '':
        order = '@'
    sizes = _NATIVE if order == '@' else _SIZES
    items = []
    at = 0
    count = None
    for c in text:
        if c.isspace():
            if count is not None:
                break
            continue
        if '0' <= c <= '9':
            count = (count or 0) * 10 + int(c)
            continue
        if c not in sizes or order != '@' and c in 'nNP':
            raise error('bad char in struct format')
        size = sizes[c]
        if order == '@' and at % size:
            at += size - at % size
        n = 1 if count is None else count
        items.append((c, n, at))
        at += n * size
        count = None
    if count is not None:
        raise error('repeat count given without format specifier')
    result = ('big' if order in '>!' else 'little', items, at, sizes)
    _cache[format] = result
    return result


def _float_bits(value, size):
    """The IEEE 754 bits of a float, rounded half to even."""
    fraction_bits, bias = (10, 15) if size == 2 else (23, 127) if size == 4 else (52, 1023)
    text = float.hex(value)
    sign = 1 if text.startswith('-') else 0
    top = (1 << 8 * size - fraction_bits - 1) - 1
    if value != value:
        return sign << 8 * size - 1 | top << fraction_bits | 1 << fraction_bits - 1
    if value in (float('inf'), float('-inf')):
        return sign << 8 * size - 1 | top << fraction_bits
    if value == 0:
        return sign << 8 * size - 1
    numerator, denominator = abs(value).as_integer_ratio()
    exponent = numerator.bit_length() - denominator.bit_length()
    if exponent >= 0 and numerator < denominator << exponent or exponent < 0 and numerator << -exponent < denominator:
        exponent -= 1
    exponent = max(exponent, 1 - bias)
    shift = fraction_bits - exponent
    if shift >= 0:
        numerator <<= shift
    else:
        denominator <<= -shift
    whole, rest = divmod(numerator, denominator)
    if rest * 2 > denominator or rest * 2 == denominator and whole & 1:
        whole += 1
    if whole >> fraction_bits + 1:
        whole >>= 1
        exponent += 1
    biased = exponent + bias if whole >> fraction_bits else 0
    if biased >= top:
        raise OverflowError('float too large to pack with %s format' % {2: 'e', 4: 'f', 8: 'd'}[size])
    return sign << 8 * size - 1 | biased << fraction_bits | whole & (1 << fraction_bits) - 1


def _bits_float(bits, size):
    fraction_bits, bias = (10, 15) if size == 2 else (23, 127) if size == 4 else (52, 1023)
    top = (1 << 8 * size - fraction_bits - 1) - 1
    sign = -1.0 if bits >> 8 * size - 1 else 1.0
    biased = bits >> fraction_bits & top
    fraction = bits & (1 << fraction_bits) - 1
    if biased == top:
        return float('nan') if fraction else sign * float('inf')
    if biased == 0:
        return sign * fraction * 2.0 ** (1 - bias - fraction_bits) if size != 8 else sign * float(fraction) * 2.0 ** -1074
    return sign * (fraction | 1 << fraction_bits) * 2.0 ** (biased - bias - fraction_bits) if biased - bias - fraction_bits > -1000 else sign * (fraction | 1 << fraction_bits) * 2.0 ** -500 * 2.0 ** (biased - bias - fraction_bits + 500)


def _int_bytes(code, value, size, order):
    if not isinstance(value, int):
        if not hasattr(value, '__index__'):
            raise error('required argument is not an integer')
        value = value.__index__()
    signed = code in 'bhilqn'
    low, high = (-(1 << 8 * size - 1), (1 << 8 * size - 1) - 1) if signed else (0, (1 << 8 * size) - 1)
    if not low <= value <= high:
        if code == 'P':
            if not -1 << 63 <= value < 0:
                raise error('int too large to convert')
            return (value + (1 << 64)).to_bytes(size, order)
        raise error(f"'{code}' format requires {low} <= number <= {high}")
    return value.to_bytes(size, order, signed=signed)


def _pack(format, values):
    order, items, size, sizes = _parse(format)
    expected = sum([1 if c in 'sp' else n for c, n, at in items if c != 'x'])
    if expected != len(values):
        raise error(f'pack expected {expected} items for packing (got {len(values)})')
    out = bytearray()
    used = 0
    for code, count, at in items:
        if len(out) < at:
            out.extend(bytes(at - len(out)))
        if code == 'x':
            out.extend(bytes(count))
        elif code in 'sp':
            value = values[used]
            used += 1
            if not isinstance(value, (bytes, bytearray)):
                raise error(f"argument for '{code}' must be a bytes object")
            if code == 'p':
                value = bytes([min(len(value), count - 1, 255)]) + value[:count - 1] if count else b''
            value = value[:count]
            out.extend(value)
            out.extend(bytes(count - len(value)))
        else:
            width = sizes[code]
            for _ in range(count):
                value = values[used]
                used += 1
                if code == 'c':
                    if not isinstance(value, bytes) or len(value) != 1:
                        raise error('char format requires a bytes object of length 1')
                    out.extend(value)
                elif code == '?':
                    out.append(1 if value else 0)
                elif code in 'efd':
                    if not isinstance(value, (int, float)):
                        if not hasattr(value, '__float__'):
                            raise error('required argument is not a float')
                    out.extend(_float_bits(float(value), width).to_bytes(width, order))
                else:
                    out.extend(_int_bytes(code, value, width, order))
    return bytes(out)


def _unpack(format, data, start):
    order, items, size, sizes = _parse(format)
    values = []
    for code, count, at in items:
        at += start
        if code == 'x':
            continue
        if code == 's':
            values.append(bytes(data[at:at + count]))
        elif code == 'p':
            values.append(bytes(data[at + 1:at + 1 + min(data[at], count - 1)]) if count else b'')
        else:
            width = sizes[code]
            for _ in range(count):
                part = bytes(data[at:at + width])
                at += width
                if code == 'c':
                    values.append(part)
                elif code == '?':
                    values.append(part != b'\0')
                elif code in 'efd':
                    values.append(_bits_float(int.from_bytes(part, order), width))
                else:
                    values.append(int.from_bytes(part, order, signed=code in 'bhilqn'))
    return tuple(values)


def calcsize(format):
    return _parse(format)[2]


def pack(format, *values):
    return _pack(format, values)


def _from_start(buffer, offset, size, complaint):
    if offset >= 0:
        return offset
    if offset + size > 0:
        raise error(f'{complaint} {size} bytes at offset {offset}')
    if offset + len(buffer) < 0:
        raise error(f'offset {offset} out of range for {len(buffer)}-byte buffer')
    return offset + len(buffer)


def pack_into(format, buffer, offset, *values):
    data = _pack(format, values)
    if isinstance(buffer, bytes):
        raise TypeError('argument must be read-write bytes-like object, not bytes')
    offset = _from_start(buffer, offset, len(data), 'no space to pack')
    if offset + len(data) > len(buffer):
        raise error(f'pack_into requires a buffer of at least {offset + len(data)} bytes for packing {len(data)} bytes at offset {offset} (actual buffer size is {len(buffer)})')
    buffer[offset:offset + len(data)] = data


def unpack(format, buffer, /):
    size = _parse(format)[2]
    if len(buffer) != size:
        raise error(f'unpack requires a buffer of {size} bytes')
    return _unpack(format, buffer, 0)


def unpack_from(format, /, buffer, offset=0):
    size = _parse(format)[2]
    if isinstance(buffer, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    offset = _from_start(buffer, offset, size, 'not enough data to unpack')
    if len(buffer) - offset < size:
        raise error(f'unpack_from requires a buffer of at least {offset + size} bytes for unpacking {size} bytes at offset {offset} (actual buffer size is {len(buffer)})')
    return _unpack(format, buffer, offset)


def iter_unpack(format, buffer, /):
    size = _parse(format)[2]
    if size == 0:
        raise error('cannot iteratively unpack with a struct of length 0')
    if len(buffer) % size:
        raise error(f'iterative unpacking requires a buffer of a multiple of {size} bytes')
    return iter([_unpack(format, buffer, at) for at in range(0, len(buffer), size)])


class Struct:
    def __init__(self, format):
        self.format = format.decode() if isinstance(format, bytes) else format
        self.size = _parse(format)[2]

    def pack(self, *values):
        return _pack(self.format, values)

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer, /):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer, /):
        return iter_unpack(self.format, buffer)

    def __repr__(self):
        return f'Struct({self.format!r})'
