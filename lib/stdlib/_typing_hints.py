"""get_type_hints: annotations that are text are read here, since they are made of names, dots, subscripts and `|` only."""
import builtins as _builtins
import sys as _sys


class _Reader:
    """Reads one expression and finds what it stands for."""

    def __init__(self, text, find):
        self.text = text
        self.at = 0
        self.find = find

    def fail(self):
        raise SyntaxError(f'Forward reference must be an expression -- got {self.text!r}')

    def peek(self):
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.text[self.at:self.at + 1]

    def accept(self, mark):
        self.peek()
        if not self.text.startswith(mark, self.at):
            return False
        self.at += len(mark)
        return True

    def whole(self):
        value = self.union()
        if self.peek():
            self.fail()
        return value

    def union(self):
        value = self.part()
        while self.accept('|'):
            value = value | self.part()
        return value

    def part(self):
        value = self.atom()
        while True:
            if self.accept('['):
                value = value[self.items(']')]
            elif self.accept('.'):
                value = getattr(value, self.name())
            else:
                return value

    def items(self, end):
        found, is_tuple = [], False
        while not self.accept(end):
            found.append(self.union())
            if self.accept(','):
                is_tuple = True
            elif self.peek() != end:
                self.fail()
        return tuple(found) if is_tuple or not found else found[0]

    def name(self):
        self.peek()
        start = self.at
        while self.at < len(self.text) and (self.text[self.at].isalnum() or self.text[self.at] == '_'):
            self.at += 1
        if start == self.at:
            self.fail()
        return self.text[start:self.at]

    def atom(self):
        first = self.peek()
        if self.accept('...'):
            return ...
        if self.accept('['):
            found = self.items(']')
            return list(found) if isinstance(found, tuple) else [found]
        if self.accept('('):
            return self.items(')')
        if first and first in '\'"':
            end = self.text.find(first, self.at + 1)
            if end < 0:
                self.fail()
            start, self.at = self.at + 1, end + 1
            return self.text[start:end]
        minus = self.accept('-')
        name = self.name()
        if name.isdecimal():
            return -int(name) if minus else int(name)
        if minus:
            self.fail()
        constants = {'None': None, 'True': True, 'False': False}
        return constants[name] if name in constants else self.find(name)


def evaluate(text, *namespaces):
    """What the text of an annotation stands for."""
    def find(name):
        for namespace in namespaces:
            if name in namespace:
                return namespace[name]
        if hasattr(_builtins, name):
            return getattr(_builtins, name)
        raise NameError(f'name {name!r} is not defined', name=name)
    return _Reader(text, find).whole()


def namespace_of(obj):
    """The globals of the module in which a class or function was made."""
    while hasattr(obj, '__wrapped__'):
        obj = obj.__wrapped__
    if isinstance(obj, type):
        return getattr(_sys.modules.get(obj.__module__), '__dict__', {})
    return getattr(obj, '__globals__', {})
