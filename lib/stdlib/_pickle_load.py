"""Pickles to objects."""
from copyreg import _extension_cache, _inverted_registry
from _pickle_codes import (HIGHEST_PROTOCOL, MARK, STOP, POP, POP_MARK, DUP, FLOAT, INT, BININT, BININT1, LONG, BININT2, NONE, PERSID, BINPERSID, REDUCE, STRING, BINSTRING,
    SHORT_BINSTRING, UNICODE, BINUNICODE, APPEND, BUILD, GLOBAL, DICT, EMPTY_DICT, APPENDS, GET, BINGET, INST, LONG_BINGET, LIST, EMPTY_LIST,
    OBJ, PUT, BINPUT, LONG_BINPUT, SETITEM, TUPLE, EMPTY_TUPLE, SETITEMS, BINFLOAT, PROTO, NEWOBJ, EXT1, EXT2, EXT4, TUPLE1, TUPLE2, TUPLE3,
    NEWTRUE, NEWFALSE, LONG1, LONG4, BINBYTES, SHORT_BINBYTES, SHORT_BINUNICODE, BINUNICODE8, BINBYTES8, EMPTY_SET, ADDITEMS, FROZENSET,
    NEWOBJ_EX, STACK_GLOBAL, MEMOIZE, FRAME, BYTEARRAY8, NEXT_BUFFER, READONLY_BUFFER, NEW_MODULES, NEW_NAMES, UnpicklingError)
from _pickle_save import _attribute, _known_module
from struct import unpack


def decode_long(data):
    return int.from_bytes(data, 'little', signed=True)


