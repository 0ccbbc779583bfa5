import string
from string import Template, ascii_letters

print(string.ascii_lowercase, string.ascii_uppercase, ascii_letters, string.digits, string.hexdigits, string.octdigits)
print(repr(string.punctuation), repr(string.whitespace), len(string.printable), string.capwords('hello  big world'), string.capwords('a-b', '-'))
t = Template('$who likes ${what}, costs $$5')
print(t.substitute(who='tim', what='kung pao'), t.safe_substitute(who='x'), t.is_valid(), t.get_identifiers(), t.template)
for bad in ('$', 'a $9', 'line\n  ${'):
    try:
        Template(bad).substitute()
    except ValueError as e:
        print(e)
try:
    t.substitute({'who': 1})
except KeyError as e:
    print('KeyError', e)
print(string.Formatter().format('{0} {x!r:>5}', 1, x='a'))
