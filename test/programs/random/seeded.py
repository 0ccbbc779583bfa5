import random
from random import Random, choice, gauss, randint, shuffle

random.seed(42)
print(random.random(), randint(1, 100), choice('abcdef'), random.randrange(0, 100, 7), random.uniform(1, 2), random.getrandbits(70))
items = list(range(10))
shuffle(items)
print(items, random.sample(range(100), 5), random.sample('abcdefghij', 10), random.choices([1, 2, 3], weights=[1, 0, 5], k=6), random.choices('xy', k=3))
print(gauss(0, 1), gauss(0, 1), random.normalvariate(5, 2), random.expovariate(2), random.triangular(1, 5, 2), random.betavariate(2, 3))
print(random.gammavariate(0.5, 2), random.gammavariate(3, 2), random.vonmisesvariate(1, 2), random.paretovariate(3), random.weibullvariate(1, 2), random.lognormvariate(0, 1))
print(random.binomialvariate(10, 0.3), random.binomialvariate(1000, 0.4), random.randbytes(5), random.randrange(10**30), random.getrandbits(0))
for seed in (0, 1, -7, 2**40, 10**40, 1.5, 'text', b'bytes', '', True):
    random.seed(seed)
    print(repr(seed), random.random())
r = Random(7)
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], r.randint(-5, 5), random.sample([1, 2], counts=[2, 3], k=4))
for action in (lambda: choice([]), lambda: randint(2, 1), lambda: random.randrange(0), lambda: random.sample([1], 2), lambda: random.randrange(1, 5, 0), lambda: random.seed([])):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
