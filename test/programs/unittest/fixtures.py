import unittest


def setUpModule():
    print('setUpModule')
    unittest.addModuleCleanup(print, 'module cleanup')


def tearDownModule():
    print('tearDownModule')


class First(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('setUpClass', cls.__name__)
        cls.addClassCleanup(print, 'class cleanup')

    @classmethod
    def tearDownClass(cls):
        print('tearDownClass', cls.__name__)

    def tearDown(self):
        print('tearDown')

    def test_b(self):
        self.skipTest('later')

    def test_a(self):
        print(self.id(), str(self), repr(self))


class Second(First):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest('whole class')


if __name__ == '__main__':
    program = unittest.main(exit=False, argv=['x', '-q'], testRunner=type('Quiet', (), {'run': lambda self, test: test.run(unittest.TestResult())})())
    print(program.result, program.result.skipped)
