x = b'a' 'b'  # error: E108 cannot mix bytes and nonbytes literals
