def counter(start):
    count = start

    def up(by=1):
        nonlocal count
        count += by
        return count

    def get():
        return count

    return up, get


up, get = counter(5)
other, _ = counter(100)
print(up(), up(10), get(), other(), get())


def outer():
    xs = []

    def inner(n):
        if n == 0:
            return xs
        xs.append(n)
        return inner(n - 1)

    return inner


print(outer()(3))


def late():
    def use():
        return value

    try:
        use()
    except NameError as error:
        print(error)
    value = 1
    return use()


print(late())
total = 0


def add(n):
    global total, made
    total += n
    made = n


add(3)
add(2 ** 64)
print(total, made)
adders = [(lambda n: lambda x: x + n)(i) for i in range(3)]
print([a(1) for a in adders])


def unbound():
    print(local)
    local = 1


try:
    unbound()
except UnboundLocalError as error:
    print(error)
