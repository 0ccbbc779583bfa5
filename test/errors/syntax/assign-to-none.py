None = 1  # error: E114 cannot assign to None
