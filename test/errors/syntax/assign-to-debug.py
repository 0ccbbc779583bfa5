__debug__ = 1  # error: E142 cannot assign to __debug__
