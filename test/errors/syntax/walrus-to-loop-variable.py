[i := 0 for i in x]  # error: E122 assignment expression cannot rebind comprehension iteration variable 'i'
