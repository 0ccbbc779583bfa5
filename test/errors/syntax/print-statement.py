print 'hello'  # error: E126 Missing parentheses in call to 'print'. Did you mean print(...)?
