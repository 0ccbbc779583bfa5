"""Objects to pickles: byte for byte what CPython's C pickler writes."""
import builtins
import codecs
import sys
from copyreg import __newobj__, __newobj_ex__, _extension_registry, dispatch_table, reduced
from _pickle_codes import (HIGHEST_PROTOCOL, DEFAULT_PROTOCOL, MARK, STOP, POP, POP_MARK, FLOAT, INT, BININT, BININT1, LONG, BININT2, NONE, PERSID, BINPERSID, REDUCE,
    UNICODE, BINUNICODE, APPEND, BUILD, GLOBAL, DICT, EMPTY_DICT, APPENDS, GET, BINGET, LONG_BINGET, LIST, EMPTY_LIST, PUT, BINPUT, LONG_BINPUT,
    SETITEM, TUPLE, EMPTY_TUPLE, SETITEMS, BINFLOAT, TRUE, FALSE, PROTO, NEWOBJ, EXT1, EXT2, EXT4, TUPLE1, TUPLE2, TUPLE3, NEWTRUE, NEWFALSE,
    LONG1, LONG4, BINBYTES, SHORT_BINBYTES, SHORT_BINUNICODE, BINUNICODE8, BINBYTES8, EMPTY_SET, ADDITEMS, FROZENSET, NEWOBJ_EX, STACK_GLOBAL,
    MEMOIZE, FRAME, BYTEARRAY8, OLD_MODULES, OLD_NAMES, PicklingError)
from struct import pack

_FRAME_TARGET = 65536
_BATCH = 1000
_missing = object()


def encode_long(x):
    if x == 0:
        return b''
    count = (x.bit_length() >> 3) + 1
    data = x.to_bytes(count, 'little', signed=True)
    if x < 0 and count > 1 and data[-1] == 255 and data[-2] & 128:
        data = data[:-1]
    return data


def _attribute(module, name):
    """What the dotted name leads to, and its owner; pickles can't reach locals."""
    at = owner = module
    for part in name.split('.'):
        if part == '<locals>':
            raise AttributeError(f"Can't get local attribute {name!r} on {module!r}")
        owner, at = at, getattr(at, part)
    return at, owner


def _known_module(name):
    return builtins if name == 'builtins' else codecs if name == '_codecs' else sys.modules.get(name)


