a, b = 1, 2
_hidden = 3
