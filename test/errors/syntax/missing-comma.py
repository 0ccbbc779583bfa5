x = [1 2]  # error: E112 invalid syntax. Perhaps you forgot a comma?
