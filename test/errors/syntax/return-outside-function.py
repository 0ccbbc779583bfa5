return 1  # error: E130 'return' outside function
