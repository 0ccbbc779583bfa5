def f():
x = 1  # error: E106 expected an indented block after function definition on line 1
