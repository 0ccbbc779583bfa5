greeting = 'hello  # error: E102 unterminated string literal (detected at line 1)
