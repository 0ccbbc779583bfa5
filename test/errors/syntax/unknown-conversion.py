x = f'{1!x}'  # error: E109 f-string: invalid conversion character 'x': expected 's', 'r', or 'a'
