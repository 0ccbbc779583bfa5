from collections import defaultdict
from string import Formatter, Template


class Names(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f'<{key}>') if isinstance(key, str) else args[key]

    def format_field(self, value, format_spec):
        return super().format_field(value, format_spec).upper()

    def convert_field(self, value, conversion):
        return value * 2 if conversion == 'x' else super().convert_field(value, conversion)

    def check_unused_args(self, used_args, args, kwargs):
        print(sorted(map(str, used_args)), len(args), sorted(kwargs))


class Point:
    x, items = 1, {'a': [5, 6]}


print(Names().format('{0} {greeting}, {name!x}! {1:>{width}}', 'zero', 'one', name='Jo', width=5))
print(Formatter().format('{} {!r:>5} {{}} {p.x} {p.items[a][1]:03d}', 1, 'a', p=Point))
print(list(Formatter().parse('a{{b}}c{0.x[k]!r:>{1}} {}{:x}z')))
for text in ['{', '}', '{0', '{0!', '{0!rx}', '{a{b}}', '{0:{1', '{}{0}', '{0}{}', '{0!z}', '{0[}', '{0.}', '{missing}']:
    try:
        print(Formatter().format(text, 1, 2))
    except (ValueError, KeyError, IndexError) as error:
        print(repr(text), type(error).__name__, error)


class Dotted(Template):
    idpattern = r'[_a-z][._a-z0-9]*'


class Braced(Template):
    idpattern, braceidpattern, flags = r'[a-z]+', r'[A-Z]+', 0


class Percent(Template):
    delimiter = '%'


class At(Template):
    pattern = r'@(?:(?P<escaped>@)|(?P<named>\w+)|<(?P<braced>\w+)>|(?P<invalid>))'


print(Dotted('$a.b ${c.d}').substitute({'a.b': 1, 'c.d': 2}), Braced('$foo ${BAR} $x').safe_substitute(foo=1, BAR=2))
print(Percent('%x 5%% $y').substitute(x=1), At('@a @<b> @@ @c').safe_substitute(a=1, b=2), At('@b @<a>').get_identifiers())
print(Template('$a ${b} $c').safe_substitute(defaultdict(int, a=5)), Braced('$FOO').is_valid(), Template('x $').is_valid())
try:
    At('line\n a @- b').substitute()
except ValueError as error:
    print(error)
