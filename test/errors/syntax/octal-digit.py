mode = 0o78  # error: E107 invalid digit '8' in octal literal
