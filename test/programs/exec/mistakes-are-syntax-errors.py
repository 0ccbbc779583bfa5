for bad in [1]:
    for _ in [0]:
        try: exec('x = = 1')
        except SyntaxError as e: print(type(e).__name__, e.lineno, e.offset, e.filename)
        try: eval('x = 1')
        except SyntaxError as e: print('eval', type(e).__name__)
        try: exec('if 1:\nprint(2)')
        except IndentationError as e: print('indent', e.lineno)
        try: compile('def f(:', 'name.py', 'exec')
        except SyntaxError as e: print(e.filename, e.lineno)
try:
    eval('1 +')
except SyntaxError as e:
    print(e, '|', e.msg, e.text)
