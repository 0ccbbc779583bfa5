pair = (1, 2]  # error: E103 closing parenthesis ']' does not match opening parenthesis '('
