"""keyword, reprlib, locale, getopt."""
import keyword, reprlib, locale, getopt
print(keyword.iskeyword('for'), keyword.iskeyword('foo'), keyword.issoftkeyword('match'), len(keyword.kwlist))
print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr(10 ** 100), reprlib.repr((1,)), reprlib.repr({3, 1, 2}), reprlib.repr([[[[[[[[1]]]]]]]]))
class L:
    def __init__(self): self.me = self
    @reprlib.recursive_repr()
    def __repr__(self): return f'<{self.me!r}>'
print(L())
r = reprlib.Repr(maxlist=2, indent=2); print(r.repr([1, [2, 3], 4]))
print(locale.setlocale(locale.LC_NUMERIC), locale.setlocale(locale.LC_ALL, 'C'), locale.localeconv()['decimal_point'], locale.format_string('%d %.2f', (3, 2.5)))
try: locale.setlocale(locale.LC_ALL, 'xx_YY')
except locale.Error as e: print(e)
print(getopt.getopt(['-a', '-bfoo', '--long=3', '--fl', 'x', '-y'], 'ab:', ['long=', 'flag']))
print(getopt.gnu_getopt(['x', '-a', 'y', '--', '-b'], 'ab:'))
for args in (['-z'], ['--nope'], ['-b'], ['--flag=1'], ['--long']):
    try: getopt.getopt(args, 'ab:', ['long=', 'flag'])
    except getopt.GetoptError as e: print(e, e.opt)
