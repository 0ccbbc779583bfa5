def outer():
    def inner(): return x
    try: inner()
    except NameError as e: print(e)
    x = [1]
    print(inner())
    del x
    try: inner()
    except NameError as e: print(e)
outer()
def two(flag):
    def get(): return y + 1
    if flag: y = 5
    try: print(get())
    except NameError as e: print(e)
two(True); two(False)
