a, b += 1  # error: E116 'tuple' is an illegal expression for augmented assignment
