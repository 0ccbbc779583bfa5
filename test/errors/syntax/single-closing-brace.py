x = f'}'  # error: E109 f-string: single '}' is not allowed
