import copy


def attempt(change):
    try:
        change()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


e = SyntaxError('msg', ('f', 1, 2, 'text'))
e.lineno = 100
e.msg = 'x'
e.text = 'q'
print(e, e.lineno, e.text, e.end_lineno, e.args)
bare = SyntaxError('only')
bare.filename = '/a/b.py'
print(bare, bare.offset, bare.args)
del bare.filename
print(bare, bare.filename)
u = UnicodeDecodeError('ascii', b'xyz', 0, 1, 'why')
u.reason = 'zz'
u.end = 2
u.start = 1
print(u, u.args[3:])
u.encoding = 'latin'
u.object = b'abcd'
print(u, u.object)
t = UnicodeTranslateError('abc', 0, 1, 'why')
t.end = 2
print(t, t.object, t.end)


class Own(SyntaxError):
    pass


own = Own('m', ('f', 1, 2, 'text'))
own.offset = 7
print(own.offset, own.lineno, own)
i = ImportError('test', name='n', path='p')
i.name = 'z'
print(i.name, i.msg, copy.copy(i).name, copy.copy(i).path, i.__reduce__()[2])
for name in '__cause__', '__context__', '__traceback__', 'args':
    attempt(lambda: delattr(ValueError(1), name))
    attempt(lambda: setattr(ValueError(1), name, 1))
attempt(lambda: setattr(ValueError(1), '__suppress_context__', 1))
