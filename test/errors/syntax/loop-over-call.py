for f() in x:  # error: E114 cannot assign to function call
    pass
