(a.b := 1)  # error: E122 cannot use assignment expressions with attribute
