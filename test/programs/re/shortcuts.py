# What the matcher skips without trying, it must skip rightly.
import random
import re


# Alternatives of one character are a set
for pattern in ['(?:a|b|c)*d', '(a|b|c)*d', r'(?:a|\d|[x-z])+', '(?i:K|s|b)+', '(?i:[k]|S)+', 'a|[^b]|c', '(?:a|.)x', '(?:é|€|a)+', '(?:(?:a|b)|c)+?$', '|a', '(?:a|b|)c']:
    for text in ['abcd', 'xa19z', 'KkſS\u212ab', 'é€a', 'ax', '', 'abcab']:
        print(pattern, ascii(text), re.search(pattern, text) and re.search(pattern, text).span(), ascii(re.findall(pattern, text)))

# Places where a match cannot begin
for pattern in ['x?a', 'x+a', '(?=a)', '(?!a).', '(?<=b)a', r'\bb', '^b|a$', '(?:a?){2}b', '(?:a|b?)*c', '(?>a|b)c', r'(a)?(?(1)b|c)', 'é', '€', '[^a]b', '[é-€]']:
    print(pattern, [(m.start(), m.end()) for m in re.finditer(pattern, 'xxa abc €éa\nb ac')], [m.start() for m in re.finditer(pattern, 'bba')])
print(re.findall(rb'\xff|[\x80-\x90]', b'a\xff\x85b'), re.findall(rb'(?:a|\xe9)+', b'\xe9aa'))

# What comes next says where a repeated item can end
for pattern in ['".*"', '".*?"', '[a-z]*[0-9]', '[a-z]*?[0-9]', r'\w+\b', r'\w*(\d)', '(a*)*b', '(?:ab?)+$', r'(\w+) (\1)', 'a{2,3}?a', '.*\n', '.*$']:
    print(pattern, [m.span() for m in re.finditer(pattern, 'x "a" b "c1" aaaa ab ab\n')])

# An empty text has neither kind of boundary
print(re.search(r'\B', ''), re.search(r'\b', ''), re.findall(r'\B', 'ab c'), re.search(r'\B', ' ').span())


def atom(r, depth):
    kind = r.randrange(12)
    if kind < 5 or depth == 0:
        return r.choice('abcA1 é')
    if kind < 7:
        return r.choice(['.', r'\d', r'\w', r'\s', r'\W', '[a-b]', '[^a]', '[c1é]', r'[^\d ]'])
    if kind == 7:
        return r.choice(['^', '$', r'\b', r'\B', '(?=a)', '(?!b)', '(?<=a)', '(?<!b)'])
    return r.choice(['(?:', '(', '(', '(?=', '(?>', '(?i:']) + alternatives(r, depth - 1) + ')'


def sequence(r, depth):
    items = []
    for _ in range(r.randint(1, 3)):
        one = atom(r, depth)
        again = one[0] not in '^$' and one[:2] not in (r'\b', r'\B') and not one.startswith(('(?=', '(?!', '(?<'))
        items.append(one + (r.choice(['*', '+', '?', '{2}', '{1,2}', '*?', '+?', '??']) if again and r.random() < 0.4 else ''))
    return ''.join(items)


def alternatives(r, depth):
    return '|'.join(sequence(r, depth) for _ in range(r.choice([1, 1, 2, 3])))


for seed in range(150):
    r = random.Random(seed)
    pattern = re.compile(alternatives(r, 2), r.choice([0, 0, re.I, re.S, re.M, re.A]))
    text = ''.join(r.choice('abcAB1 é\n€') for _ in range(12))
    found = [(m.span(), m.groups()) for m in pattern.finditer(text)]
    whole = pattern.fullmatch(text[:3])
    print(seed, ascii(pattern.pattern), ascii(text), ascii(found), whole and whole.span())
