from collections import Counter

c = Counter('mississippi')
print(c, c.most_common(2), c['z'], c.total(), 'z' in c)
c.update('zzz')
c.update({'q': 2}, w=1)
c['z'] -= 1
print(c + Counter(z=1), c - Counter(i=3), sorted(c.elements()), +c, -Counter(a=-1))
print(Counter(a=3) & Counter(a=1, b=2), Counter(a=3) | Counter(b=1), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) < Counter(a=2))
c.subtract('ssss')
print(c, dict(c), c.copy() == c)
del c['nothing']
c += Counter('z')
c -= Counter('m')
print(c, Counter(), list(c), type(c), c.pop('z'))
words = Counter()
for word in 'a b a c b a'.split():
    words[word] += 1
print(words.most_common(), max(words, key=words.get), Counter(x % 3 for x in range(10)))
try:
    Counter.fromkeys('ab')
except NotImplementedError as e:
    print(e)
