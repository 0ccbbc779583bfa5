def f(a, a):  # error: E134 duplicate argument 'a' in function definition
    x = = 1  # error: E100 invalid syntax
    return x


if f(1  # error: E103 '(' was never closed
return 2  # error: E130 'return' outside function
for y in [1 2]:  # error: E112 invalid syntax. Perhaps you forgot a comma?
    break
else  # error: E111 expected ':'
    continue  # error: E133 'continue' not properly in loop
