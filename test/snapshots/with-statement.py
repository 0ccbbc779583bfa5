def first_line(opener):
    with opener() as file:
        for line in file:
            return line
