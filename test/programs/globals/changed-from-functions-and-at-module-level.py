total = 0
names = []
limit = 5


def work(n):
    global total
    for i in range(n):
        total += i
        if total > limit:
            names.append(total)


work(4)
print(total, names)
limit = 2.5
total = 0.5
work(3)
print(total, names)
i = 0
acc = 0
while i < 1000:
    acc += i * 3 % 7
    i += 1
print(acc, i)
big = 1
for k in range(70):
    big *= 2
print(big, k)
total = "text"
try:
    work(1)
except TypeError as error:
    print(error)


def defines():
    global fresh
    fresh = [1]


try:
    fresh
except NameError as error:
    print(error)
defines()
print(fresh)
del fresh
try:
    fresh
except NameError as error:
    print(error)
len = lambda x: "shadowed"
print(len([1]))
del len
print(len([1]))
