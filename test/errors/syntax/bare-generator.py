f(x for x in y, 1)  # error: E119 Generator expression must be parenthesized
