# None in the place of globals or locals, code objects of functions, and __globals__.
x = 11
exec('print(x)', None)
exec('print(x)', {'x': 3}, None)
exec('print(x); x = 4', None, {'x': 3})
exec('print(x); y = 5', None, {'z': 3})
print(eval('x + z', None, {'z': 3}), x, 'y' in globals())
try:
    exec('print(x)', {'z': 3}, locals())
    exec('print(x)', {'z': 3}, None)
except NameError as error:
    print(error)
for wrong in (lambda: exec('1', 'text'), lambda: exec('1', None, 123)):
    try:
        wrong()
    except TypeError as error:
        print(error)


def f():
    return x


f.__globals__['x'] = 6
print(f(), x, f.__globals__ is globals())
exec("def g(): pass\nprint(g.__globals__['x'])")
exec, (eval, compile)
