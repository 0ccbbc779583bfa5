"""Threads that don't wait for one another: work, locks, events, names."""
import queue
import threading
import time

results = []
lock = threading.Lock()


def work(n, *, step=1):
    with lock:
        results.append(n * step)


threads = [threading.Thread(target=work, args=(i,), kwargs={'step': 2}) for i in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results), [t.is_alive() for t in threads], threads[0].name, threading.current_thread().name, threading.active_count())


class Worker(threading.Thread):
    def __init__(self, items):
        super().__init__(name='worker', daemon=True)
        self.items, self.done = items, threading.Event()

    def run(self):
        while not self.items.empty():
            results.append(self.items.get())
            self.items.task_done()
        self.done.set()


q = queue.Queue()
for i in range(3):
    q.put(i)
w = Worker(q)
w.start()
w.done.wait()
q.join()
w.join()
print(results[-3:], w.daemon, w.name, threading.main_thread() is threading.current_thread())

# Timers run while the main thread sleeps
timed = []
timers = [threading.Timer(0.06, timed.append, ('later',)), threading.Timer(0.01, timed.append, ('soon',)), threading.Timer(0.02, timed.append, ('never',))]
for timer in timers:
    timer.start()
timers[2].cancel()
print(timed, timers[0].is_alive())
time.sleep(0.15)
print(timed, timers[0].is_alive(), lock.acquire(timeout=0.01), lock.acquire(timeout=0.01), lock.acquire(False))
