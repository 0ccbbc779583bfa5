"""Digests: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4)."""
from math import isqrt as _isqrt
from _hash_sponge import blake2b, blake2s, _Sha3_224, _Sha3_256, _Sha3_384, _Sha3_512, _Shake128, _Shake256
__all__ = (
    'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128',
    'shake_256', 'new', 'algorithms_guaranteed', 'algorithms_available', 'file_digest', 'pbkdf2_hmac',
)

algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256',
                         'blake2b', 'blake2s'}
algorithms_available = set(algorithms_guaranteed)


def _primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all([n % p for p in found]):
            found.append(n)
        n += 1
    return found


def _cube_root(n):
    low = 0
    high = 1 << (n.bit_length() // 3 + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** 3 <= n:
            low = middle
        else:
            high = middle - 1
    return low


def _cube_roots(count, bits):
    """The first bits after the point of the cube roots of the first primes."""
    return [_cube_root(p << 3 * bits) & ((1 << bits) - 1) for p in _primes(count)]


def _square_roots(primes, bits):
    return [_isqrt(p << 2 * bits) & ((1 << bits) - 1) for p in primes]


def _sines():
    from math import sin
    return [int(abs(sin(i + 1)) * 4294967296.0) for i in range(64)]


class _Hash:
    block_size = 64
    _length_bytes = 8
    _order = 'big'

    def __init__(self, data=b'', *, usedforsecurity=True):
        self._state = self._start()
        self._rest = b''
        self._length = 0
        if data:
            self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        data = bytes(data)
        self._length += len(data)
        data = self._rest + data
        size = self.block_size
        end = len(data) // size * size
        for start in range(0, end, size):
            self._block(data, start)
        self._rest = data[end:]

    def copy(self):
        made = type(self)()
        made._state = list(self._state)
        made._rest = self._rest
        made._length = self._length
        return made

    def digest(self):
        last = self.copy()
        zeros = -(self._length + 1 + self._length_bytes) % self.block_size
        last.update(b'\x80' + bytes(zeros) + (8 * self._length).to_bytes(self._length_bytes, self._order))
        width = self._length_bytes // 2
        return b''.join([word.to_bytes(width, self._order) for word in last._state])[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


_md5_sines = _sines()
_md5_turns = [7, 12, 17, 22] * 4 + [5, 9, 14, 20] * 4 + [4, 11, 16, 23] * 4 + [6, 10, 15, 21] * 4


class _Md5(_Hash):
    name = 'md5'
    digest_size = 16
    _order = 'little'

    def _start(self):
        return [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]

    def _block(self, data, at):
        words = [data[i] | data[i + 1] << 8 | data[i + 2] << 16 | data[i + 3] << 24 for i in range(at, at + 64, 4)]
        sines = _md5_sines
        turns = _md5_turns
        state = self._state
        a, b, c, d = state[0], state[1], state[2], state[3]
        for i in range(64):
            if i < 16:
                f = b & c | ~b & d
                k = i
            elif i < 32:
                f = d & b | ~d & c
                k = (5 * i + 1) & 15
            elif i < 48:
                f = b ^ c ^ d
                k = (3 * i + 5) & 15
            else:
                f = c ^ (b | (d ^ 0xffffffff))
                k = (7 * i) & 15
            f = (f + a + sines[i] + words[k]) & 0xffffffff
            a = d
            d = c
            c = b
            turn = turns[i]
            b = (b + ((f << turn) & 0xffffffff | f >> (32 - turn))) & 0xffffffff
        state[0] = (state[0] + a) & 0xffffffff
        state[1] = (state[1] + b) & 0xffffffff
        state[2] = (state[2] + c) & 0xffffffff
        state[3] = (state[3] + d) & 0xffffffff


class _Sha1(_Hash):
    name = 'sha1'
    digest_size = 20

    def _start(self):
        return [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]

    def _block(self, data, at):
        words = [data[i] << 24 | data[i + 1] << 16 | data[i + 2] << 8 | data[i + 3] for i in range(at, at + 64, 4)]
        for i in range(16, 80):
            w = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16]
            words.append((w << 1) & 0xffffffff | w >> 31)
        state = self._state
        a, b, c, d, e = state[0], state[1], state[2], state[3], state[4]
        for i in range(80):
            if i < 20:
                f = (b & c | ~b & d) + 0x5a827999
            elif i < 40:
                f = (b ^ c ^ d) + 0x6ed9eba1
            elif i < 60:
                f = (b & c | b & d | c & d) + 0x8f1bbcdc
            else:
                f = (b ^ c ^ d) + 0xca62c1d6
            f = (((a << 5) & 0xffffffff | a >> 27) + f + e + words[i]) & 0xffffffff
            e = d
            d = c
            c = (b << 30) & 0xffffffff | b >> 2
            b = a
            a = f
        for i, word in enumerate((a, b, c, d, e)):
            state[i] = (state[i] + word) & 0xffffffff


_sha256_roots = _cube_roots(64, 32)
_sha512_roots = _cube_roots(80, 64)


class _Sha256(_Hash):
    name = 'sha256'
    digest_size = 32

    def _start(self):
        return _square_roots(_primes(8), 32)

    def _block(self, data, at):
        words = [data[i] << 24 | data[i + 1] << 16 | data[i + 2] << 8 | data[i + 3] for i in range(at, at + 64, 4)]
        for i in range(16, 64):
            w = words[i - 15]
            v = words[i - 2]
            small = (w << 25 | w >> 7) ^ (w << 14 | w >> 18) ^ w >> 3
            large = (v << 15 | v >> 17) ^ (v << 13 | v >> 19) ^ v >> 10
            words.append((words[i - 16] + (small & 0xffffffff) + words[i - 7] + (large & 0xffffffff)) & 0xffffffff)
        roots = _sha256_roots
        state = self._state
        a, b, c, d, e, f, g, h = state
        for i in range(64):
            mixed = ((e << 26 | e >> 6) ^ (e << 21 | e >> 11) ^ (e << 7 | e >> 25)) & 0xffffffff
            first = h + mixed + (e & f ^ ~e & g) + roots[i] + words[i]
            mixed = ((a << 30 | a >> 2) ^ (a << 19 | a >> 13) ^ (a << 10 | a >> 22)) & 0xffffffff
            second = mixed + (a & b ^ a & c ^ b & c)
            h = g
            g = f
            f = e
            e = (d + first) & 0xffffffff
            d = c
            c = b
            b = a
            a = (first + second) & 0xffffffff
        for i, word in enumerate((a, b, c, d, e, f, g, h)):
            state[i] = (state[i] + word) & 0xffffffff


class _Sha224(_Sha256):
    name = 'sha224'
    digest_size = 28

    def _start(self):
        return [word & 0xffffffff for word in _square_roots(_primes(16)[8:], 64)]


class _Sha512(_Hash):
    name = 'sha512'
    digest_size = 64
    block_size = 128
    _length_bytes = 16

    def _start(self):
        return _square_roots(_primes(8), 64)

    def _block(self, data, at):
        mask = 0xffffffffffffffff
        words = [int.from_bytes(data[i:i + 8], 'big') for i in range(at, at + 128, 8)]
        for i in range(16, 80):
            w = words[i - 15]
            v = words[i - 2]
            small = (w << 63 | w >> 1) ^ (w << 56 | w >> 8) ^ w >> 7
            large = (v << 45 | v >> 19) ^ (v << 3 | v >> 61) ^ v >> 6
            words.append((words[i - 16] + small + words[i - 7] + large) & mask)
        roots = _sha512_roots
        state = self._state
        a, b, c, d, e, f, g, h = state
        for i in range(80):
            mixed = ((e << 50 | e >> 14) ^ (e << 46 | e >> 18) ^ (e << 23 | e >> 41)) & mask
            first = h + mixed + (e & f ^ ~e & g) + roots[i] + words[i]
            mixed = ((a << 36 | a >> 28) ^ (a << 30 | a >> 34) ^ (a << 25 | a >> 39)) & mask
            second = mixed + (a & b ^ a & c ^ b & c)
            h = g
            g = f
            f = e
            e = (d + first) & mask
            d = c
            c = b
            b = a
            a = (first + second) & mask
        for i, word in enumerate((a, b, c, d, e, f, g, h)):
            state[i] = (state[i] + word) & mask


class _Sha384(_Sha512):
    name = 'sha384'
    digest_size = 48

    def _start(self):
        return _square_roots(_primes(16)[8:], 64)


md5 = _Md5
sha1 = _Sha1
sha224 = _Sha224
sha256 = _Sha256
sha384 = _Sha384
sha512 = _Sha512


sha3_224 = _Sha3_224
sha3_256 = _Sha3_256
sha3_384 = _Sha3_384
sha3_512 = _Sha3_512
shake_128 = _Shake128
shake_256 = _Shake256


def new(name, data=b'', **kwargs):
    kinds = {'md5': _Md5, 'sha1': _Sha1, 'sha224': _Sha224, 'sha256': _Sha256, 'sha384': _Sha384, 'sha512': _Sha512, 'blake2b': blake2b, 'blake2s': blake2s,
             'sha3224': _Sha3_224, 'sha3256': _Sha3_256, 'sha3384': _Sha3_384, 'sha3512': _Sha3_512, 'shake128': _Shake128, 'shake256': _Shake256}
    key = name.lower().replace('-', '').replace('_', '')
    if key not in kinds:
        raise ValueError(f'unsupported hash type {name}')
    return kinds[key](data, **kwargs)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    if dklen is not None and dklen < 1:
        raise ValueError('key length must be greater than 0.')
    start = hmac.HMAC(bytes(password), None, hash_name)
    length = start.digest_size if dklen is None else dklen
    key = b''
    while len(key) < length:
        turn = start.copy()
        turn.update(bytes(salt) + (len(key) // start.digest_size + 1).to_bytes(4, 'big'))
        block = turn.digest()
        mixed = int.from_bytes(block, 'big')
        for i in range(iterations - 1):
            turn = start.copy()
            turn.update(block)
            block = turn.digest()
            mixed ^= int.from_bytes(block, 'big')
        key += mixed.to_bytes(start.digest_size, 'big')
    return key[:length]


def file_digest(fileobj, digest, /):
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, 'getbuffer'):
        made.update(fileobj.getbuffer())
        return made
    while True:
        data = fileobj.read(262144)
        if not data:
            return made
        made.update(data)
