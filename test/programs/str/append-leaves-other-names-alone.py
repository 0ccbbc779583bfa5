x = "abc"
y = x
x += "def"
print(x, y)
def build(n):
    r = ""
    for i in range(n):
        r += str(i)
        if i % 3 == 0:
            r = r + ","
    return r
print(build(30))
acc = []
w = ""
for i in range(5):
    w += "ab"
    acc.append(w)
print(acc)
