import unittest


class Texts(unittest.TestCase):
    maxDiff = 300


t = Texts()
cases = [
    (t.assertEqual, 1, 2), (t.assertEqual, 'a\nb\n', 'a\nc\n'), (t.assertEqual, {1: 2}, {1: 3}), (t.assertEqual, {1, 2}, {2, 3}), (t.assertEqual, (1, 2), (1,)),
    (t.assertNotEqual, 1, 1), (t.assertTrue, 0), (t.assertFalse, [1]), (t.assertIs, 1, 2), (t.assertIsNot, None, None), (t.assertIsNone, 3), (t.assertIsNotNone, None),
    (t.assertIn, 1, [2]), (t.assertNotIn, 1, [1]), (t.assertIsInstance, 1, str), (t.assertNotIsInstance, 1, int), (t.assertLess, 2, 1), (t.assertGreaterEqual, 1, 2),
    (t.assertAlmostEqual, 1.0, 1.1), (t.assertNotAlmostEqual, 1.0, 1.0), (t.assertRegex, 'abc', 'x+'), (t.assertNotRegex, 'axx', 'x+'), (t.assertRaises, ValueError, len, []),
    (t.assertCountEqual, [1, 1, 2], [1, 2, 3]), (t.assertCountEqual, [[1]], [[2]]), (t.assertSequenceEqual, 'ab', ['a', 'c']), (t.assertListEqual, [1], (1,)),
    (t.assertEqual, 'x' * 100 + 'a', 'x' * 100 + 'b'), (t.assertEqual, list(range(100)), list(range(99))), (t.assertRaisesRegex, ValueError, 'nothing', int, 'x'), (t.fail, 'on purpose'),
]
for method, *args in cases:
    try:
        method(*args)
    except AssertionError as error:
        print(method.__name__, '>', error)
try:
    t.assertRaises(1, len, [])
except TypeError as error:
    print(error)
with t.assertRaises(ZeroDivisionError) as context:
    1 / 0
print(repr(context.exception), context.exception.__traceback__)
