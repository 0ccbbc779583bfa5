# Names that only other versions of Python have: the error is raised where they are reached.
try:
    from itertools import izip, imap
except ImportError:
    izip, imap = zip, map
print(list(izip([1], [2])))
import sys, string, math, itertools, os, time, collections
print(hasattr(sys, 'exc_clear'), hasattr(math, 'nope'))
try: print(sys.maxint)
except AttributeError as e: print(e)
try: print(string.letters)
except AttributeError as e: print(e)
try: f = itertools.imap
except AttributeError as e: print(e); f = map
try: math.nope
except AttributeError as e: print(e)
try: time.clock()
except AttributeError as e: print(e)
if hasattr(sys, 'exc_clear'): sys.exc_clear()
try:
    import cPickle as pickle
except ImportError:
    print('no cPickle')
try:
    xrange
except NameError:
    xrange = range
print(list(xrange(2)))
try:
    unicode
except NameError:
    unicode = str
try:
    from cStringIO import StringIO
except ImportError:
    from io import StringIO
print(StringIO('a').read())
try:
    raw_input
except NameError:
    raw_input = input
try:
    import __builtin__ as builtins
except ImportError:
    import builtins
print(builtins.len([1]), builtins.str(2))
try:
    import __builtin__
except ImportError:
    import builtins as __builtin__
print(__builtin__.len([1]), hasattr(__builtin__, 'nope'), getattr(__builtin__, 'max')(1, 2))
b = __builtin__
print(b.min(1, 2), b.__name__)
