"""SHA-3 and SHAKE (FIPS 202), BLAKE2 (RFC 7693), and keys from passwords (RFC 8018)."""


def _round_constants():
    """The constants of iota, from the linear feedback shift register of FIPS 202, 3.2.5."""
    constants = []
    register = 1
    for i in range(24):
        constant = 0
        for j in range(7):
            if register & 1:
                constant |= 1 << (1 << j) - 1
            register <<= 1
            if register & 0x100:
                register ^= 0x171
        constants.append(constant)
    return constants


def _turns():
    """Where the lanes go, and how far each is turned."""
    found = []
    x, y, t = 1, 0, 0
    for i in range(24):
        t += i + 1
        x, y = y, (2 * x + 3 * y) % 5
        found.append((x + 5 * y, t % 64))
    return found


_constants = _round_constants()
_moves = _turns()
_mask = 0xffffffffffffffff


def _permute(a):
    for constant in _constants:
        c = [a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20] for x in range(5)]
        for x in range(5):
            next_ = c[(x + 1) % 5]
            d = c[(x + 4) % 5] ^ ((next_ << 1 | next_ >> 63) & _mask)
            for y in range(0, 25, 5):
                a[x + y] ^= d
        lane = a[1]
        for at, turn in _moves:
            lane, a[at] = a[at], (lane << turn | lane >> 64 - turn) & _mask
        for y in range(0, 25, 5):
            row = a[y:y + 5]
            for x in range(5):
                a[y + x] = row[x] ^ ~row[(x + 1) % 5] & row[(x + 2) % 5] & _mask
        a[0] ^= constant


