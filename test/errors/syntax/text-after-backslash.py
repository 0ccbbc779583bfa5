x = 1 + \ 2  # error: E110 unexpected character after line continuation character
