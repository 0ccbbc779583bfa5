def ctx():
    try:
        raise ValueError(1)
    except ValueError:
        raise TypeError(2)
try: ctx()
except TypeError as e: print(repr(e.__context__), e.__context__.__context__)
def fin():
    try: raise ValueError("a")
    finally:
        try: raise KeyError("b")
        except KeyError: pass
try: fin()
except ValueError as e: print(repr(e), e.__context__)
def ret_in_finally():
    for i in range(3):
        try: 1/0
        except ZeroDivisionError: continue
        finally: print("f", i)
    return "r"
print(ret_in_finally())
