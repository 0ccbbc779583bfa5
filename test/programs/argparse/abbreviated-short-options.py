import argparse

parser = argparse.ArgumentParser(prog='PROG', exit_on_error=False)
parser.add_argument('-bacon')
parser.add_argument('-badger')
parser.add_argument('-x', type=argparse.FileType('wb', 0))
parser.add_argument('-y', type=argparse.FileType('r', encoding='utf-8', errors='replace'))
parser.register('type', 'hexadecimal', lambda s: int(s, 16))
parser.add_argument('--hex', type='hexadecimal')
print(parser._actions[3], parser._actions[4], sep='\n')
for line in '-bac MMM', '-bad WOOD', '-ba BA', '-b', '--hex 0xFA', '--hex 1.2', '-bacX':
    try:
        print(parser.parse_args(line.split()))
    except (argparse.ArgumentError, SystemExit) as error:
        print(type(error).__name__, error)
