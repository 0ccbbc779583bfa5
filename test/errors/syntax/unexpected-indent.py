x = 1
    y = 2  # error: E105 unexpected indent
