# __pow__ and __rpow__ called as methods, with a modulus.
for a in [(2, 3, 5), (2, -1, 7), (2, 3, None), (2, 'a', 5), (2, 3, 'a'), (2, 3, 0), (2, -1, None), (2, -1, 4)]:
    try:
        print((a[0]).__pow__(*a[1:]), type(a[0]).__pow__(*a))
    except Exception as e:
        print(type(e), e)
print((2).__pow__(3, 5))
print((2).__rpow__(3, 5), (2).__rpow__(3), (2).__rpow__(3, None))
try:
    print((2.0).__pow__(3, 5))
except Exception as e: print(type(e), e)
print((2.0).__pow__(3, None), (2.0).__pow__(3))
try:
    print((2j).__pow__(3, 5))
except Exception as e: print(type(e), e)
print(True.__pow__(3, 5))
try: print((2).__pow__(3, 5, 6))
except Exception as e: print(type(e), e)
try: print((2).__pow__())
except Exception as e: print(type(e), e)
class I(int):
    def __pow__(self, o, m=None):
        return ('pow', int(self), o, m)
    def __rpow__(self, o, m=None):
        return ('rpow', int(self), o, m)
print(I(2) ** 3, pow(I(2), 3, 5), pow(2, I(3), 5), 2 ** I(3), pow(2, 3, I(5)))
