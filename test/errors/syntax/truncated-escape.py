x = '\x4'  # error: E108 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
