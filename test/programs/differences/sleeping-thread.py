# CPython runs the main thread while the other one sleeps; here, such a program ends with an error.
import threading
import time


def work():
    time.sleep(0.05)
    print('worker')


worker = threading.Thread(target=work)
worker.start()
print('main')
worker.join()
