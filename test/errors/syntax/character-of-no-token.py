price = 5€  # error: E101 invalid character '€' (U+20AC)