def whichmodule(obj, name):
    found = getattr(obj, '__module__', None)
    if found is not None:
        return '_codecs' if obj is codecs.encode else found
    if getattr(builtins, name, None) is obj:
        return 'builtins'
    for module_name, module in sys.modules.copy().items():
        if module_name == '__main__' or module is None:
            continue
        try:
            if _attribute(module, name)[0] is obj:
                return module_name
        except AttributeError:
            pass
    return '__main__'


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
        if buffer_callback is not None and protocol < 5:
            raise ValueError('buffer_callback needs protocol >= 5')
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self.memo = {}
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3
        self._parts = []
        self._size = 0

    def clear_memo(self):
        self.memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        if not hasattr(self, '_file_write'):
            raise PicklingError(f'Pickler.__init__() was not called by {type(self).__name__}.__init__()')
        if self.proto >= 2:
            self._file_write(PROTO + pack('<B', self.proto))
        self.save(obj)
        self._write(STOP)
        self._end_frame()

    # Frames: from protocol 4 on, what has been written goes out in pieces that say how long they are.

    def _write(self, data):
        self._parts.append(data)
        self._size += len(data)

    def _end_frame(self):
        data = b''.join(self._parts)
        self._parts = []
        self._size = 0
        if self.proto >= 4 and len(data) >= 4:
            data = FRAME + pack('<Q', len(data)) + data
        if data:
            self._file_write(data)

    def _write_large(self, header, payload):
        """Long texts stand outside frames."""
        if self.proto < 4 or len(payload) < _FRAME_TARGET:
            self._write(header + payload)
            return
        self._end_frame()
        self._file_write(header)
        self._file_write(payload)

    def memoize(self, obj):
        if self.fast:
            return
        index = len(self.memo)
        if self.proto >= 4:
            self._write(MEMOIZE)
        elif self.bin:
            self._write(BINPUT + pack('<B', index) if index < 256 else LONG_BINPUT + pack('<I', index))
        else:
            self._write(PUT + repr(index).encode('ascii') + b'\n')
        self.memo[id(obj)] = index, obj

    def _get(self, index):
        if not self.bin:
            return GET + repr(index).encode('ascii') + b'\n'
        return BINGET + pack('<B', index) if index < 256 else LONG_BINGET + pack('<I', index)

    def save(self, obj, save_persistent_id=True):
        if self._size >= _FRAME_TARGET and self.proto >= 4:
            self._end_frame()
        if save_persistent_id:
            known = self.persistent_id(obj)
            if known is not None:
                self.save_pers(known)
                return
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(self._get(known[0]))
            return
        cls = type(obj)
        saver = getattr(self, 'reducer_override', None)
        made = saver(obj) if saver is not None and cls not in _plain else NotImplemented
        if made is NotImplemented:
            save = _savers.get(cls)
            if save is not None:
                save(self, obj)
                return
            made = self._reduced(obj, cls)
            if made is None:
                return
        if isinstance(made, str):
            self.save_global(obj, made)
            return
        if not isinstance(made, tuple):
            raise PicklingError('__reduce__ must return a string or tuple')
        if not 2 <= len(made) <= 6:
            raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
        self.save_reduce(*made, obj=obj)

    def _reduced(self, obj, cls):
        own = getattr(self, 'dispatch_table', dispatch_table)
        reduce = own.get(cls)
        if reduce is not None:
            return reduce(obj)
        if issubclass(cls, type):
            self.save_global(obj)
            return None
        return reduced(obj, self.proto)

    def save_pers(self, pid):
        if self.bin:
            self.save(pid, save_persistent_id=False)
            self._write(BINPERSID)
            return
        try:
            self._write(PERSID + str(pid).encode('ascii') + b'\n')
        except UnicodeEncodeError:
            raise PicklingError('persistent IDs in protocol 0 must be ASCII strings') from None

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not isinstance(args, tuple):
            raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
        if not callable(func):
            raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
        name = getattr(func, '__name__', '')
        if self.proto >= 2 and name == '__newobj_ex__':
            self._save_new_with_keywords(func, args)
        elif self.proto >= 2 and name == '__newobj__':
            cls = args[0]
            if not hasattr(cls, '__new__'):
                raise PicklingError('args[0] from __newobj__ args has no __new__')
            if obj is not None and cls is not type(obj):
                raise PicklingError('args[0] from __newobj__ args has the wrong class')
            self.save(cls)
            self.save(args[1:])
            self._write(NEWOBJ)
        else:
            self.save(func)
            self.save(args)
            self._write(REDUCE)
        if obj is not None:
            known = self.memo.get(id(obj))
            if known is not None:  # a part of itself has saved it
                self._write(POP + self._get(known[0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._append_all(listitems)
        if dictitems is not None:
            self._set_all(dictitems)
        if state is None:
            return
        if state_setter is None:
            self.save(state)
            self._write(BUILD)
            return
        self.save(state_setter)
        self.save(obj)
        self.save(state)
        self._write(TUPLE2)
        self._write(REDUCE)
        self._write(POP)

    def _save_new_with_keywords(self, func, args):
        cls, args, kwargs = args
        if not hasattr(cls, '__new__'):
            raise PicklingError('args[0] from __newobj_ex__ args has no __new__')
        if self.proto >= 4:
            self.save(cls)
            self.save(args)
            self.save(kwargs)
            self._write(NEWOBJ_EX)
            return
        from functools import partial
        self.save(partial(cls.__new__, cls, *args, **kwargs))
        self.save(())
        self._write(REDUCE)

    def save_none(self, obj):
        self._write(NONE)

    def save_bool(self, obj):
        if self.proto >= 2:
            self._write(NEWTRUE if obj else NEWFALSE)
        else:
            self._write(TRUE if obj else FALSE)

    def save_long(self, obj):
        if self.bin:
            if 0 <= obj <= 0xff:
                return self._write(BININT1 + pack('<B', obj))
            if 0 <= obj <= 0xffff:
                return self._write(BININT2 + pack('<H', obj))
            if -0x80000000 <= obj <= 0x7fffffff:
                return self._write(BININT + pack('<i', obj))
        if self.proto >= 2:
            data = encode_long(obj)
            if len(data) < 256:
                return self._write(LONG1 + pack('<B', len(data)) + data)
            return self._write(LONG4 + pack('<i', len(data)) + data)
        if -0x80000000 <= obj <= 0x7fffffff:
            return self._write(INT + repr(obj).encode('ascii') + b'\n')
        self._write(LONG + repr(obj).encode('ascii') + b'L\n')

    def save_float(self, obj):
        self._write(BINFLOAT + pack('>d', obj) if self.bin else FLOAT + repr(obj).encode('ascii') + b'\n')

    def save_bytes(self, obj):
        if self.proto < 3:
            if obj:
                self.save_reduce(codecs.encode, (str(obj, 'latin1'), 'latin1'), obj=obj)
            else:
                self.save_reduce(bytes, (), obj=obj)
            return
        if len(obj) < 256:
            self._write(SHORT_BINBYTES + pack('<B', len(obj)) + obj)
        elif len(obj) > 0xffffffff and self.proto >= 4:
            self._write_large(BINBYTES8 + pack('<Q', len(obj)), obj)
        else:
            self._write_large(BINBYTES + pack('<I', len(obj)), obj)
        self.memoize(obj)

    def save_bytearray(self, obj):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
            return
        self._write_large(BYTEARRAY8 + pack('<Q', len(obj)), bytes(obj))
        self.memoize(obj)

    def save_str(self, obj):
        if not self.bin:
            text = obj.replace('\\', '\\u005c').replace('\0', '\\u0000').replace('\n', '\\u000a').replace('\r', '\\u000d').replace('\x1a', '\\u001a')
            self._write(UNICODE + text.encode('raw-unicode-escape') + b'\n')
            self.memoize(obj)
            return
        data = obj.encode('utf-8', 'surrogatepass')
        if len(data) < 256 and self.proto >= 4:
            self._write(SHORT_BINUNICODE + pack('<B', len(data)) + data)
        elif len(data) > 0xffffffff and self.proto >= 4:
            self._write_large(BINUNICODE8 + pack('<Q', len(data)), data)
        else:
            self._write_large(BINUNICODE + pack('<I', len(data)), data)
        self.memoize(obj)

    def save_tuple(self, obj):
        count = len(obj)
        if count == 0:
            self._write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
            return
        few = count <= 3 and self.proto >= 2
        if not few:
            self._write(MARK)
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is None:
            self._write((TUPLE1, TUPLE2, TUPLE3)[count - 1] if few else TUPLE)
            self.memoize(obj)
        elif self.bin and not few:
            self._write(POP_MARK + self._get(known[0]))
        else:
            self._write(POP * (count if few else count + 1) + self._get(known[0]))

    def save_list(self, obj):
        self._write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(obj)
        self._append_all(obj)

    def _append_all(self, items):
        if not self.bin:
            for item in items:
                self.save(item)
                self._write(APPEND)
            return
        for batch in _batches(items):
            if len(batch) > 1:
                self._write(MARK)
            for item in batch:
                self.save(item)
            self._write(APPENDS if len(batch) > 1 else APPEND)

    def save_dict(self, obj):
        self._write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(obj)
        self._set_all(obj.items())

    def _set_all(self, pairs):
        if not self.bin:
            for key, value in pairs:
                self.save(key)
                self.save(value)
                self._write(SETITEM)
            return
        for batch in _batches(pairs):
            if len(batch) > 1:
                self._write(MARK)
            for key, value in batch:
                self.save(key)
                self.save(value)
            self._write(SETITEMS if len(batch) > 1 else SETITEM)

    def save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self._write(EMPTY_SET)
        self.memoize(obj)
        for batch in _batches(obj):
            self._write(MARK)
            for item in batch:
                self.save(item)
            self._write(ADDITEMS)

    def save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self._write(MARK)
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(POP_MARK + self._get(known[0]))
            return
        self._write(FROZENSET)
        self.memoize(obj)

    def save_type(self, obj):
        for value in (None, NotImplemented, ...):
            if obj is type(value):
                self.save_reduce(type, (value,), obj=obj)
                return
        self.save_global(obj)

    def save_method(self, obj):
        self.save_reduce(getattr, (obj.__self__, obj.__func__.__name__), obj=obj)

    def save_builtin(self, obj):
        owner = obj.__self__
        if owner is None or type(owner) is type(sys):
            self.save_global(obj)
        else:
            self.save_reduce(getattr, (owner, obj.__name__), obj=obj)

    def save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, '__qualname__', None)
        if name is None:
            name = obj.__name__
        module_name = whichmodule(obj, name)
        module = _known_module(module_name)
        try:
            found = _attribute(module, name)[0]
        except AttributeError:
            local = '<locals>' in name.split('.')
            raise (AttributeError(f"Can't get local object {name!r}") if local else
                   PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed")) from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        code = _extension_registry.get((module_name, name), 0) if self.proto >= 2 else 0
        if code:
            self._write(EXT1 + pack('<B', code) if code <= 0xff else EXT2 + pack('<H', code) if code <= 0xffff else EXT4 + pack('<i', code))
            return
        self._write_name(module_name, name)
        self.memoize(obj)

    def _write_name(self, module_name, name):
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self._write(STACK_GLOBAL)
            return
        *path, name = name.split('.')
        if path:
            self.save(getattr)
            if self.proto < 2:
                self._write(MARK)
            self._write_name(module_name, '.'.join(path))
            self.save(name)
            self._write((TUPLE2 if self.proto >= 2 else TUPLE) + REDUCE)
            return
        if self.fix_imports:
            module_name, name = OLD_NAMES.get((module_name, name), (OLD_MODULES.get(module_name, module_name), name))
        try:
            self._write(GLOBAL + f'{module_name}\n{name}\n'.encode('utf-8' if self.proto >= 3 else 'ascii'))
        except UnicodeEncodeError:
            raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using pickle protocol {self.proto}") from None


def _batches(items):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


_plain = {type(None): Pickler.save_none, bool: Pickler.save_bool, int: Pickler.save_long, float: Pickler.save_float, bytes: Pickler.save_bytes, str: Pickler.save_str,
          tuple: Pickler.save_tuple, list: Pickler.save_list, dict: Pickler.save_dict, set: Pickler.save_set, frozenset: Pickler.save_frozenset,
          bytearray: Pickler.save_bytearray}
_savers = _plain | {type: Pickler.save_type, type(encode_long): Pickler.save_global, type(Pickler(type('', (), {'write': None})).dump): Pickler.save_method,
                    type(len): Pickler.save_builtin}
