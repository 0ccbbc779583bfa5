# args: one 2 "three four" -x --long=1
import sys

print(len(sys.argv), sys.argv[1:], sys.argv[0].endswith("sys-argv.py"))
n = int(sys.argv[2])
print(n * 2, sys.argv[3].split(), sys.maxsize, __name__)


def main(args):
    total = 0
    for arg in args:
        total += len(arg)
    return total


if __name__ == "__main__":
    print(main(sys.argv[1:]))
    sys.exit(4)
