(a, 1) = b  # error: E114 cannot assign to literal
