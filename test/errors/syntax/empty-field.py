x = f'{}'  # error: E109 f-string: valid expression required before '}'
