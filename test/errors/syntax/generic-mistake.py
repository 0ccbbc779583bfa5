x = = 1  # error: E100 invalid syntax
