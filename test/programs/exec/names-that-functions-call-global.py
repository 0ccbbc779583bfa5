def parallel():
    ones, others = {}, {}
    exec("""if 1:
        def f():
            y = 1
            def g():
                global y
                return y
            def h():
                return y + 1
            return g, h
        y = 9
        g, h = f()
        result9 = g()
        result2 = h()
        """, ones, others)
    print(others['result2'], others['result9'], ones['y'], 'y' in others)


def nested():
    exec("""if 1:
        x = 7
        def f():
            x = 1
            def g():
                global x
                def i():
                    def h():
                        return x
                    return h()
                return i()
            return g()
        print(f(), x)
        def k():
            x = 1
            class Foo:
                global x
                def __call__(self, y):
                    return x + y
            return Foo()
        x = 0
        print(k()(2))
        x = -1
        print(k()(2))
        """)
    print(globals()['x'])


parallel()
nested()
print(x)
