"""Arguments of the command line."""
import os as _os
import re as _re
import sys as _sys
from _argparse_actions import Action, ArgumentError, ArgumentTypeError, BooleanOptionalAction, FileType, Namespace, ONE_OR_MORE, OPTIONAL, PARSER
from _argparse_actions import REMAINDER, SUPPRESS, ZERO_OR_MORE, _AppendAction, _AppendConstAction, _Choice, _CountAction, _ExtendAction
from _argparse_actions import _HelpAction, _StoreAction, _StoreConstAction, _StoreFalseAction, _StoreTrueAction, _SubParsersAction, _VersionAction
from _argparse_actions import _actions, _extended, _name_of
from _argparse_help import ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, RawDescriptionHelpFormatter, RawTextHelpFormatter
__all__ = [
    'ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType', 'HelpFormatter',
    'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'MetavarTypeHelpFormatter', 'Namespace', 'Action',
    'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE',
]


class _Container:
    """What arguments are added to: a parser, or a group of one."""

    def register(self, registry_name, value, object):
        self._parser._registered[registry_name, value] = object

    def add_argument(self, *names, action=None, **kwargs):
        kind = action
        if action is None or isinstance(action, str):
            kind = self._parser._registered.get(('action', action)) or _actions.get(action, action)
        prefixes = self._parser.prefix_chars
        if not callable(kind):
            raise ValueError(f'unknown action "{action}"')
        if not names or len(names) == 1 and not (names[0] and names[0][0] in prefixes):
            if names and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            kwargs['dest'] = names[0] if names else kwargs['dest']
            if 'required' in kwargs:
                raise TypeError("'required' is an invalid argument for positionals")
            names = ()
        elif 'dest' not in kwargs:
            longs = [name for name in names if len(name) > 1 and name[1] in prefixes]
            kwargs['dest'] = (longs or names)[0].lstrip(prefixes).replace('-', '_')
        if 'default' not in kwargs and kwargs.get('dest') in self._parser._defaults:
            kwargs['default'] = self._parser._defaults[kwargs['dest']]
        elif 'default' not in kwargs and self._parser.argument_default is not None:
            kwargs['default'] = self._parser.argument_default
        made = kind(list(names), **kwargs)
        if not names:
            made.required = made.nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER) or made.nargs == ZERO_OR_MORE and 'default' not in kwargs
        if made.type is not None and not callable(made.type) and ('type', made.type) not in self._parser._registered:
            raise ValueError(f'{made.type!r} is not callable')
        return self._add_action(made)

    def _add_action(self, action):
        for name in action.option_strings:
            if name in self._parser._options and self._parser.conflict_handler == 'resolve':
                self._parser._release(name)
            elif name in self._parser._options:
                raise ArgumentError(action, f'conflicting option string: {name}')
        for name in action.option_strings:
            self._parser._options[name] = action
        self._parser._actions.append(action)
        self._home(action)._group_actions.append(action)
        return action

    def _home(self, action):
        return self

    def add_mutually_exclusive_group(self, *, required=False):
        group = _ExclusiveGroup(self, required)
        self._parser._exclusive_groups.append(group)
        return group

    def set_defaults(self, **kwargs):
        self._parser._defaults.update(kwargs)
        for action in self._parser._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._parser._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._parser._defaults.get(dest)


class _Group(_Container):
    def __init__(self, parser, title=None, description=None):
        self._parser = parser
        self.title = title
        self.description = description
        self._group_actions = []


