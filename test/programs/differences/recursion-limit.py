"""The recursion limit is a number that can be set; what ends recursion is the end of the stack."""
import sys

depth = 0


def down():
    global depth
    depth += 1
    down()


try:
    down()
except RecursionError as e:
    print(depth < 1100, e)
sys.setrecursionlimit(300)
depth = 0
try:
    down()
except RecursionError as e:
    print(depth < 400, e)
