def sequence():
    code = 'a = 1'
    ns = {}
    exec(code, ns)
    code = 'a = 2'
    for _ in range(2):
        exec(code, ns)
    print(ns['a'])
    code = '1 +'
    try:
        exec(code, {}, {})
    except SyntaxError as error:
        print(error.msg)


def joined():
    body = 'x + 1'
    print(eval(f'(lambda x: {body})', {})(2))
    code = """
def inner():
    return [y := 1, y**2]
"""
    names = {}
    exec(code, names)
    print(names['inner']())


class Holder:
    def method(self):
        code = "found = [i for i in range(3)]"
        exec(code, names := {})
        return names['found']


sequence()
joined()
print(Holder().method())