class _ExclusiveGroup(_Container):
    def __init__(self, container, required):
        self._parser = container._parser
        self._container = container
        self.required = required
        self._group_actions = []

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        self._container._add_action(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter, prefix_chars='-',
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True, exit_on_error=True):
        self._parser = self
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self.prefix_chars = prefix_chars
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self._registered = {}
        self._actions = []
        self._options = {}
        self._defaults = {}
        self._exclusive_groups = []
        self._subparsers = None
        self._positionals = _Group(self, 'positional arguments')
        self._optionals = _Group(self, 'options')
        self._action_groups = [self._positionals, self._optionals]
        if add_help:
            prefix = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(prefix + 'h', prefix * 2 + 'help', action='help', default=SUPPRESS, help='show this help message and exit')
        for parent in parents:
            self._inherit(parent)

    def __repr__(self):
        names = ('prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help')
        return f'{type(self).__name__}({", ".join([f"{name}={getattr(self, name)!r}" for name in names])})'

    def _release(self, name):
        """Another option gets the name; one without names goes."""
        action = self._options.pop(name)
        action.option_strings.remove(name)
        if not action.option_strings:
            self._actions.remove(action)
            for group in self._action_groups:
                if action in group._group_actions:
                    group._group_actions.remove(action)

    def _inherit(self, parent):
        self._defaults.update(parent._defaults)
        self._exclusive_groups.extend(parent._exclusive_groups)
        for group in parent._action_groups:
            own = next((each for each in self._action_groups if each.title == group.title), None)
            if own is None:
                own = self.add_argument_group(group.title, group.description)
            for action in group._group_actions:
                own._add_action(action)

    def _home(self, action):
        return self._optionals if action.option_strings else self._positionals

    def add_argument_group(self, title=None, description=None):
        group = _Group(self, title, description)
        self._action_groups.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, dest=SUPPRESS, required=False, help=None, metavar=None, parser_class=None):
        if self._subparsers is not None:
            raise ValueError('cannot have multiple subparser arguments')
        group = self._positionals
        if title is not None or description is not None:
            group = self.add_argument_group('subcommands' if title is None else title, description)
        if prog is None:
            positionals = [action for action in self._actions if not action.option_strings]
            formatter = self._formatter()
            prog = formatter._usage(self.usage, positionals, [], '').strip()
        self._subparsers = _SubParsersAction(self, prog, dest, required, help, metavar, parser_class)
        group._add_action(self._subparsers)
        return self._subparsers

    def _formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        return self._formatter()._usage(self.usage, self._actions, self._exclusive_groups).strip('\n') + '\n'

    def format_help(self):
        return self._formatter()._help(self)

    def print_usage(self, file=None):
        (_sys.stdout if file is None else file).write(self.format_usage())

    def print_help(self, file=None):
        (_sys.stdout if file is None else file).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            _sys.stderr.write(message)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')

    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            message = f'unrecognized arguments: {" ".join(rest)}'
            if not self.exit_on_error:
                raise ArgumentError(None, message)
            self.error(message)
        return found

    def parse_known_args(self, args=None, namespace=None):
        return self._guarded(self._begin(args, namespace).run)

    def parse_intermixed_args(self, args=None, namespace=None):
        found, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self.error(f'unrecognized arguments: {" ".join(rest)}')
        return found

    def parse_known_intermixed_args(self, args=None, namespace=None):
        for action in self._actions:
            if not action.option_strings and action.nargs in (PARSER, REMAINDER):
                raise TypeError(f'parse_intermixed_args: positional arg with nargs={action.nargs}')
        return self._guarded(self._begin(args, namespace).run_intermixed)

    def _begin(self, args, namespace):
        args = _sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        return _Parse(self, args, namespace)

    def _guarded(self, run):
        if not self.exit_on_error:
            return run()
        try:
            return run()
        except ArgumentError as error:
            self.error(str(error))

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _with_files(self, args):
        """The arguments with those of the files that they name in place."""
        found = []
        for arg in args:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                found.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    lines = file.read().splitlines()
            except OSError as error:
                raise ArgumentError(None, str(error))
            found += self._with_files([each for line in lines for each in self.convert_arg_line_to_args(line)])
        return found


def _limits(nargs):
    """The fewest and most arguments; -1: any number."""
    if nargs is None:
        return 1, 1
    if isinstance(nargs, int):
        return nargs, nargs
    return {OPTIONAL: (0, 1), ZERO_OR_MORE: (0, -1), ONE_OR_MORE: (1, -1), PARSER: (1, -1), REMAINDER: (0, -1)}[nargs]


