x = 1 if y  # error: E127 expected 'else' after 'if' expression
