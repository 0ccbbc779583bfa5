"""Examples in docstrings. The compiler has found them and made functions of them: see lib/driver/doctests.ts."""
import sys
from io import StringIO
from unittest import TestCase, TestSuite

DONT_ACCEPT_TRUE_FOR_1 = 1
DONT_ACCEPT_BLANKLINE = 2
NORMALIZE_WHITESPACE = 4
ELLIPSIS = 8
SKIP = 16
IGNORE_EXCEPTION_DETAIL = 32
COMPARISON_FLAGS = 63
REPORT_UDIFF = 64
REPORT_CDIFF = 128
REPORT_NDIFF = 256
REPORT_ONLY_FIRST_FAILURE = 512
FAIL_FAST = 1024
REPORTING_FLAGS = 1984

_flags = {
    'DONT_ACCEPT_TRUE_FOR_1': 1, 'DONT_ACCEPT_BLANKLINE': 2, 'NORMALIZE_WHITESPACE': 4, 'ELLIPSIS': 8, 'SKIP': 16,
    'IGNORE_EXCEPTION_DETAIL': 32, 'REPORT_UDIFF': 64, 'REPORT_CDIFF': 128, 'REPORT_NDIFF': 256,
    'REPORT_ONLY_FIRST_FAILURE': 512, 'FAIL_FAST': 1024,
}
_programs = []


class TestResults(tuple):
    def __new__(cls, failed, attempted, *, skipped=0):
        made = tuple.__new__(cls, (failed, attempted))
        made.skipped = skipped
        return made

    failed = property(lambda self: self[0])
    attempted = property(lambda self: self[1])

    def __repr__(self):
        skipped = f', skipped={self.skipped}' if self.skipped else ''
        return f'TestResults(failed={self[0]}, attempted={self[1]}{skipped})'


class _Failed(Exception):
    """The first failure was to be the last."""


def _indent(text):
    return ''.join('    ' + line if line.strip('\n') else line for line in text.splitlines(True))


def _count(number, what):
    return f'{number} {what}' if number == 1 else f'{number} {what}s'


def _exception_text(raised):
    cls = type(raised)
    name = cls.__qualname__
    if cls.__module__ not in ('__main__', 'builtins'):
        name = f'{cls.__module__}.{name}'
    text = str(raised)
    if isinstance(raised, SyntaxError):
        text = raised.msg
    return f'{name}: {text}\n' if text else f'{name}\n'


def _without_detail(text):
    line = text.split('\n')[0].split(':')[0]
    return line.split('.')[-1]


def _matches_ellipsis(want, got):
    first, *middle, last = want.split('...')
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at = len(first)
    end = len(got) - len(last)
    for piece in middle:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


def _blank_lines(text, of, to):
    return '\n'.join(to if line.strip(' ') == of and line.startswith(of) else line for line in text.split('\n'))


def _matches(want, got, flags):
    if want == got:
        return True
    if not flags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
        return True
    if not flags & DONT_ACCEPT_BLANKLINE:
        want = _blank_lines(want, '<BLANKLINE>', '')
        got = '\n'.join('' if line.isspace() else line for line in got.split('\n'))
        if want == got:
            return True
    if flags & NORMALIZE_WHITESPACE:
        want = ' '.join(want.split())
        got = ' '.join(got.split())
        if want == got:
            return True
    return bool(flags & ELLIPSIS and '...' in want and _matches_ellipsis(want, got))


def _difference(want, got, flags):
    if not flags & DONT_ACCEPT_BLANKLINE:
        head, last = got.rsplit('\n', 1) if '\n' in got else ('', got)
        if '\n' in got:
            got = '\n'.join(line if line.strip(' ') else '<BLANKLINE>' for line in head.split('\n')) + '\n' + last
    expected = f'Expected:\n{_indent(want)}' if want else 'Expected nothing\n'
    return expected + (f'Got:\n{_indent(got)}' if got else 'Got nothing\n')


