import time

start = time.perf_counter()
before = time.time()
time.sleep(0.01)
print(time.perf_counter() - start >= 0.01, time.time() >= before, time.time() > 1.6e9, time.monotonic() > 0)
print(type(time.time()).__name__, type(time.perf_counter_ns()).__name__)
