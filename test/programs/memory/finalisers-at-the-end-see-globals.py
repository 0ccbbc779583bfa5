count = 0
log = []


class Counted:
    def __init__(self):
        global count
        count += 1

    def __del__(self):
        global count
        count -= 1
        log.append(count)
        print('left', count, len(log))


def make():
    held = Counted()
    return held is not None


kept = [Counted() for _ in range(3)]
single = Counted()
print(make(), count)
