"""Locals of threads, locks that are taken again, errors, timers."""
import threading

lock = threading.Lock()
data = threading.local()
data.x = 1
seen = []
t = threading.Thread(target=lambda: seen.append(hasattr(data, 'x')))
t.start(); t.join()
print(seen, data.x, lock.locked(), lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.01))
r = threading.RLock()
with r, r, threading.Semaphore(2), threading.Condition():
    print('held')
for bad in (t.start, threading.Thread().join, threading.Lock().release, threading.BoundedSemaphore().release):
    try:
        bad()
    except (RuntimeError, ValueError) as e:
        print(type(e).__name__, e)
timer = threading.Timer(0.01, print, ['timer'])
timer.start(); timer.join()
late = threading.Timer(0.05, print, ['late'])
late.start()
threading.Timer(9, print, ['never']).cancel()
gone = threading.Timer(9, print, ['never'])
gone.start()
gone.cancel()
gone.join()
print('end', gone.is_alive())


# What a thread has set hides what the class has; __init__ runs in each thread.
class Own(threading.local):
    number = 2

    def __init__(self, /, **names):
        self.__dict__.update(names)


own = Own(color='red')
own.number = 5
seen = []


def look():
    seen.append(sorted(own.__dict__.items()))
    own.color = 'blue'
    seen.append(own.number)


thread = threading.Thread(target=look)
thread.start()
thread.join()
print(seen, vars(own), own.number, Own.number)
for action in (lambda: threading.local(3), lambda: threading.local().nothing, lambda: own.nothing):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(error)
