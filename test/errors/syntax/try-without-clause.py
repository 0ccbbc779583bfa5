try:
    pass
x = 1  # error: E124 expected 'except' or 'finally' block
