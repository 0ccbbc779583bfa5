"""Texts that a function gets from its callers, or a loop from a display."""


def check(code, show=True):
    try:
        exec(code)
    except IndentationError:
        print('IndentationError')
    except SyntaxError as e:
        print('SyntaxError', e.msg if show else '')
    except NameError as e:
        print(e)
    else:
        print('fine')


check('a = 1')
check('1 +')
check('del f()')
check('def f():\nreturn 1', show=False)
check(code='print(undefined)')
check('a = 1')

for text in ('1 + 1', 'x * 2', '(', '"a" "b"'):
    x = 21
    try:
        print(text, eval(text))
    except SyntaxError as e:
        print(text, e.msg)

cases = [('1 if 1 else 2', 1), ('not 0', True), ('[i for i in range(3)]', [0, 1, 2])]
for code, expected in cases:
    print(code, eval(code) == expected)


def evaluate(expression, **names):
    return eval(expression, {}, names)


print(evaluate('a + b', a=1, b=2), evaluate('a * b', a=3, b=4))
