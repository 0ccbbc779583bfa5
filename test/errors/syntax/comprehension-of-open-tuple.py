x = [a, b for a, b in c]  # error: E121 did you forget parentheses around the comprehension target?
