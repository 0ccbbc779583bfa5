import textwrap

text = "The quick brown fox jumped over the lazy dog -- and then some well-known, self-evident things happened (which-is-odd)."
print(textwrap.wrap(text, 20), textwrap.fill(text, 30), sep='\n')
print(textwrap.wrap('a' * 25 + ' b', 10), textwrap.wrap('', 10), textwrap.wrap('x y', width=1), textwrap.wrap('one  two\nthree', 8))
print(textwrap.fill(text, 40, initial_indent='* ', subsequent_indent='  '), textwrap.shorten('Hello  world of text!', width=12), textwrap.shorten('Hello', 10))
print(repr(textwrap.dedent('''
    hello
      world

    done
  ''')), repr(textwrap.indent('a\n\nb\n', '> ')), textwrap.indent('a\n\nb', '+', lambda line: True))
print(textwrap.wrap('aaa bbb ccc ddd eee', 7, max_lines=2), textwrap.wrap('long-hyphenated-word again', 8), textwrap.wrap('averyverylongword', 5, break_long_words=False))
