def first():
    print('first')
