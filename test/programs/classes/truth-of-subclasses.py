# A subclass of a container that says how long it is says whether it is true; and super() outside classes.
class Long(list):
    def __len__(self):
        return 99


class Said(dict):
    def __len__(self):
        return 5

    def __bool__(self):
        return False


class Number(int):
    def __len__(self):
        return 7


class Text(str):
    pass


class Longer(Long):
    pass


class Gone(tuple):
    def __len__(self):
        return 0


for o in (Long(), Said(a=1), Number(0), Text(), Text('a'), Longer(), Gone((1, 2)), type('Late', (set,), {'__len__': lambda self: 3})()):
    print(type(o).__name__, bool(o), not o, 1 if o else 2, o and 'and')


def free(self):
    return super().x


def nothing():
    return super()


for call in (lambda: free(1), nothing):
    try:
        call()
    except RuntimeError as e:
        print(e)
