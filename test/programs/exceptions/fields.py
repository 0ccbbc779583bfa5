# What built-in exceptions keep of their arguments, and what str() makes of them.
import operator, os
class E(SyntaxError): pass
for args in ((), ('a',), ('a', 'b', 'c'), ('a', ('f', 2, 3, 'x'))):
    for t in (SyntaxError, IndentationError, TabError, E):
        try:
            raise t(*args)
        except SyntaxError as e:
            print(type(e).__name__, str(e), e.args, e.msg)
e = OSError(2, 'No', 'from', None, 'to')
print(type(e).__name__, e, e.filename, e.filename2, e.args, e.errno)
e = OSError('a', 'b', 'c', 'd')
print(e, e.filename2, OSError('a', 'b', None, 0, 'e'))
try:
    os.rename('/nonexistent/a', '/nonexistent/b')
except OSError as e:
    print(e, e.filename, e.filename2)
print(operator.__inv__(4))
class Plain:
    pass
for o in (None, 1, 2.5, 'a', (1, 2), range(3), {1}, Plain(), len, slice(1), {}.keys()):
    for i in (0, 'a', slice(0, 1)):
        try:
            del o[i]
        except TypeError as e:
            print(e)
