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
