class Half:
    def __enter__(self):
        print("entered")
        return 1


try:
    with Half():
        pass
except TypeError as e:
    print(e)
