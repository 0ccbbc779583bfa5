import argparse


def positive(text):
    if int(text) <= 0:
        raise argparse.ArgumentTypeError(f'{text} is not positive')
    return int(text)


parser = argparse.ArgumentParser(prog='tool', description='Does a thing that needs a long explanation, longer than one line of the terminal is.',
                                 epilog='That is all.', formatter_class=argparse.ArgumentDefaultsHelpFormatter)
parser.add_argument('path', help='the path')
parser.add_argument('rest', nargs='*', type=int, help='more %(type)s numbers')
parser.add_argument('--mode', choices=['fast', 'slow'], default='fast', help='which mode is the one to use, in a rather long text that has to be wrapped')
parser.add_argument('--pair', nargs=2, metavar=('A', 'B'))
parser.add_argument('--a-very-long-option-name-indeed', dest='long', help='x')
parser.add_argument('-s', '--size', type=positive, default=1)
parser.add_argument('--no', action=argparse.BooleanOptionalAction, help='flag')
extras = parser.add_argument_group('extras', 'extra things')
extras.add_argument('--hidden', help=argparse.SUPPRESS)
extras.add_argument('--shown', metavar='S')
parser.print_help()

main = argparse.ArgumentParser(prog='git')
commands = main.add_subparsers(dest='command', title='commands', help='what to do')
add = commands.add_parser('add', help='adds')
add.add_argument('x', type=float)
add.set_defaults(action='adding')
remove = commands.add_parser('remove', help='removes', aliases=['rm'])
remove.add_argument('--all', action='store_true')
main.print_help()
add.print_help()
print(main.parse_args(['add', '2']), main.parse_args(['rm', '--all']), main.parse_args([]))
parser.parse_args(['p', '--size', '0'])
