"""What is wrong with class patterns shows when they are tried."""


class P:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Listed:
    __match_args__ = ['x']


class Odd:
    __match_args__ = (1,)


class Text(str):
    pass


def attempt(f):
    try:
        return f()
    except TypeError as e:
        return str(e)


def many():
    match P(1, 2):
        case P(1, 2, 3):
            return 'matched'


def repeated():
    match P(1, 2):
        case P(1, x=1):
            return 'matched'


def listed():
    match Listed():
        case Listed(1):
            return 'matched'


def odd():
    match Odd():
        case Odd(1):
            return 'matched'


def two():
    match 5:
        case int(1, 2):
            return 'matched'


def itself():
    match Text('abc'):
        case Text('abd'):
            return 'no'
        case Text(x):
            return x, type(x)


def none():
    match object():
        case object(1):
            return 'matched'


def absent():
    match P(1, 2):
        case P(1, z=2):
            return 'matched'
        case P(a, y=b):
            return a, b


for f in (many, repeated, listed, odd, two, itself, none, absent):
    print(f.__name__, attempt(f))


class Keys:
    first = 'a'
    number = 1


for subject in {'a': 0, 'b': 1}, {1: 'x', 'a': 2}, {'b': 1, 'c': 2}:
    try:
        match subject:
            case {Keys.first: y, 'b': z}:
                print('two keys', y, z)
            case {Keys.number: y, True: z}:
                print('never', y, z)
            case _:
                print('none of these')
    except ValueError as error:
        print(error)
