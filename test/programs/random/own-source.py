import copy
import pickle
import random


class Quarter(random.Random):
    def random(self):
        return 0.25


class Bits(random.Random):
    def getrandbits(self, k):
        return k - 1


q, b, r = Quarter(), Bits(), random.Random(5)
print(q.randint(1, 10), q.choice([1, 2, 3, 4]), q.sample(range(10), 3), q.uniform(0, 4), b.randint(1, 10), b.choice('abc'))
print(copy.copy(r).random() == r.random(), pickle.loads(pickle.dumps(r)).random() == r.random(), copy.deepcopy(r).getstate() == r.getstate())
for seed in ([1], {}):
    try:
        random.Random(seed)
    except TypeError as e:
        print(e)
try:
    random.getrandbits()
except TypeError as e:
    print(e, random.getrandbits.__qualname__)
