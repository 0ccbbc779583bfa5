import re

print(re.findall(r'\d+', 'a1b22'), re.findall(r'(\w)(\d)', 'a1 b2'), re.findall(r'x*', 'axb'), re.findall(r'(a)|b', 'ab'), re.findall('', 'ab'))
print(re.split(r',\s*', 'a, b,c'), re.split(r'(,)', 'a,b'), re.split(r'x*', 'axbc'), re.split(r',', 'a,b,c', maxsplit=1), re.split(r'(a)|b', 'xaybz'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('a', lambda m: m.group().upper() + str(m.start()), 'banana'), re.sub(r'a', 'x', 'aaa', count=2))
print(re.subn(r'b*', '-', 'abc'), re.sub(r'(?P<n>\d)', r'<\g<n>\g<1>\g<0>>', 'a1'), re.sub('x', r'\n\t\\', 'axb'), re.sub(r'\s+', ' ', ' a  b\n c '), re.sub('(a)(b)?', r'[\2]', 'a'))
print([m.span() for m in re.finditer(r'a|', 'aba')], [m.group() for m in re.compile('[a-z]').finditer('A1bC2d', 2)], re.match('(a)(b)?', 'a').expand(r'\1-\2-'))
print(re.escape('a.b*c[d] é_1'), re.escape(b'\x00.'), re.compile('').split('ab'))
tokens = re.compile(r'(?P<number>\d+)|(?P<name>[a-z]\w*)|(?P<op>[-+*/=()])|(?P<space>\s+)')
print([(m.lastgroup, m.group()) for m in tokens.finditer('x1 = 3*(y + 42)') if m.lastgroup != 'space'])
for bad in ('(', ')', '[a', '*a', 'a**', '(?P<1>a)', '(?P<a>x)(?P<a>y)', '\\', '(?<=a+)b', 'a{3,2}', '(?P=x)', '\\1', '[z-a]', '(?z)', '\\q', 'x(?i)', '(?P<n', '(?:', 'a\n(b', '(?(2)a)', '\\x1', '(?'):
    try:
        re.compile(bad)
        print(repr(bad), 'compiled')
    except re.error as e:
        print(repr(bad), type(e).__name__, e, e.pos)
for action in (lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'), lambda: re.match('a', 5), lambda: re.compile(5), lambda: re.sub('a', r'\9', 'a'), lambda: re.sub('(a)', r'\g<x>', 'a'),
               lambda: re.match('a', 'a').group(3), lambda: re.match('a', 'a')['x'], lambda: re.sub('a', r'\q', 'a'), lambda: re.compile(re.compile('a'), re.I)):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
text = 'the cat sat on the mat ' * 400
print(len(re.findall(r'\b\w*at\b', text)), len(re.sub(r'[aeiou]', '', text)), re.search('(?:a|b|c)*d', 'abc' * 3000))
