# eval exec constant
print(eval('1 + 2'))
x = 5
print(eval('x * 2'))
def f(y): return eval('y + x')
print(f(3))
exec('z = 10')
print(z)
exec('''
def made(a):
    return a * 2
''')
print(made(4))
ns = {}
exec('q = 1; w = q + 1', ns)
print(ns['w'], ns['q'])
print(eval('a + b', {'a': 1, 'b': 2}))
print(eval(compile('3 * 4', 's', 'eval')))
try: eval('1 +')
except SyntaxError as e: print('SE', e.msg)
try: exec('raise ValueError(3)')
except ValueError as e: print(e)
