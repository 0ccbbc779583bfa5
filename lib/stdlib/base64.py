"""Bytes as letters and digits (RFC 4648)."""
from binascii import Error as _Error, a2b_base64, b2a_base64
__all__ = [
    'encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode', 'b32hexencode', 'b32hexdecode',
    'b16encode', 'b16decode', 'b85encode', 'b85decode', 'a85encode', 'a85decode', 'z85encode', 'z85decode', 'standard_b64encode',
    'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode',
]


def _as_bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError(f'argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}')


def b64encode(s, altchars=None):
    encoded = b2a_base64(s, newline=False)
    return encoded if altchars is None else encoded.translate(bytes.maketrans(b'+/', altchars))


def b64decode(s, altchars=None, validate=False):
    s = _as_bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_as_bytes(altchars), b'+/'))
    return a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def b16encode(s):
    return bytes(s).hex().upper().encode()


def b16decode(s, casefold=False):
    s = _as_bytes(s)
    if casefold:
        s = s.upper()
    for byte in s:
        if byte not in b'0123456789ABCDEF':
            raise _Error('Non-base16 digit found')
    if len(s) % 2:
        raise _Error('Odd-length string')
    return bytes.fromhex(s.decode())


_alphabet32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def b32encode(s):
    data = bytes(s)
    missing = -len(data) % 5
    data += bytes(missing)
    out = bytearray()
    for i in range(0, len(data), 5):
        n = int.from_bytes(data[i:i + 5], 'big')
        for shift in range(35, -1, -5):
            out.append(_alphabet32[n >> shift & 31])
    if missing:
        pad = (0, 1, 3, 4, 6)[missing]
        out[-pad:] = b'=' * pad
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _as_bytes(s)
    if len(s) % 8:
        raise _Error('Incorrect padding')
    if casefold:
        s = s.upper()
    core = s.rstrip(b'=')
    pad = len(s) - len(core)
    out = bytearray()
    for i in range(0, len(core), 8):
        n = 0
        part = core[i:i + 8]
        for byte in part:
            digit = _alphabet32.find(byte)
            if digit < 0:
                raise _Error('Non-base32 digit found')
            n = n << 5 | digit
        out += (n << 5 * (8 - len(part))).to_bytes(5, 'big')
    if pad not in (0, 1, 3, 4, 6):
        raise _Error('Incorrect padding')
    return bytes(out[:len(out) - (0, 1, 0, 2, 3, 0, 4)[pad]])


# ---- base 85: five digits for four bytes ----

_alphabet85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'


def _digits85(data, alphabet, pad, short):
    """The digits of each group of four bytes; `short` gives some groups one digit of their own."""
    missing = -len(data) % 4
    data += bytes(missing)
    groups = []
    for i in range(0, len(data), 4):
        n = int.from_bytes(data[i:i + 4], 'big')
        if n in short and (pad or missing == 0 or i + 4 < len(data)):
            groups.append(short[n])
        else:
            digits = bytearray(5)
            for place in range(4, -1, -1):
                n, digit = divmod(n, 85)
                digits[place] = alphabet[digit]
            groups.append(bytes(digits))
    if missing and not pad:
        groups[-1] = groups[-1][:-missing]
    return b''.join(groups)


def b85encode(b, pad=False):
    return _digits85(bytes(b), _alphabet85, pad, {})


def b85decode(b):
    b = _as_bytes(b)
    missing = -len(b) % 5
    b += b'~' * missing
    out = bytearray()
    for i in range(0, len(b), 5):
        n = 0
        for place, byte in enumerate(b[i:i + 5]):
            digit = _alphabet85.find(byte)
            if digit < 0:
                raise ValueError('bad base85 character at position %d' % (i + place)) from None
            n = n * 85 + digit
        if n >> 32:
            raise ValueError('base85 overflow in hunk starting at byte %d' % i) from None
        out += n.to_bytes(4, 'big')
    return bytes(out[:-missing]) if missing else bytes(out)


_alphabet_z85 = b'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'


def z85encode(s):
    return _digits85(bytes(s), _alphabet_z85, False, {})


def z85decode(s):
    s = _as_bytes(s)
    known = s.translate(None, _alphabet_z85)
    if known:
        raise ValueError('bad z85 character at position %d' % s.find(known[:1]))
    try:
        return b85decode(s.translate(bytes.maketrans(_alphabet_z85, _alphabet85)))
    except ValueError as error:
        raise ValueError(error.args[0].replace('base85', 'z85')) from None


_alphabet_ascii85 = bytes(range(33, 118))


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    short = {0: b'z', 0x20202020: b'y'} if foldspaces else {0: b'z'}
    result = _digits85(bytes(b), _alphabet_ascii85, pad, short)
    if adobe:
        result = b'<~' + result
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [result[i:i + width] for i in range(0, len(result), width)]
        if adobe and (not lines or len(lines[-1]) + 2 > width):
            lines.append(b'')
        result = b'\n'.join(lines)
    return result + b'~>' if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\x0b'):
    b = _as_bytes(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError(f'Ascii85 encoded byte sequences must end with {b"~>"!r}')
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    out = bytearray()
    group = []
    for byte in b + b'u' * 4:
        if 33 <= byte <= 117:
            group.append(byte - 33)
            if len(group) == 5:
                n = 0
                for digit in group:
                    n = n * 85 + digit
                if n >> 32:
                    raise ValueError('Ascii85 overflow') from None
                out += n.to_bytes(4, 'big')
                group.clear()
        elif byte == 122 or byte == 121 and foldspaces:
            if group:
                raise ValueError(f'{chr(byte)} inside Ascii85 5-tuple')
            out += b'\0\0\0\0' if byte == 122 else b'    '
        elif byte not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % byte)
    padding = 4 - len(group)
    return bytes(out[:-padding]) if padding else bytes(out)
