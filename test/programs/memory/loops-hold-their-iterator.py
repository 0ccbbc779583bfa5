def fin(tag):
    try:
        yield 1
        yield 2
    finally:
        print('cleanup', tag)
for x in fin('a'):
    print(x)
    break
def f():
    for x in fin('b'):
        for y in fin('c'):
            print(x, y)
            return 'ret'
print(f())
def g():
    for x in fin('d'):
        try:
            for y in fin('e'):
                print(x, y)
                continue
        finally:
            print('finally')
g()
class D:
    def __del__(self): print('del')
def h():
    for i in [D()]:
        print('body')
        break
    print('after')
h()
