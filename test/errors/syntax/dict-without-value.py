x = {1: 2, 3}  # error: E128 ':' expected after dictionary key
