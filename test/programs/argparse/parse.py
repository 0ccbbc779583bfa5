# args: f 1 2 -x a -xb -qq --count=5 --pair 1 2 --opt --blue --no-no
import argparse
import sys

parser = argparse.ArgumentParser(prog='tool')
parser.add_argument('path')
parser.add_argument('rest', nargs='*', type=int)
parser.add_argument('-n', '--count', type=int, default='3')
parser.add_argument('-v', '--verbose', action='store_true')
parser.add_argument('--mode', choices=['fast', 'slow'], default='fast')
parser.add_argument('--pair', nargs=2)
parser.add_argument('--opt', nargs='?', const=7)
parser.add_argument('--version', action='version', version='%(prog)s 1.0')
parser.add_argument('-x', action='append', required=True)
parser.add_argument('-q', action='count', default=0)
parser.add_argument('--no', action=argparse.BooleanOptionalAction, default=True)
group = parser.add_mutually_exclusive_group()
group.add_argument('--red', action='store_const', const='r', dest='colour')
group.add_argument('--blue', action='store_const', const='b', dest='colour')
print(parser.parse_args())
print(parser.parse_args(['-x1', '--verb', '-n', '-4', 'p']))
print(parser.parse_known_args(['p', '-x', '1', '--zzz', '-k']))
print(vars(parser.parse_args(['-x', '1', '--', '-p', '7'])))
sys.stderr = sys.stdout
for wrong in ('', 'p', 'p -x1 --mode z', 'p -x1 -n q', 'p -x1 --red --blue', 'p -x1 --foo', 'p -x1 --pair 1', 'p -x', 'p -x1 --ver', '--version'):
    try:
        parser.parse_args(wrong.split())
    except SystemExit as error:
        print('exit', error.code)
