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


G = 'global G'
def outer():
    G = 'outer G'
    own = 'own'
    def inner():
        return eval('G')
    def inner2():
        G
        return eval('G')
    def inner3():
        class C:
            x = eval('G')
        return C.x
    def inner4():
        return eval('own')
    def inner5(loc):
        return eval('loc + G')
    def inner6(loc):
        exec('r = G')
        return locals().get('r', eval('G'))
    def inner7():
        own
        return eval('[own for _ in range(1)]')
    def inner8():
        return [eval('own') for own in 'ab']
    def inner9():
        return (lambda: eval('own'))()
    for f in inner, inner2, inner3, inner4, inner7, inner8, inner9:
        try: print(f.__name__, f())
        except NameError as e: print(f.__name__, e)
    print(inner5('x '), inner6(1))
    return own
outer()