class _Sponge:
    _end = 6

    def __init__(self, data=b'', *, usedforsecurity=True):
        self._lanes = [0] * 25
        self._rest = b''
        if data:
            self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        data = self._rest + bytes(data)
        size = self.block_size
        end = len(data) // size * size
        for start in range(0, end, size):
            self._block(data[start:start + size])
        self._rest = data[end:]

    def _block(self, data):
        lanes = self._lanes
        for i in range(0, len(data), 8):
            lanes[i // 8] ^= int.from_bytes(data[i:i + 8], 'little')
        _permute(lanes)

    def copy(self):
        made = type(self)()
        made._lanes = list(self._lanes)
        made._rest = self._rest
        return made

    def _squeeze(self, length):
        last = self.copy()
        size = self.block_size
        padded = bytearray(self._rest + bytes(size - len(self._rest)))
        padded[len(self._rest)] ^= self._end
        padded[-1] ^= 0x80
        last._block(bytes(padded))
        found = b''
        while True:
            found += b''.join([lane.to_bytes(8, 'little') for lane in last._lanes[:size // 8]])
            if len(found) >= length:
                return found[:length]
            _permute(last._lanes)

    def digest(self):
        return self._squeeze(self.digest_size)

    def hexdigest(self):
        return self.digest().hex()

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


class _Sha3_224(_Sponge):
    name = 'sha3_224'
    digest_size = 28
    block_size = 144


class _Sha3_256(_Sponge):
    name = 'sha3_256'
    digest_size = 32
    block_size = 136


class _Sha3_384(_Sponge):
    name = 'sha3_384'
    digest_size = 48
    block_size = 104


class _Sha3_512(_Sponge):
    name = 'sha3_512'
    digest_size = 64
    block_size = 72


class _Shake(_Sponge):
    _end = 0x1f
    digest_size = 0

    def digest(self, length, /):
        return self._squeeze(length)

    def hexdigest(self, length, /):
        return self._squeeze(length).hex()


class _Shake128(_Shake):
    name = 'shake_128'
    block_size = 168


class _Shake256(_Shake):
    name = 'shake_256'
    block_size = 136


_orders = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
           [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4], [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
           [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13], [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
           [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11], [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
           [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5], [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0]]
_quarters = [(0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)]
_starts = [0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
           0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179]


class _Blake2:
    def __init__(self, data=b'', /, *, digest_size=None, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0,
                 node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        most = self.MAX_DIGEST_SIZE
        size = most if digest_size is None else digest_size
        if not 1 <= size <= most:
            raise ValueError(f'digest_size must be between 1 and {most} bytes')
        for name, value, limit in (('salt', salt, self.SALT_SIZE), ('person', person, self.PERSON_SIZE), ('key', key, self.MAX_KEY_SIZE)):
            if len(value) > limit:
                raise ValueError(f'maximum {name} length is {limit} bytes')
        self.digest_size = size
        width = self._width
        offset = node_offset.to_bytes(8 if width == 8 else 6, 'little')
        head = bytes((size, len(key), fanout, depth)) + leaf_size.to_bytes(4, 'little') + offset + bytes((node_depth, inner_size))
        head += bytes(14) if width == 8 else b''
        head += bytes(salt) + bytes(self.SALT_SIZE - len(salt)) + bytes(person) + bytes(self.PERSON_SIZE - len(person))
        self._state = [start >> (64 - 8 * width) ^ int.from_bytes(head[i * width:i * width + width], 'little') for i, start in enumerate(_starts)]
        self._length = 0
        self._last_node = last_node
        self._rest = bytes(key) + bytes(self.block_size - len(key)) if key else b''
        if data:
            self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        data = self._rest + bytes(data)
        size = self.block_size
        start = 0
        while len(data) - start > size:
            self._length += size
            self._compress(self._state, data[start:start + size], self._length, False)
            start += size
        self._rest = data[start:]

    def _compress(self, state, block, length, is_last):
        width = self._width
        bits = 8 * width
        mask = (1 << bits) - 1
        m = [int.from_bytes(block[i:i + width], 'little') for i in range(0, 16 * width, width)]
        v = state + [start >> 64 - bits for start in _starts]
        v[12] ^= length & mask
        v[13] ^= length >> bits
        if is_last:
            v[14] ^= mask
            if self._last_node:
                v[15] ^= mask
        r1, r2, r3, r4 = self._shifts
        for i in range(self._rounds):
            order = _orders[i % 10]
            for k, (a, b, c, d) in enumerate(_quarters):
                v[a] = (v[a] + v[b] + m[order[2 * k]]) & mask
                x = v[d] ^ v[a]
                v[d] = (x >> r1 | x << bits - r1) & mask
                v[c] = (v[c] + v[d]) & mask
                x = v[b] ^ v[c]
                v[b] = (x >> r2 | x << bits - r2) & mask
                v[a] = (v[a] + v[b] + m[order[2 * k + 1]]) & mask
                x = v[d] ^ v[a]
                v[d] = (x >> r3 | x << bits - r3) & mask
                v[c] = (v[c] + v[d]) & mask
                x = v[b] ^ v[c]
                v[b] = (x >> r4 | x << bits - r4) & mask
        for i in range(8):
            state[i] ^= v[i] ^ v[i + 8]

    def copy(self):
        made = type(self)(digest_size=self.digest_size)
        made._state = list(self._state)
        made._length = self._length
        made._last_node = self._last_node
        made._rest = self._rest
        return made

    def digest(self):
        state = list(self._state)
        rest = self._rest
        self._compress(state, rest + bytes(self.block_size - len(rest)), self._length + len(rest), True)
        return b''.join([word.to_bytes(self._width, 'little') for word in state])[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()


class blake2b(_Blake2):
    __module__ = '_blake2'
    name = 'blake2b'
    block_size = 128
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16
    _width = 8
    _rounds = 12
    _shifts = (32, 24, 16, 63)


class blake2s(_Blake2):
    __module__ = '_blake2'
    name = 'blake2s'
    block_size = 64
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8
    _width = 4
    _rounds = 10
    _shifts = (16, 12, 8, 7)
