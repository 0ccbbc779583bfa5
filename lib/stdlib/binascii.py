"""Bytes as text, and back."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_alphabet = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def hexlify(data, sep='', bytes_per_sep=1):
    return (bytes(data).hex(sep, bytes_per_sep) if sep else bytes(data).hex()).encode()


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode('latin-1')
    if len(text) % 2:
        raise Error('Odd-length string')
    for c in text:
        if c not in '0123456789abcdefABCDEF':
            raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(text)


b2a_hex = hexlify
a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    data = bytes(data)
    alphabet = _alphabet
    missing = -len(data) % 3
    data += bytes(missing)
    out = bytearray()
    for i in range(0, len(data), 3):
        n = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
        out.append(alphabet[n >> 18])
        out.append(alphabet[n >> 12 & 63])
        out.append(alphabet[n >> 6 & 63])
        out.append(alphabet[n & 63])
    if missing:
        out[-missing:] = b'=' * missing
    if newline:
        out.append(10)
    return bytes(out)


def _digits():
    table = [-1] * 256
    for digit, letter in enumerate(_alphabet):
        table[letter] = digit
    return table


_values = _digits()


def a2b_base64(data, /, *, strict_mode=False):
    data = data.encode('ascii') if isinstance(data, str) else bytes(data)
    out = bytearray()
    bits = 0
    count = 0
    padding = 0
    values = _values
    if strict_mode and data[:1] == b'=':
        raise Error('Leading padding not allowed')
    for at, byte in enumerate(data):
        if byte == 61:
            padding += 1
            if count % 4 >= 2 and count % 4 + padding >= 4:
                if strict_mode and at + 1 < len(data):
                    raise Error('Excess data after padding')
                return bytes(out)
            continue
        digit = values[byte]
        if digit < 0:
            if strict_mode:
                raise Error('Only base64 data is allowed')
            continue
        if padding and strict_mode:
            raise Error('Discontinuous padding not allowed')
        padding = 0
        bits = bits << 6 | digit
        count += 1
        place = count % 4
        if place == 2:
            out.append(bits >> 4 & 255)
        elif place == 3:
            out.append(bits >> 2 & 255)
        elif place == 0:
            out.append(bits & 255)
            bits = 0
    if count % 4 == 1:
        raise Error(f'Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4')
    if count % 4:
        raise Error('Incorrect padding')
    return bytes(out)


def crc32(data, value=0, /):
    table = _crc_table
    crc = value ^ 0xffffffff
    for byte in bytes(data):
        crc = crc >> 8 ^ table[(crc ^ byte) & 255]
    return crc ^ 0xffffffff


def _crc_of_bytes():
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ (0xedb88320 if n & 1 else 0)
        table.append(n)
    return table


_crc_table = _crc_of_bytes()