class _Stop(Exception):
    def __init__(self, value):
        self.value = value


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
        if not (hasattr(file, 'read') and hasattr(file, 'readline')):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file = file
        self._buffers = iter(buffers) if buffers is not None else None
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self.fix_imports = fix_imports

    def load(self):
        if not hasattr(self, '_file'):
            raise UnpicklingError(f'Unpickler.__init__() was not called by {type(self).__name__}.__init__()')
        self.stack = []
        self.metastack = []
        self.proto = 0
        loaders = _loaders
        read = self._file.read
        while True:
            key = read(1)
            if not key:
                raise EOFError('Ran out of input')
            loader = loaders.get(key[0])
            if loader is None:
                code = key[0]
                raise UnpicklingError(f"invalid load key, '{chr(code) if 32 <= code < 127 and code != 39 else chr(92) + f'x{code:02x}'}'.")
            try:
                loader(self)
            except _Stop as stop:
                return stop.value
            except IndexError as e:
                if e.args and e.args[0] == 'pop from empty list':
                    raise UnpicklingError('unpickling stack underflow') from None
                raise

    def _read(self, count):
        data = self._file.read(count)
        if len(data) < count:
            raise UnpicklingError('pickle data was truncated')
        return data

    def _line(self):
        data = self._file.readline()
        if not data.endswith(b'\n'):
            raise UnpicklingError('pickle data was truncated')
        return data[:-1]

    def _number(self, layout, size):
        return unpack(layout, self._read(size))[0]

    def pop_mark(self):
        items = self.stack
        if not self.metastack:
            raise UnpicklingError('could not find MARK')
        self.stack = self.metastack.pop()
        return items

    def persistent_load(self, pid):
        raise UnpicklingError('A load persistent id instruction was encountered, but no persistent_load function was specified.')

    def find_class(self, module, name):
        if self.proto < 3 and self.fix_imports:
            module, name = NEW_NAMES.get((module, name), (NEW_MODULES.get(module, module), name))
        found = _known_module(module)
        if found is None:
            raise ModuleNotFoundError(f'No module named {module!r}', name=module)
        if self.proto >= 4 and '.' in name:
            try:
                return _attribute(found, name)[0]
            except AttributeError:
                raise AttributeError(f"Can't get attribute {name!r} on {found!r}") from None
        try:
            return getattr(found, name)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {found!r}") from None

    # ---- values ----

    def load_proto(self):
        proto = self._read(1)[0]
        if proto > HIGHEST_PROTOCOL:
            raise ValueError(f'unsupported pickle protocol: {proto}')
        self.proto = proto

    def load_frame(self):
        self._number('<Q', 8)

    def load_stop(self):
        raise _Stop(self.stack.pop())

    def load_none(self):
        self.stack.append(None)

    def load_true(self):
        self.stack.append(True)

    def load_false(self):
        self.stack.append(False)

    def load_int(self):
        data = self._line()
        if data == b'00' or data == b'01':
            self.stack.append(data == b'01')
        else:
            self.stack.append(int(data, 0))

    def load_long(self):
        data = self._line()
        self.stack.append(int(data[:-1] if data.endswith(b'L') else data, 0))

    def load_binint(self):
        self.stack.append(self._number('<i', 4))

    def load_binint1(self):
        self.stack.append(self._read(1)[0])

    def load_binint2(self):
        self.stack.append(self._number('<H', 2))

    def load_long1(self):
        self.stack.append(decode_long(self._read(self._read(1)[0])))

    def load_long4(self):
        count = self._number('<i', 4)
        if count < 0:
            raise UnpicklingError('LONG pickle has negative byte count')
        self.stack.append(decode_long(self._read(count)))

    def load_float(self):
        self.stack.append(float(self._line()))

    def load_binfloat(self):
        self.stack.append(self._number('>d', 8))

    def _old_text(self, data):
        return data if self.encoding == 'bytes' else data.decode(self.encoding, self.errors)

    def load_string(self):
        data = self._line()
        if len(data) < 2 or data[0] != data[-1] or data[0] not in b'"\'':
            raise UnpicklingError('the STRING opcode argument must be quoted')
        self.stack.append(self._old_text(data[1:-1].decode('unicode_escape').encode('latin-1')))

    def load_binstring(self):
        count = self._number('<i', 4)
        if count < 0:
            raise UnpicklingError('BINSTRING pickle has negative byte count')
        self.stack.append(self._old_text(self._read(count)))

    def load_short_binstring(self):
        self.stack.append(self._old_text(self._read(self._read(1)[0])))

    def load_unicode(self):
        self.stack.append(self._line().decode('raw-unicode-escape'))

    def _text(self, count):
        self.stack.append(self._read(count).decode('utf-8', 'surrogatepass'))

    def load_binunicode(self):
        self._text(self._number('<I', 4))

    def load_short_binunicode(self):
        self._text(self._read(1)[0])

    def load_binunicode8(self):
        self._text(self._number('<Q', 8))

    def load_binbytes(self):
        self.stack.append(self._read(self._number('<I', 4)))

    def load_short_binbytes(self):
        self.stack.append(self._read(self._read(1)[0]))

    def load_binbytes8(self):
        self.stack.append(self._read(self._number('<Q', 8)))

    def load_bytearray8(self):
        self.stack.append(bytearray(self._read(self._number('<Q', 8))))

    def load_next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError('pickle stream refers to out-of-band data but no *buffers* argument was given')
        try:
            self.stack.append(next(self._buffers))
        except StopIteration:
            raise UnpicklingError('not enough out-of-band buffers') from None

    def load_readonly_buffer(self):
        self.stack[-1] = memoryview(self.stack[-1]).toreadonly()

    # ---- containers ----

    def load_mark(self):
        self.metastack.append(self.stack)
        self.stack = []

    def load_tuple(self):
        items = self.pop_mark()
        self.stack.append(tuple(items))

    def load_empty_tuple(self):
        self.stack.append(())

    def load_tuple1(self):
        self.stack[-1] = (self.stack[-1],)

    def load_tuple2(self):
        self.stack[-2:] = [(self.stack[-2], self.stack[-1])]

    def load_tuple3(self):
        self.stack[-3:] = [(self.stack[-3], self.stack[-2], self.stack[-1])]

    def load_empty_list(self):
        self.stack.append([])

    def load_empty_dict(self):
        self.stack.append({})

    def load_empty_set(self):
        self.stack.append(set())

    def load_frozenset(self):
        items = self.pop_mark()
        self.stack.append(frozenset(items))

    def load_list(self):
        items = self.pop_mark()
        self.stack.append(items)

    def load_dict(self):
        items = self.pop_mark()
        self.stack.append({items[i]: items[i + 1] for i in range(0, len(items), 2)})

    def load_append(self):
        value = self.stack.pop()
        self.stack[-1].append(value)

    def load_appends(self):
        items = self.pop_mark()
        target = self.stack[-1]
        extend = getattr(target, 'extend', None)
        if extend is not None:
            extend(items)
            return
        for item in items:
            target.append(item)

    def load_setitem(self):
        value = self.stack.pop()
        key = self.stack.pop()
        self.stack[-1][key] = value

    def load_setitems(self):
        items = self.pop_mark()
        target = self.stack[-1]
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def load_additems(self):
        items = self.pop_mark()
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    # ---- objects ----

    def load_global(self):
        module = self._line().decode('utf-8')
        name = self._line().decode('utf-8')
        self.stack.append(self.find_class(module, name))

    def load_stack_global(self):
        name = self.stack.pop()
        module = self.stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError('STACK_GLOBAL requires str')
        self.stack.append(self.find_class(module, name))

    def _extension(self, code):
        known = _extension_cache.get(code, self)
        if known is self:
            key = _inverted_registry.get(code)
            if key is None:
                if code <= 0:
                    raise UnpicklingError('EXT specifies code <= 0')
                raise ValueError(f'unregistered extension code {code}')
            known = _extension_cache[code] = self.find_class(*key)
        self.stack.append(known)

    def load_ext1(self):
        self._extension(self._read(1)[0])

    def load_ext2(self):
        self._extension(self._number('<H', 2))

    def load_ext4(self):
        self._extension(self._number('<i', 4))

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__'):
            self.stack.append(cls(*args))
        else:
            self.stack.append(cls.__new__(cls))

    def load_inst(self):
        module = self._line().decode('ascii')
        name = self._line().decode('ascii')
        args = self.pop_mark()
        self._instantiate(self.find_class(module, name), args)

    def load_obj(self):
        args = self.pop_mark()
        self._instantiate(args.pop(0), args)

    def load_newobj(self):
        args = self.stack.pop()
        cls = self.stack.pop()
        self.stack.append(cls.__new__(cls, *args))

    def load_newobj_ex(self):
        kwargs = self.stack.pop()
        args = self.stack.pop()
        cls = self.stack.pop()
        self.stack.append(cls.__new__(cls, *args, **kwargs))

    def load_reduce(self):
        args = self.stack.pop()
        self.stack[-1] = self.stack[-1](*args)

    def load_build(self):
        state = self.stack.pop()
        obj = self.stack[-1]
        setstate = getattr(obj, '__setstate__', None)
        if setstate is not None:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            attributes = obj.__dict__
            for key, value in state.items():
                attributes[key] = value
        if slots:
            for key, value in slots.items():
                setattr(obj, key, value)

    def load_persid(self):
        try:
            self.stack.append(self.persistent_load(self._line().decode('ascii')))
        except UnicodeDecodeError:
            raise UnpicklingError('persistent IDs in protocol 0 must be ASCII strings') from None

    def load_binpersid(self):
        self.stack.append(self.persistent_load(self.stack.pop()))

    # ---- the stack and the memo ----

    def load_pop(self):
        if self.stack:
            self.stack.pop()
        else:
            self.pop_mark()

    def load_pop_mark(self):
        self.pop_mark()

    def load_dup(self):
        self.stack.append(self.stack[-1])

    def _from_memo(self, index):
        if index not in self.memo:
            raise UnpicklingError(f'Memo value not found at index {index}')
        self.stack.append(self.memo[index])

    def load_get(self):
        self._from_memo(int(self._line()))

    def load_binget(self):
        self._from_memo(self._read(1)[0])

    def load_long_binget(self):
        self._from_memo(self._number('<I', 4))

    def load_put(self):
        index = int(self._line())
        if index < 0:
            raise ValueError('negative PUT argument')
        self.memo[index] = self.stack[-1]

    def load_binput(self):
        self.memo[self._read(1)[0]] = self.stack[-1]

    def load_long_binput(self):
        self.memo[self._number('<I', 4)] = self.stack[-1]

    def load_memoize(self):
        self.memo[len(self.memo)] = self.stack[-1]


