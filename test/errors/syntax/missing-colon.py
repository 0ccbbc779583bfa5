if x  # error: E111 expected ':'
    pass
