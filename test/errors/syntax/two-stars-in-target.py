*a, *b = c  # error: E120 multiple starred expressions in assignment