def _allot(actions, available):
    """How many arguments each positional takes, the first ones as many as they can; None: there are too few."""
    if not actions:
        return []
    low, high = _limits(actions[0].nargs)
    most = available if high < 0 else min(high, available)
    for count in range(most, low - 1, -1):
        rest = _allot(actions[1:], available - count)
        if rest is not None:
            return [count, *rest]
    return None


class _Parse:
    def __init__(self, parser, args, namespace):
        self.parser = parser
        self.args = args
        self.namespace = namespace
        self.extras = []
        self.seen = []
        self.positionals = [action for action in parser._actions if not action.option_strings]
        self.has_negatives = any(_re.match(r'-\d+$|-\d*\.\d+$', name) for name in parser._options)

    def run(self):
        if self.parser.fromfile_prefix_chars is not None:
            self.args = self.parser._with_files(self.args)
        self.scan()
        return self.finish()

    def run_intermixed(self):
        """Options first; what remains is for the positionals."""
        if self.parser.fromfile_prefix_chars is not None:
            self.args = self.parser._with_files(self.args)
        positionals, self.positionals = self.positionals, []
        self.scan()
        self.args, self.extras, self.positionals = self.extras, [], positionals
        self.scan()
        return self.finish()

    def scan(self):
        args = self.args
        end = args.index('--') if '--' in args else len(args)
        options = [i < end and self.is_option(args[i]) for i in range(len(args))]
        at = 0
        while at < len(args):
            at = self.take_positionals(at, options, end)
            if at >= len(args):
                break
            if options[at]:
                at = self.take_option(at, options, end)
            else:
                if at != end:
                    self.extras.append(args[at])
                at += 1
        self.take_positionals(len(args), options, end)

    def finish(self):
        self.require()
        rest = getattr(self.namespace, '_unrecognized_args', None)
        if rest is not None:
            self.extras.extend(rest)
            del self.namespace._unrecognized_args
        return self.namespace, self.extras

    def is_option(self, text):
        if len(text) < 2 or text[0] not in self.parser.prefix_chars:
            return False
        if text in self.parser._options or self.lookup(text)[0] is not None:
            return True
        if _re.match(r'-\d+$|-\d*\.\d+$', text):
            return self.has_negatives
        return ' ' not in text

    def lookup(self, text):
        """(action, its name, the argument that is joined to it)"""
        options = self.parser._options
        if text in options:
            return options[text], text, None
        name, equals, value = text.partition('=')
        value = value if equals else None
        if name in options:
            return options[name], name, value
        if text[1:2] in self.parser.prefix_chars:
            if not self.parser.allow_abbrev:
                return None, text, None
            matches = [each for each in options if each.startswith(name)]
            if len(matches) > 1:
                raise ArgumentError(None, f'ambiguous option: {text} could match {", ".join(matches)}')
            return (options[matches[0]], matches[0], value) if matches else (None, text, None)
        matches = [each for each in options if each == text[:2] or each.startswith(text)]
        if len(matches) > 1:
            raise ArgumentError(None, f'ambiguous option: {text} could match {", ".join(matches)}')
        if not matches:
            return None, text, None
        return options[matches[0]], matches[0], text[2:] if matches[0] == text[:2] else None

    def take_positionals(self, start, options, end):
        args = self.args
        stop = start
        while stop < len(args) and not options[stop]:
            stop += 1
        words = [i for i in range(start, stop) if i != end]
        greedy = [action.nargs in (PARSER, REMAINDER) for action in self.positionals]
        for count in range(len(self.positionals), 0, -1):
            taken = self.positionals[:count]
            available = len(words)
            if greedy[count - 1] and words:
                words = [i for i in range(start, len(args)) if i != end or start > end]
                available = len(words)
            shares = _allot(taken, available)
            if shares is None:
                words = [i for i in range(start, stop) if i != end]
                continue
            used = 0
            for action, share in zip(taken, shares):
                if share == 0 and start < len(args) and _limits(action.nargs)[0] == 0 and (used < len(words) or stop < len(args)):
                    break
                self.positionals.remove(action)
                self.perform(action, [args[i] for i in words[used:used + share]])
                used += share
            return words[used - 1] + 1 if used else start
        return start

    def take_option(self, at, options, end):
        args = self.args
        action, name, joined = self.lookup(args[at])
        if action is None:
            self.extras.append(args[at])
            return at + 1
        while joined is not None and action.nargs == 0:
            if name[1] in self.parser.prefix_chars or not joined or joined.startswith('='):
                raise ArgumentError(action, f'ignored explicit argument {joined!r}')
            self.perform(action, [], name)
            name = name[0] + joined[0]
            if name not in self.parser._options:
                raise ArgumentError(action, f'ignored explicit argument {joined!r}')
            action = self.parser._options[name]
            joined = joined[1:] or None
        if joined is not None:
            if name[1] not in self.parser.prefix_chars and joined.startswith('='):
                joined = joined[1:]
            low, high = _limits(action.nargs)
            if low > 1:
                raise self.expected(action)
            self.perform(action, [joined], name)
            return at + 1
        low, high = _limits(action.nargs)
        stop = at + 1
        while stop < len(args) and stop != end and not options[stop] and (high < 0 or stop - at - 1 < high):
            stop += 1
        if action.nargs == REMAINDER:
            stop = len(args)
        if stop - at - 1 < low:
            raise self.expected(action)
        self.perform(action, args[at + 1:stop], name)
        return stop

    def expected(self, action):
        nargs = action.nargs
        if nargs is None or nargs == 1 and isinstance(nargs, int):
            text = 'expected one argument'
        elif nargs == ONE_OR_MORE:
            text = 'expected at least one argument'
        else:
            text = f'expected {nargs} arguments'
        return ArgumentError(action, text if nargs != 1 or nargs is None else 'expected 1 argument')

    def perform(self, action, texts, name=None):
        values = self.values(action, texts)
        if texts or action.option_strings:
            for group in self.parser._exclusive_groups:
                if action in group._group_actions:
                    for other in self.seen:
                        if other is not action and other in group._group_actions:
                            raise ArgumentError(action, f'not allowed with argument {_name_of(other)}')
        if texts or action.option_strings or values is not action.default:
            self.seen.append(action)
        elif action.nargs in (OPTIONAL, ZERO_OR_MORE):
            self.seen.append(action)
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, name)

    def values(self, action, texts):
        nargs = action.nargs
        if not texts and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self.converted(action, value)
                self.check(action, value)
            return value
        if not texts and nargs == ZERO_OR_MORE and not action.option_strings:
            return [] if action.default is None else action.default
        if nargs is None or nargs == OPTIONAL:
            value = self.converted(action, texts[0])
            self.check(action, value)
            return value
        if nargs == PARSER:
            self.check(action, texts[0])
            return texts
        values = [self.converted(action, text) for text in texts]
        if nargs != REMAINDER:
            for value in values:
                self.check(action, value)
        return values

    def converted(self, action, text):
        convert = self.parser._registered.get(('type', action.type), action.type)
        if convert is None:
            return text
        try:
            return convert(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            raise ArgumentError(action, f'invalid {getattr(action.type, "__name__", repr(action.type))} value: {text!r}')

    def check(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {", ".join(map(repr, action.choices))})')

    def require(self):
        missing = []
        for action in self.parser._actions:
            if any(action is each for each in self.seen):
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and action.type is not None and getattr(self.namespace, action.dest, None) is action.default:
                setattr(self.namespace, action.dest, self.converted(action, action.default))
        if missing:
            raise ArgumentError(None, f'the following arguments are required: {", ".join(missing)}')
        for group in self.parser._exclusive_groups:
            if group.required and not any(action in self.seen for action in group._group_actions):
                names = [_name_of(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f'one of the arguments {" ".join(names)} is required')
