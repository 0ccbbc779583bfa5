def f():
    print(a)
    global a  # error: E135 name 'a' is used prior to global declaration
