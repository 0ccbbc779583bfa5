import queue
from queue import Empty, Full, LifoQueue, PriorityQueue, Queue

waiting = Queue(maxsize=2)
waiting.put('a')
waiting.put_nowait('b')
print(waiting.full(), waiting.qsize(), waiting.queue)
for action in (lambda: waiting.put('c', block=False), lambda: waiting.put('c', timeout=0.01)):
    try:
        action()
    except Full as full:
        print(repr(full))
print(waiting.get(), waiting.get(), waiting.empty())
try:
    waiting.get_nowait()
except Empty as empty:
    print(repr(empty))
waiting.task_done()
waiting.task_done()
waiting.join()
try:
    waiting.task_done()
except ValueError as error:
    print(error)

nearest = PriorityQueue()
for cost, place in ((5, 'e'), (1, 'a'), (3, 'c')):
    nearest.put((cost, place))
while not nearest.empty():
    print(nearest.get(), end=' ')
stack = LifoQueue()
for number in range(3):
    stack.put(number)
print([stack.get() for _ in range(stack.qsize())])
simple = queue.SimpleQueue()
simple.put(1)
print(simple.get(), simple.empty(), simple.qsize())