class _Run:
    def __init__(self, name, file, verbose, flags, only=None):
        self.name = name
        self.file = file
        self.verbose = '-v' in sys.argv if verbose is None else verbose
        self.default_flags = flags
        self.only = only
        self.counts = {}
        self.all_failed = self.all_tried = self.all_skipped = 0

    def no_blank(self, path):
        raise ValueError(f'a line of the docstring for {self.name}{path} lacks blank after >>>')

    def add(self, path, line, run):
        if self.only is not None and self.only != path:
            return
        self.test = self.name + path if self.only is None else self.name
        self.line = line
        self.failed = self.tried = self.skipped = 0
        if run is not None:
            self.stdout = sys.stdout
            try:
                run()
            except _Failed:
                pass
            finally:
                setattr(sys, 'stdout', self.stdout)
        self.counts[self.test] = (self.failed, self.tried)
        self.all_failed += self.failed
        self.all_tried += self.tried
        self.all_skipped += self.skipped

    def begin(self, source, want, exception, line, options):
        flags = self.default_flags
        for option, is_on in options.items():
            flags = flags | _flags[option] if is_on else flags & ~_flags[option]
        self.tried += 1
        if flags & SKIP:
            self.skipped += 1
            return False
        self.flags = flags
        self.source = source
        self.want = want
        self.exception = exception
        self.at = line
        if self.verbose:
            expecting = f'Expecting:\n{_indent(want)}' if want else 'Expecting nothing\n'
            self.stdout.write(f'Trying:\n{_indent(source)}{expecting}')
        self.output = StringIO()
        setattr(sys, 'stdout', self.output)
        return True

    def show(self, value):
        if value is not None:
            print(repr(value))

    def end(self, raised):
        setattr(sys, 'stdout', self.stdout)
        got = self.output.getvalue()
        if got and not got.endswith('\n'):
            got += '\n'
        if raised is None:
            report = None if _matches(self.want, got, self.flags) else _difference(self.want, got, self.flags)
        else:
            if isinstance(raised, KeyboardInterrupt):
                raise raised
            report = self.check_raised(raised, got)
        if report is None:
            if self.verbose:
                self.stdout.write('ok\n')
            return
        self.failed += 1
        if not (self.flags & REPORT_ONLY_FIRST_FAILURE and self.failed > 1):
            where = f'File "{self.file}", line {self.line + self.at}, in {self.test}'
            self.stdout.write(f'{"*" * 70}\n{where}\nFailed example:\n{_indent(self.source)}{report}')
        if self.flags & FAIL_FAST:
            raise _Failed

    def check_raised(self, raised, got):
        text = _exception_text(raised)
        stack = f'Traceback (most recent call last):\n{text}'
        if self.exception is None:
            return f'Exception raised:\n{_indent(stack)}'
        if _matches(self.exception, text, self.flags):
            return None
        if self.flags & IGNORE_EXCEPTION_DETAIL and _without_detail(self.exception) == _without_detail(text):
            return None
        return _difference(self.want, got + stack, self.flags)

    def summarize(self):
        counts = sorted(self.counts.items())
        if self.verbose:
            untested = [name for name, (failed, tried) in counts if not tried]
            if untested:
                print(f'{_count(len(untested), "item")} had no tests:')
                for name in untested:
                    print(f'    {name}')
            passed = [(name, tried) for name, (failed, tried) in counts if tried and not failed]
            if passed:
                print(f'{_count(len(passed), "item")} passed all tests:')
                for name, tried in passed:
                    print(f' {tried:3d} test{"" if tried == 1 else "s"} in {name}')
        bad = [(name, failed, tried) for name, (failed, tried) in counts if failed]
        if bad:
            print('*' * 70)
            print(f'{_count(len(bad), "item")} had failures:')
            for name, failed, tried in bad:
                print(f' {failed:3d} of {tried:3d} in {name}')
        if self.verbose:
            print(f'{_count(self.all_tried, "test")} in {_count(len(counts), "item")}.')
            print(f'{self.all_tried - self.all_failed} passed' + (f' and {self.all_failed} failed.' if self.all_failed else '.'))
        if self.all_failed:
            skipped = f' and {_count(self.all_skipped, "skipped test")}' if self.all_skipped else ''
            print(f'***Test Failed*** {_count(self.all_failed, "failure")}{skipped}.')
        elif self.verbose:
            print('Test passed.')


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    if m is not None and getattr(m, '__name__', None) != '__main__' or globs is not None or extraglobs is not None or raise_on_error:
        raise NotImplementedError('doctest of another module, or with other globals, is not supported by this compiler')
    tests, file, _ = _programs[0]
    run = _Run('__main__' if name is None else name, file, verbose, optionflags)
    tests(run)
    if report:
        run.summarize()
    return TestResults(run.all_failed, run.all_tried, skipped=run.all_skipped)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    tests, file, _ = _programs[0]
    tests(_Run(name, file, verbose, optionflags, '.' + f.__qualname__))


class DocTestCase(TestCase):
    """The examples of one docstring."""

    def __init__(self, program, path, optionflags):
        super().__init__()
        self._program = program
        self._path = path
        self._flags = optionflags

    def runTest(self):
        tests, file, module = self._program
        output = StringIO()
        run = _Run(module + self._path, file, False, self._flags, self._path)
        stdout = sys.stdout
        setattr(sys, 'stdout', output)
        try:
            tests(run)
        finally:
            setattr(sys, 'stdout', stdout)
        if run.all_failed:
            raise self.failureException('Failed doctest test for %s%s\n\n%s' % (module, self._path, output.getvalue()))

    def id(self):
        return self._program[2] + self._path

    def shortDescription(self):
        return 'Doctest: ' + self.id()

    def __str__(self):
        *parts, name = self.id().split('.')
        return '%s (%s)' % (name, '.'.join(parts))

    __repr__ = __str__


class _Paths:
    """Asks a module's examples only where they stand."""

    def __init__(self):
        self.found = []

    def no_blank(self, path):
        self.found.append(path)

    def add(self, path, line, run):
        if run is not None:
            self.found.append(path)


class _Unsupported(TestCase):
    """Stands for tests that can't be found, and fails."""

    def __init__(self, what):
        super().__init__()
        self._what = what

    def runTest(self):
        raise NotImplementedError(f'{self._what} is not supported by this compiler')


def DocFileSuite(*paths, **options):
    return TestSuite([_Unsupported('DocFileSuite')])


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, *, optionflags=0, setUp=None, tearDown=None, **options):
    if globs is not None or extraglobs is not None or test_finder is not None or setUp is not None or tearDown is not None or options:
        return TestSuite([_Unsupported('DocTestSuite with such options')])
    name = getattr(module, '__name__', module)
    suite = TestSuite()
    for program in _programs:
        if name is None and len(_programs) == 1 or program[2] == name:
            paths = _Paths()
            program[0](paths)
            suite.addTests([DocTestCase(program, path, optionflags) for path in paths.found])
    return suite
