"""unittest.main(): the tests of a module as a command."""
import sys
from unittest.loader import defaultTestLoader
from unittest.runner import TextTestRunner

_USAGE = '''usage: %(prog)s [-h] [-v] [-q] [--locals] [--durations N] [-f] [-c] [-b] [-k TESTNAMEPATTERNS]
       [tests ...]
'''


class TestProgram:
    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True, verbosity=1,
                 failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str) and module not in sys.modules:
            raise ModuleNotFoundError(f'No module named {module!r}', name=module)
        self.module = sys.modules[module] if isinstance(module, str) else module
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.testNames = None
        self.progName = (argv or sys.argv)[0]
        self.parseArgs((argv or sys.argv)[1:])
        self.runTests()

    def parseArgs(self, args):
        names = []
        patterns = []
        rest = list(args)
        while rest:
            arg = rest.pop(0)
            if arg in ('-v', '--verbose'):
                self.verbosity = 2
            elif arg in ('-q', '--quiet'):
                self.verbosity = 0
            elif arg in ('-f', '--failfast'):
                self.failfast = True
            elif arg in ('-b', '--buffer'):
                self.buffer = True
            elif arg in ('-c', '--catch', '--locals'):
                pass
            elif arg == '-k':
                patterns.append(_pattern(rest.pop(0) if rest else self._usage()))
            elif arg.startswith('-k'):
                patterns.append(_pattern(arg[2:]))
            elif arg in ('-h', '--help'):
                print(_USAGE % {'prog': self.progName}, end='')
                sys.exit(0)
            elif arg.startswith('-') and arg != '-':
                self._usage()
            else:
                names.append(arg)
        if patterns:
            self.testLoader.testNamePatterns = patterns
        if names:
            self.testNames = names
        elif self.defaultTest is not None:
            self.testNames = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        self.createTests()

    def _usage(self):
        sys.stderr.write(_USAGE % {'prog': self.progName})
        sys.exit(2)

    def createTests(self):
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        runner = TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=self.verbosity, failfast=bool(self.failfast), buffer=bool(self.buffer), warnings=self.warnings)
        self.result = runner.run(self.test)
        if self.exit:
            if self.result.testsRun == 0 and len(self.result.skipped) == 0:
                sys.exit(5)
            sys.exit(0 if self.result.wasSuccessful() else 1)


main = TestProgram


def _pattern(text):
    return text if '*' in text else '*%s*' % text
