x = b'é'  # error: E108 bytes can only contain ASCII literal characters
