"""The assert methods of TestCase, with the texts of their failures."""
from unittest.contexts import AssertNotWarnsContext, AssertRaisesContext, AssertWarnsContext
from unittest.util import _common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr

DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


def _diff(first, second):
    import difflib
    return '\n'.join(difflib.ndiff(first, second))


def _lines_of(value):
    import pprint
    return pprint.pformat(value).splitlines()


class Assertions:
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2**16

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return '%s : %s' % (standardMsg, msg)
        except UnicodeDecodeError:
            return '%s : %s' % (safe_repr(standardMsg), safe_repr(msg))

    def _failWith(self, msg, standardMsg):
        raise self.failureException(self._formatMessage(msg, standardMsg))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    # ---- truth ----

    def assertFalse(self, expr, msg=None):
        if expr:
            self._failWith(msg, '%s is not false' % safe_repr(expr))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._failWith(msg, '%s is not true' % safe_repr(expr))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._failWith(msg, '%s is not %s' % (safe_repr(expr1), safe_repr(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._failWith(msg, 'unexpectedly identical: %s' % safe_repr(expr1))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._failWith(msg, '%s is not None' % safe_repr(obj))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._failWith(msg, 'unexpectedly None')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._failWith(msg, '%s is not an instance of %r' % (safe_repr(obj), cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._failWith(msg, '%s is an instance of %r' % (safe_repr(obj), cls))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._failWith(msg, '%s not found in %s' % (safe_repr(member), safe_repr(container)))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._failWith(msg, '%s unexpectedly found in %s' % (safe_repr(member), safe_repr(container)))

    # ---- order ----

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._failWith(msg, '%s not less than %s' % (safe_repr(a), safe_repr(b)))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._failWith(msg, '%s not less than or equal to %s' % (safe_repr(a), safe_repr(b)))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._failWith(msg, '%s not greater than %s' % (safe_repr(a), safe_repr(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._failWith(msg, '%s not greater than or equal to %s' % (safe_repr(a), safe_repr(b)))

    # ---- equality ----

    def addTypeEqualityFunc(self, typeobj, function):
        if self._type_equality_funcs is None:
            self._type_equality_funcs = {}
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        kind = type(first)
        if kind is not type(second):
            return self._baseAssertEqual
        own = self._type_equality_funcs
        if own is not None and kind in own:
            function = own[kind]
            return getattr(self, function) if isinstance(function, str) else function
        if kind is str:
            return self.assertMultiLineEqual
        if kind is list:
            return self.assertListEqual
        if kind is tuple:
            return self.assertTupleEqual
        if kind is dict:
            return self.assertDictEqual
        if kind is set or kind is frozenset:
            return self.assertSetEqual
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._failWith(msg, '%s != %s' % _common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._failWith(msg, '%s == %s' % (safe_repr(first), safe_repr(second)))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            if difference <= delta:
                return
            text = '%s != %s within %s delta (%s difference)' % (safe_repr(first), safe_repr(second), safe_repr(delta), safe_repr(difference))
        else:
            places = 7 if places is None else places
            if round(difference, places) == 0:
                return
            text = '%s != %s within %r places (%s difference)' % (safe_repr(first), safe_repr(second), places, safe_repr(difference))
        self._failWith(msg, text)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            if not first == second and difference > delta:
                return
            text = '%s == %s within %s delta (%s difference)' % (safe_repr(first), safe_repr(second), safe_repr(delta), safe_repr(difference))
        else:
            places = 7 if places is None else places
            if not first == second and round(difference, places) != 0:
                return
            text = '%s == %s within %r places' % (safe_repr(first), safe_repr(second), places)
        self._failWith(msg, text)

    # ---- containers ----

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = 'sequence' if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for which, sequence in (('First', seq1), ('Second', seq2)):
                if not isinstance(sequence, seq_type):
                    raise self.failureException('%s sequence is not a %s: %s' % (which, name, safe_repr(sequence)))
        differing = _length_problem(seq1, seq2, name)
        if differing is None:
            if seq1 == seq2:
                return
            differing = _sequence_difference(seq1, seq2, name, seq_type)
            if differing is None:
                return
        diff = '\n' + _diff(_lines_of(seq1), _lines_of(seq2))
        self._failWith(msg, self._truncateMessage(differing, diff))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        first = self._setDifference(set1, set2, 'first')
        second = self._setDifference(set2, set1, 'second')
        if not (first or second):
            return
        lines = []
        if first:
            lines.append('Items in the first set but not the second:')
            lines.extend(map(repr, first))
        if second:
            lines.append('Items in the second set but not the first:')
            lines.extend(map(repr, second))
        self._failWith(msg, '\n'.join(lines))

    def _setDifference(self, one, other, which):
        try:
            return one.difference(other)
        except TypeError as error:
            self.fail('invalid type when attempting set difference: %s' % error)
        except AttributeError as error:
            self.fail('%s argument does not support set difference: %s' % (which, error))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            text = '%s != %s' % _common_shorten_repr(d1, d2)
            self._failWith(msg, self._truncateMessage(text, '\n' + _diff(_lines_of(d1), _lines_of(d2))))

    def assertCountEqual(self, first, second, msg=None):
        first_list, second_list = list(first), list(second)
        try:
            differences = _count_diff_hashable(first_list, second_list)
        except TypeError:
            differences = _count_diff_all_purpose(first_list, second_list)
        if differences:
            lines = ['First has %d, Second has %d:  %r' % difference for difference in differences]
            self._failWith(msg, self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        text = '%s != %s' % _common_shorten_repr(first, second)
        self._failWith(msg, self._truncateMessage(text, '\n' + _text_diff(first, second)))

    # ---- patterns ----

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, 'expected_regex must not be empty.'
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._failWith(msg, "Regex didn't match: %r not found in %r" % (expected_regex.pattern, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            found = text[match.start():match.end()]
            self._failWith(msg, 'Regex matched: %r matches %r in %r' % (found, unexpected_regex.pattern, text))

    # ---- exceptions, warnings, logs ----

    def assertRaises(self, expected_exception, *args, **kwargs):
        return AssertRaisesContext(self, expected_exception).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return AssertRaisesContext(self, expected_exception, expected_regex).handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return AssertWarnsContext(self, expected_warning).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return AssertWarnsContext(self, expected_warning, expected_regex).handle('assertWarnsRegex', args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        return AssertNotWarnsContext(self, expected_warning).handle('_assertNotWarns', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        from unittest.log import AssertLogsContext
        return AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        from unittest.log import AssertLogsContext
        return AssertLogsContext(self, logger, level, no_logs=True)


def _length_problem(seq1, seq2, name):
    for which, sequence in (('First', seq1), ('Second', seq2)):
        try:
            len(sequence)
        except (TypeError, NotImplementedError):
            return '%s %s has no length.    Non-sequence?' % (which, name)
    return None


def _sequence_difference(seq1, seq2, name, seq_type):
    """What differs first; None where only the types do, and nobody asked for one."""
    text = '%ss differ: %s != %s\n' % ((name.capitalize(),) + _common_shorten_repr(seq1, seq2))
    length1, length2 = len(seq1), len(seq2)
    for i in range(min(length1, length2)):
        items = []
        for which, sequence in (('first', seq1), ('second', seq2)):
            try:
                items.append(sequence[i])
            except (TypeError, IndexError, NotImplementedError):
                return text + '\nUnable to index element %d of %s %s\n' % (i, which, name)
        if items[0] != items[1]:
            text += '\nFirst differing element %d:\n%s\n%s\n' % ((i,) + _common_shorten_repr(items[0], items[1]))
            break
    else:
        if length1 == length2 and seq_type is None and type(seq1) != type(seq2):
            return None
    if length1 > length2:
        text += _additional(seq1, 'first', name, length2, length1 - length2)
    elif length1 < length2:
        text += _additional(seq2, 'second', name, length1, length2 - length1)
    return text


def _additional(sequence, which, name, at, count):
    text = '\n%s %s contains %d additional elements.\n' % (which.capitalize(), name, count)
    try:
        return text + 'First extra element %d:\n%s\n' % (at, safe_repr(sequence[at]))
    except (TypeError, IndexError, NotImplementedError):
        return text + 'Unable to index element %d of %s %s\n' % (at, which, name)


def _text_diff(first, second):
    """Where only one of two texts ends its last line, that shows as a difference; where none does, it doesn't."""
    import difflib
    if first and second:
        if first[-1] != '\n' and second[-1] != '\n':
            first, second = first + '\n', second + '\n'
    elif second and second[-1] != '\n':
        second += '\n'
    elif first and first[-1] != '\n':
        first += '\n'
    return ''.join(difflib.ndiff(first.splitlines(keepends=True), second.splitlines(keepends=True)))
