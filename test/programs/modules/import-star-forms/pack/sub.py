value = "in sub"
