if x = 1:  # error: E113 invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    pass
