import string


class Lenient(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f'<{key}>') if isinstance(key, str) else super().get_value(key, args, kwargs)

    def format_field(self, value, format_spec):
        return f'[{super().format_field(value, format_spec)}]'


def shown(make):
    try:
        print(make())
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)


plain = string.Formatter()
print(Lenient().format('{a} {b:>5} {0!r}', 'x', a=1), plain.vformat('{a.real}{b[0]}', (), {'a': 1, 'b': [5]}))
print(list(plain.parse('a{b!r:c}d{{}}{e[x:y]}')), plain.get_field('0[1].imag', ([0, 3j],), {}), plain.convert_field('é', 'a'))
for text in ('{', '}', '{a', '{a!rr}', '{a.}', '{0} {}', '{} {0}', '{!r}', '{:{}}', '{a:{b}}', '{:{:{}}}', '{{', 'x}}', '{a[b]}{0.real}', '{9}', '{zz}'):
    shown(lambda: list(plain.parse(text)))
    shown(lambda: plain.format(text, 5, 6, 7, a={'b': 1}, b=10))
shown(lambda: plain.format())
shown(lambda: plain.convert_field(1, 'z'))
