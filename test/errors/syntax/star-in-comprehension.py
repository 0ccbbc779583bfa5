x = [*a for a in b]  # error: E121 iterable unpacking cannot be used in comprehension
