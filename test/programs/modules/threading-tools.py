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
