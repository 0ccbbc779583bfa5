x = '\ud83d\ude00'  # unsupported: E980 a pair of escaped surrogates in a string is not supported yet
