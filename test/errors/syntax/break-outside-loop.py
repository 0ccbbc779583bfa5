if x:
    break  # error: E133 'break' outside loop
