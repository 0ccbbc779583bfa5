import math
import collections
from collections import deque


def f():
    return globals()['math'].pi


print(f(), globals()['collections'].deque is deque, 'math' in globals())
