"""`open` as a value, under other names, and where a standard module uses it."""

import argparse
import builtins
import io
import os
from builtins import open as opener

path = '/tmp/tauraro-open-as-a-value.txt'
with opener(path, 'w') as file:
    file.write('first\nsecond\n')

print(io.open is open, opener is open, builtins.open is open)


def read(name, function=open):
    with function(name) as file:
        return file.read()


print(read(path), end='')
print([len(line) for function in (open, builtins.open) for line in function(path)])

parser = argparse.ArgumentParser(prog='reader')
parser.add_argument('input', type=argparse.FileType('r'))
with parser.parse_args([path]).input as file:
    print(file.readlines())
os.remove(path)
