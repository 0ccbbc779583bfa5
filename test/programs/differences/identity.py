"""Numbers have no identity of their own: equal ones of 63 bits may be one object."""
x = 1000
y = int('1000')
print(x is y)
a = 1.5
b = float('1.5')
print(a is b, [a][0] is a)
