"""Arrays of numbers of one kind."""
import struct as _struct

typecodes = 'bBuwhHiIlLqQfd'
_SIZES = {'b': 1, 'B': 1, 'u': 4, 'w': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
_NAMES = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer', 'H': 'unsigned short', 'i': 'signed integer', 'I': 'unsigned int'}


def _misfit(code, v):
    """Values pass through a C type that may be wider than the item's: the first that they don't fit is named."""
    if code in 'ILQ':
        if v < 0:
            return "can't convert negative int to unsigned" if code == 'Q' else "can't convert negative value to unsigned int"
        if v >> 64:
            return 'int too big to convert' if code == 'Q' else 'Python int too large to convert to C unsigned long'
    elif code == 'q':
        return 'int too big to convert'
    elif not -1 << 63 <= v < 1 << 63:
        return 'Python int too large to convert to C long'
    name = _NAMES[code]
    if code == 'H' and not -1 << 31 <= v < 1 << 31:
        name = 'signed integer'
    if code == 'b' and not -1 << 15 <= v < 1 << 15:
        name = 'signed short integer'
    return f'{name} is {"less than minimum" if v < 0 else "greater than maximum"}'


class array:
    __abc_tpflags__ = 32  # a sequence for patterns
    __slots__ = ('typecode', 'itemsize', '_items', '_low', '_high')

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not ' + type(typecode).__name__)
        if typecode not in _SIZES:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        bits = 8 * self.itemsize
        self._low = -(1 << bits - 1) if typecode in 'bhilq' else 0
        self._high = (1 << bits - 1) - 1 if typecode in 'bhilq' else (1 << bits) - 1
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str) and typecode not in 'uw':
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        else:
            self._items = [self._checked(v) for v in initializer]

    def _checked(self, v):
        code = self.typecode
        if code == 'd' or code == 'f':
            if not isinstance(v, (float, int)):
                if not hasattr(v, '__float__'):
                    raise TypeError(f'must be real number, not {type(v).__name__}')
            v = float(v)
            if code == 'f' and v == v and abs(v) != float('inf'):
                v = _struct.unpack('f', _struct.pack('f', v))[0]
            return v
        if code in 'uw':
            if not isinstance(v, str) or len(v) != 1:
                raise TypeError('array item must be a unicode character, not ' + type(v).__name__)
            return v
        if not isinstance(v, int):
            if not hasattr(v, '__index__'):
                raise TypeError(f"'{type(v).__name__}' object cannot be interpreted as an integer")
            v = v.__index__()
        if not self._low <= v <= self._high:
            raise OverflowError(_misfit(code, v))
        return int(v)

    def _made(self, items):
        result = array(self.typecode)
        result._items = items
        return result

    # An array that a memoryview has been made of keeps its items in memory that both see: then _items is a view too. It is set in a way
    # that hides it from the inference of types: arrays that nobody views are lists, and fast.

    def _view(self):
        if type(self._items) is list:
            if self.typecode in 'uw':
                raise NotImplementedError('memoryview of arrays of characters is not supported')
            setattr(*(self, '_items', memoryview(bytearray(self.tobytes())).cast(self.typecode)))
        return memoryview(self._items)

    def _list(self):
        items = self._items
        return items if type(items) is list else items.tolist()

    def _free(self):
        """Called before the length changes."""
        if type(self._items) is not list:
            self._end_view()

    def _end_view(self):
        view = self._items
        memory = view.obj
        values = view.tolist()
        view.release()
        try:
            memory.clear()
        except BufferError:
            setattr(*(self, '_items', memoryview(memory).cast(self.typecode)))
            raise BufferError('cannot resize an array that is exporting buffers') from None
        setattr(*(self, '_items', values))

    def _overwrite(self, positions, values):
        for i, v in zip(positions, values):
            self._items[i] = v

    def __len__(self):
        return len(self._items)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._made(self._list()[i])
        try:
            return self._items[i]
        except IndexError:
            raise IndexError('array index out of range') from None
        except TypeError:
            raise TypeError('array indices must be integers') from None

    def __setitem__(self, i, v):
        if isinstance(i, slice):
            if not isinstance(v, array):
                raise TypeError(f'can only assign array (not "{type(v).__name__}") to array slice')
            if v.typecode != self.typecode:
                raise TypeError('bad argument type for built-in operation')
            values = v._list()
            positions = range(len(self._items))[i]
            if len(positions) == len(values):
                self._overwrite(positions, values[:])
            else:
                self._free()
                self._items[i] = values
            return
        v = self._checked(v)
        try:
            self._items[i] = v
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __delitem__(self, i):
        self._free()
        try:
            del self._items[i]
        except IndexError:
            raise IndexError('array assignment index out of range') from None
        except TypeError:
            raise TypeError('array indices must be integers') from None

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, v):
        return v in self._items

    def __repr__(self):
        if not self._items:
            return f'array({self.typecode!r})'
        if self.typecode in 'uw':
            return f'array({self.typecode!r}, {"".join(self._items)!r})'
        return f'array({self.typecode!r}, {self._list()!r})'

    def __eq__(self, other):
        return self._list() == other._list() if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._list() < other._list() if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._list() <= other._list() if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._list() > other._list() if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._list() >= other._list() if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __add__(self, other):
        if not isinstance(other, array):
            if hasattr(type(other), '__radd__'):
                return NotImplemented
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._made(self._list() + other._list())

    def __iadd__(self, other):
        if not isinstance(other, array):
            if hasattr(type(other), '__radd__'):
                return NotImplemented
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        if hasattr(type(n), '__rmul__') and not isinstance(n, int):
            return NotImplemented
        return self._made(self._list() * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        if hasattr(type(n), '__rmul__') and not isinstance(n, int):
            return NotImplemented
        self._free()
        self._items *= n
        return self

    def __copy__(self):
        return self._made(self._list()[:])

    def __deepcopy__(self, memo):
        return self._made(self._list()[:])

    def append(self, v):
        v = self._checked(v)
        self._free()
        self._items.append(v)

    def extend(self, values):
        if isinstance(values, array) and values.typecode != self.typecode:
            raise TypeError('can only extend with array of same kind')
        values = [self._checked(v) for v in values]
        self._free()
        self._items.extend(values)

    def fromlist(self, values):
        if not isinstance(values, list):
            raise TypeError('arg must be list')
        values = [self._checked(v) for v in values]
        self._free()
        self._items.extend(values)

    def insert(self, i, v):
        v = self._checked(v)
        self._free()
        self._items.insert(i, v)

    def pop(self, i=-1):
        if not self._items:
            raise IndexError('pop from empty array')
        self._free()
        try:
            return self._items.pop(i)
        except IndexError:
            raise IndexError('pop index out of range') from None

    def remove(self, v):
        if v not in self._items:
            raise ValueError('array.remove(x): x not in array')
        self._free()
        self._items.remove(v)

    def index(self, v, start=0, stop=None):
        for i in range(*slice(start, stop).indices(len(self._items))):
            if self._items[i] == v:
                return i
        raise ValueError('array.index(x): x not in array')

    def count(self, v):
        return self._list().count(v)

    def reverse(self):
        if type(self._items) is list:
            self._items.reverse()
        else:
            self._overwrite(range(len(self._items)), self._items.tolist()[::-1])

    def clear(self):
        self._free()
        self._items.clear()

    def tolist(self):
        return self._list()[:]

    def tobytes(self):
        if self.typecode in 'uw':
            return ''.join(self._items).encode('utf-32-le')
        return _struct.pack(f'{len(self._items)}{self.typecode}', *self._items)

    def __buffer__(self, flags, /):
        return self._view() if flags else self.tobytes()

    def frombytes(self, data):
        if len(data) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        self._free()
        if self.typecode in 'uw':
            self._items.extend(bytes(data).decode('utf-32-le'))
        else:
            self._items.extend(_struct.unpack(f'{len(data) // self.itemsize}{self.typecode}', bytes(data)))

    def tofile(self, f):
        f.write(self.tobytes())

    def fromfile(self, f, n):
        data = f.read(n * self.itemsize)
        self.frombytes(data[:len(data) // self.itemsize * self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError('read() returned not enough bytes')

    def byteswap(self):
        data = self.tobytes()
        n = self.itemsize
        swapped = array(self.typecode, b''.join([data[i:i + n][::-1] for i in range(0, len(data), n)]))
        self._overwrite(range(len(self._items)), swapped._items)

    def buffer_info(self):
        return (id(self._items), len(self._items))

    def tounicode(self):
        return ''.join(self._items)


ArrayType = array
