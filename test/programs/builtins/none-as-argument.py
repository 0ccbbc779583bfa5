# What CPython's parser of arguments says of None.
import heapq
import sys
import time
import types


def attempt(action, *args, **keywords):
    try:
        print(action(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


attempt(heapq.heapify, None)
attempt(heapq.heappush, None, 1)
attempt((1).__format__, None)
attempt((1.5).__format__, None)
attempt((1j).__format__, None)
attempt('a'.__format__, None)
attempt(sys.intern, None)
attempt(time.strftime, None)
attempt(types.ModuleType, None)
attempt(types.FunctionType, None, {})
attempt(types.FunctionType, (lambda: 0).__code__, None)
attempt(memoryview(b'1').cast, None)
attempt(int.from_bytes, b'1', None)
attempt((1).to_bytes, 1, None)
attempt(bytes, '', None)
attempt(type, None, (), {})
attempt(type, 'A', None, {})
attempt(type, 'A', (), None)
attempt(super, None, 1)
attempt(sys.stdout.write, None)
attempt(b''.decode, None)
attempt(''.encode, errors=None)
attempt(b''.hex, None)
attempt(bytes.fromhex, None)
attempt(float.fromhex, None)
attempt(''.split, None, None)
attempt('a'.replace, None, 'b')
attempt('a'.count, None)
attempt('a'.center, None)
attempt('a'.startswith, None)
attempt(ord, None)
attempt(chr, None)
attempt(getattr, 1, None)
attempt(types.MappingProxyType, None)
attempt(open, None)
attempt(round, 1.5, 'x')
attempt(''.join, None)
