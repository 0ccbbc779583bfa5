def local(v):
    exec('inner = v + 1; print("in exec", inner)')
    w = eval('v * w0', {'v': v, 'w0': 3})
    return eval('v + w'), [eval('v') for _ in range(2)]
print(local(4))
c = compile('6 * 7', '<c>', 'eval')
print(eval(c))
m = compile('made_by_exec = "yes"', '<c>', 'exec')
exec(m)
print(made_by_exec)
def setter():
    exec('via_globals = 5', globals())
setter()
print(via_globals)
class Cls:
    val = eval('1 + 1')
print(Cls.val)
exec("for i in range(2):\n    print('loop', i)\n")
print(i)
exec('import math\nprint(math.floor(2.5))')
exec('def outer_fn(a):\n    def inner(): return a\n    return inner')
print(outer_fn(3)(), outer_fn.__name__, outer_fn.__qualname__)
print(eval('''
1 +
2
''') if 0 else eval(' 5'))
exec('', {})
print(eval('None'), eval('"s" "t"'), eval('{"k": [1, (2,)]}'), eval('x if True else y', {'x': 1}))
