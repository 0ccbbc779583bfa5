class I:
    def __index__(self):
        return 2
print("abc"[I()], "ab" * I(), "abcdef"[I():], "%d %x" % (I(), I()) if hasattr(I, "__int__") else "%x" % I())
