if True:
        x = 1
    y = 2  # error: E104 unindent does not match any outer indentation level