_U = Unpickler
_loaders = {code[0]: load for code, load in (
    (MARK, _U.load_mark), (STOP, _U.load_stop), (POP, _U.load_pop), (POP_MARK, _U.load_pop_mark), (DUP, _U.load_dup), (FLOAT, _U.load_float), (INT, _U.load_int),
    (BININT, _U.load_binint), (BININT1, _U.load_binint1), (LONG, _U.load_long), (BININT2, _U.load_binint2), (NONE, _U.load_none), (PERSID, _U.load_persid),
    (BINPERSID, _U.load_binpersid), (REDUCE, _U.load_reduce), (STRING, _U.load_string), (BINSTRING, _U.load_binstring), (SHORT_BINSTRING, _U.load_short_binstring),
    (UNICODE, _U.load_unicode), (BINUNICODE, _U.load_binunicode), (APPEND, _U.load_append), (BUILD, _U.load_build), (GLOBAL, _U.load_global), (DICT, _U.load_dict),
    (EMPTY_DICT, _U.load_empty_dict), (APPENDS, _U.load_appends), (GET, _U.load_get), (BINGET, _U.load_binget), (INST, _U.load_inst),
    (LONG_BINGET, _U.load_long_binget), (LIST, _U.load_list), (EMPTY_LIST, _U.load_empty_list), (OBJ, _U.load_obj), (PUT, _U.load_put), (BINPUT, _U.load_binput),
    (LONG_BINPUT, _U.load_long_binput), (SETITEM, _U.load_setitem), (TUPLE, _U.load_tuple), (EMPTY_TUPLE, _U.load_empty_tuple), (SETITEMS, _U.load_setitems),
    (BINFLOAT, _U.load_binfloat), (PROTO, _U.load_proto), (NEWOBJ, _U.load_newobj), (EXT1, _U.load_ext1), (EXT2, _U.load_ext2), (EXT4, _U.load_ext4),
    (TUPLE1, _U.load_tuple1), (TUPLE2, _U.load_tuple2), (TUPLE3, _U.load_tuple3), (NEWTRUE, _U.load_true), (NEWFALSE, _U.load_false), (LONG1, _U.load_long1),
    (LONG4, _U.load_long4), (BINBYTES, _U.load_binbytes), (SHORT_BINBYTES, _U.load_short_binbytes), (SHORT_BINUNICODE, _U.load_short_binunicode),
    (BINUNICODE8, _U.load_binunicode8), (BINBYTES8, _U.load_binbytes8), (EMPTY_SET, _U.load_empty_set), (ADDITEMS, _U.load_additems),
    (FROZENSET, _U.load_frozenset), (NEWOBJ_EX, _U.load_newobj_ex), (STACK_GLOBAL, _U.load_stack_global), (MEMOIZE, _U.load_memoize), (FRAME, _U.load_frame),
    (BYTEARRAY8, _U.load_bytearray8), (NEXT_BUFFER, _U.load_next_buffer), (READONLY_BUFFER, _U.load_readonly_buffer))}
