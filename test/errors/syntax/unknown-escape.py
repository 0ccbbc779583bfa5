x = '\d'  # warning: E150 invalid escape sequence '\d'
