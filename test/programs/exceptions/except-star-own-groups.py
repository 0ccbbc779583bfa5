class MyG(ExceptionGroup):
    def derive(self, excs): return MyG(self.message, excs)
try: raise MyG('my', [ValueError(1), TypeError(2)])
except* ValueError as e: print(type(e).__name__)
except* TypeError as e: print(type(e).__name__)
def f():
    for i in range(3):
        try:
            if i: raise ExceptionGroup('l', [ValueError(i)])
        except* ValueError as e:
            print('loop', i, e.exceptions)
f()
try:
    try: raise TypeError('other')
    except* ValueError: print('bad')
except TypeError as e: print('passed', e)


class Telling(ExceptionGroup):
    def derive(self, members):
        print('derive', members)
        return Telling(self.message + '!', members)


told = Telling('t', [ValueError(1), ExceptionGroup('in', [TypeError(2), ValueError(3)])])
print(told.subgroup(TypeError), told.subgroup(OSError))
for part in told.split(ValueError):
    print(part.__suppress_context__, part.exceptions[-1].__suppress_context__)
