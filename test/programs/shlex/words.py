import shlex

texts = ['a b  c', "x 'a b' \"c d\"", r'a\ b \" "q\"r\n" \'', "it''s '' \"\"", 'a#b # c\nd', 'a"b c"d', "'open", 'end\\', '"open\\', '  ', 'é "ü"', 'a\tb\nc']
for text in texts:
    for options in ({}, {'comments': True}, {'posix': False}):
        try:
            print(shlex.split(text, **options))
        except ValueError as e:
            print(e)
for word in ('', 'plain', 'a b', "it's", 'a/b-c_d.e@f%g+h=i:j,k', 'é', '$x', '*'):
    quoted = shlex.quote(word)
    print(quoted, shlex.split(quoted) == [word])
print(shlex.join(['ls', '-l', 'my file', "o'clock"]))
