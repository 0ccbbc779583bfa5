import io
import re
import unittest


class Sample(unittest.TestCase):
    def setUp(self):
        self.addCleanup(print, 'cleanup', self._testMethodName)

    def test_equal(self):
        """The first line shows."""
        self.assertEqual([1, 2, 3], [1, 2, 4], 'lists')

    def test_error(self):
        raise KeyError('x')

    def test_raises(self):
        with self.assertRaisesRegex(ValueError, 'invalid literal'):
            int('x')

    def test_subtests(self):
        for i in range(3):
            with self.subTest('odd', i=i):
                self.assertEqual(i % 2, 0)

    @unittest.skip('no time')
    def test_skipped(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()


for verbosity in 1, 2:
    stream = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(Sample)
    result = unittest.TextTestRunner(stream, verbosity=verbosity).run(suite)
    print(re.sub(r'in \d\.\d+s', 'in 0 s', re.sub('File ".*[/]', 'File "', stream.getvalue())))
    print(result, result.testsRun, len(result.failures), result.wasSuccessful())
