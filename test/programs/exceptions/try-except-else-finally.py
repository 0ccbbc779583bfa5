def run(action):
    try:
        print("try", end=" ")
        result = action()
    except (ValueError, KeyError) as error:
        print("caught", type(error).__name__, error, end=" ")
        result = -1
    except ZeroDivisionError:
        print("zero", end=" ")
        return "from except"
    else:
        print("else", end=" ")
    finally:
        print("finally", end=" ")
    return result


print(run(lambda: 5))
print(run(lambda: int("x")))
print(run(lambda: {}["k"]))
print(run(lambda: 1 // 0))
try:
    print(run(lambda: [][1]))
except IndexError as error:
    print("outer", error)


def override():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                break
    try:
        return i
    finally:
        i = 100


def swallow():
    try:
        raise ValueError("gone")
    finally:
        return "swallowed"


print(override(), swallow())
