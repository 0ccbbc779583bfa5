text = input()
exec(text)  # unsupported: E903 built-in 'exec' is not supported yet
print(eval(text + "1"))  # unsupported: E903 built-in 'eval' is not supported yet
run = exec  # unsupported: E906 built-in 'exec' is not supported yet

exec(compile('1', 'file', 'single'))  # unsupported: E903 built-in 'exec' is not supported yet
