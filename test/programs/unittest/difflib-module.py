import difflib

a = 'one\ntwo\nthree\nfour\n'.splitlines(keepends=True)
b = 'one\ntoo\nthree\nfive\nsix\n'.splitlines(keepends=True)
print(''.join(difflib.ndiff(a, b)))
print(''.join(difflib.unified_diff(a, b, 'a.txt', 'b.txt')))
print(''.join(difflib.context_diff(a, b, 'a.txt', 'b.txt', n=1)))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']))
matcher = difflib.SequenceMatcher(None, 'abxcd', 'abcd')
print(matcher.get_matching_blocks(), matcher.ratio(), matcher.get_opcodes())
print(list(difflib.restore(difflib.ndiff(a, b), 1)))
print(difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;').ratio())
