import timeit
from timeit import default_timer as timer

calls = []
start = timer()
taken = timeit.timeit(lambda: calls.append(1), number=10)
print(len(calls), 0 <= taken <= timer() - start)
print(len(timeit.repeat(lambda: calls.append(2), setup=lambda: calls.append(0), repeat=3, number=4)), calls)
print(timeit.Timer().timeit(5) >= 0)
try:
    timeit.timeit(3)
except ValueError as error:
    print(error)
