class S(str):
    def __str__(self):
        return 'own str'


print('{}'.format(S('xxx')), f'{S("yyy")}', '%s' % S('zzz'), format(S('aaa')), f'{S("b")!s}', str(S('q')))
print('{:>9}|{:s}'.format(S('xxx'), S('yyy')), f'{S("yyy"):>9}', format(S('aaa'), '^5'))
for text in ['0x1p\uff11', '\uff10x1p1', '1.\uff11']:
    try:
        print(float.fromhex(text))
    except ValueError as e:
        print(e)
for make in (lambda: b'%s' % (b'a', b'b'), lambda: b'abc' % 3, lambda: b'%d' % (1, 2), lambda: bytearray(b'%d') % (1, 2), lambda: b'' % (1,), lambda: b'x' % {}):
    try:
        print(make())
    except TypeError as e:
        print(e)
for make in (int, float):
    try:
        print(make(memoryview(b' 123')[1:3]), make(bytearray(b' 7 ')))
    except (TypeError, ValueError) as e:
        print(e)
for call in (lambda: str('a', 'b', 'c', 'd'), lambda: str('a', 'utf-8'), lambda: str(b'a', 1), lambda: str(b'a', encoding=1), lambda: str(x=1), lambda: str(b'a', errors='strict', object=b'b'), lambda: 'a' * 'b', lambda: 'a' * 1.5):
    try:
        print(repr(call()))
    except TypeError as e:
        print(e)
