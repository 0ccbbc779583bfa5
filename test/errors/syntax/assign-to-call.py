f() = 1  # error: E114 cannot assign to function call here. Maybe you meant '==' instead of '='?
