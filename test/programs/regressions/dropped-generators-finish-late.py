def g():
    try: yield 1
    finally: print("fin")
def outer():
    yield from g()
it = outer(); next(it)
it = None
print("next")
def sub():
    r = yield from g()
    return r
def outer2():
    yield from sub()
it = outer2(); next(it)
print(it.throw(ValueError("x2")) if False else 3)
def bad(): yield 5
b = bad()
it = b
print("end")
