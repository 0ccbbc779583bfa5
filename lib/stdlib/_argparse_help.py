"""The text of --help."""
import os as _os
import re as _re
import textwrap as _textwrap
from _argparse_actions import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE


class HelpFormatter:
    __module__ = 'argparse'

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            columns = _os.environ.get('COLUMNS', '')
            width = (int(columns) if columns.isdigit() and int(columns) > 0 else 80) - 2
        self._prog = prog
        self._width = width
        self._indent = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))

    def _split_lines(self, text, width):
        return _textwrap.wrap(' '.join(text.split()), width)

    def _fill_text(self, text, width, indent):
        return _textwrap.fill(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _metavars(self, action, count):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = '{' + ','.join(map(str, action.choices)) + '}'
        elif action.option_strings:
            name = self._get_default_metavar_for_optional(action)
        else:
            name = self._get_default_metavar_for_positional(action)
        return name if isinstance(name, tuple) else (name,) * count

    def _arguments(self, action):
        nargs = action.nargs
        if nargs is None:
            return self._metavars(action, 1)[0]
        if nargs == OPTIONAL:
            return f'[{self._metavars(action, 1)[0]}]'
        if nargs == ZERO_OR_MORE:
            names = self._metavars(action, 1)
            return f'[{names[0]} [{names[1]} ...]]' if len(names) == 2 else f'[{names[0]} ...]'
        if nargs == ONE_OR_MORE:
            first, second = self._metavars(action, 2)
            return f'{first} [{second} ...]'
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return f'{self._metavars(action, 1)[0]} ...'
        return ' '.join(self._metavars(action, nargs))

    def _invocation(self, action):
        if not action.option_strings:
            return self._metavars(action, 1)[0]
        names = ', '.join(action.option_strings)
        return names if action.nargs == 0 else f'{names} {self._arguments(action)}'

    def _expanded(self, action):
        values = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        values['prog'] = self._prog
        for name, value in values.items():
            if hasattr(value, '__name__'):
                values[name] = value.__name__
        if values.get('choices') is not None:
            values['choices'] = ', '.join(map(str, values['choices']))
        return self._get_help_string(action) % values

    def _part(self, action):
        if not action.option_strings:
            return self._arguments(action)
        text = action.format_usage() if action.nargs == 0 else f'{action.option_strings[0]} {self._arguments(action)}'
        return text

    def _usage_parts(self, actions, groups):
        parts = []
        done = set()
        for action in actions:
            if action.help is SUPPRESS or id(action) in done:
                continue
            group = next((group for group in groups if action in group._group_actions), None)
            if group is not None:
                members = [member for member in group._group_actions if member.help is not SUPPRESS]
                done.update(map(id, members))
                inside = list(map(self._part, members))
                if not group.required or len(inside) > 1:
                    inside[0] = ('(' if group.required else '[') + inside[0]
                    inside[-1] += ')' if group.required else ']'
                parts += [f'{part} |' for part in inside[:-1]] + inside[-1:]
            elif action.option_strings and not action.required:
                parts.append(f'[{self._part(action)}]')
            else:
                parts.append(self._part(action))
        return parts

    def _usage(self, usage, actions, groups, prefix='usage: '):
        if usage is not None:
            return f'{prefix}{usage % {"prog": self._prog}}\n\n'
        options = self._usage_parts([action for action in actions if action.option_strings], groups)
        positionals = self._usage_parts([action for action in actions if not action.option_strings], groups)
        text = ' '.join([self._prog, *options, *positionals])
        if len(prefix) + len(text) > self._width:
            text = '\n'.join(self._usage_lines(prefix, options, positionals))
        return f'{prefix}{text}\n\n'

    def _usage_lines(self, prefix, options, positionals):
        if len(prefix) + len(self._prog) <= 0.75 * self._width:
            indent = ' ' * (len(prefix) + len(self._prog) + 1)
            if options:
                return self._wrapped([self._prog, *options], indent, len(prefix) - 1, True) + self._wrapped(positionals, indent)
            return self._wrapped([self._prog, *positionals], indent, len(prefix) - 1, True)
        indent = ' ' * len(prefix)
        lines = self._wrapped(options + positionals, indent)
        if len(lines) > 1:
            lines = self._wrapped(options, indent) + self._wrapped(positionals, indent)
        return [self._prog, *lines]

    def _wrapped(self, parts, indent, used=None, is_first=False):
        lines = []
        line = []
        length = len(indent) - 1 if used is None else used
        for part in parts:
            if line and length + 1 + len(part) > self._width:
                lines.append(indent + ' '.join(line))
                line = []
                length = len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + ' '.join(line))
        if is_first:
            lines[0] = lines[0][len(indent):]
        return lines

    def _entries(self, actions, indent):
        """(indentation, action) of all that has a line of its own."""
        for action in actions:
            if action.help is not SUPPRESS:
                yield indent, action
                yield from self._entries(getattr(action, '_lines', ()), indent + self._indent)

    def _section(self, title, description, actions, position):
        lines = []
        indent = self._indent
        if description:
            lines.append(self._fill_text(description % {'prog': self._prog} if '%(prog)' in description else description, self._width - indent, ' ' * indent) + '\n\n')
        for indent, action in self._entries(actions, self._indent):
            lines.append(self._entry(action, indent, position))
        text = ''.join(lines)
        return (f'{title}:\n{text}\n' if title and title is not SUPPRESS else f'{text}\n') if text else ''

    def _entry(self, action, indent, position):
        head = ' ' * indent + self._invocation(action)
        if not action.help or not action.help.strip():
            return head + '\n'
        lines = self._split_lines(self._expanded(action), max(self._width - position, 11))
        if len(head) <= position - 2:
            first = head.ljust(position) + (lines[0] if lines else '') + '\n'
            lines = lines[1:]
        else:
            first = head + '\n'
        return first + ''.join(f'{" " * position}{line}\n' for line in lines)

    def _paragraph(self, text):
        if not text or text is SUPPRESS:
            return ''
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        return self._fill_text(text, self._width, '') + '\n\n'

    def _help(self, parser):
        shown = [entry for group in parser._action_groups for entry in self._entries(group._group_actions, self._indent)]
        longest = max((indent + len(self._invocation(action)) for indent, action in shown), default=0)
        position = min(longest + 2, self._max_help_position)
        parts = [self._usage(parser.usage, parser._actions, parser._exclusive_groups), self._paragraph(parser.description)]
        for group in parser._action_groups:
            parts.append(self._section(group.title, group.description, group._group_actions, position))
        parts.append(self._paragraph(parser.epilog))
        return _re.sub(r'\n\n\n+', '\n\n', ''.join(parts)).strip('\n') + '\n'


class RawDescriptionHelpFormatter(HelpFormatter):
    __module__ = 'argparse'

    def _fill_text(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    __module__ = 'argparse'

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    __module__ = 'argparse'

    def _get_help_string(self, action):
        text = action.help or ''
        if '%(default)' in text or action.default is SUPPRESS or not (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            return text
        return text + ' (default: %(default)s)'


class MetavarTypeHelpFormatter(HelpFormatter):
    __module__ = 'argparse'

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
