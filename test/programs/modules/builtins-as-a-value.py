import builtins
print(hasattr(builtins, 'len'), hasattr(builtins, 'cmp'), getattr(builtins, 'max')(1, 2), builtins.len([1]))
print(builtins, type(builtins), [n for n in dir(builtins) if n.startswith('is')])
print(builtins.__name__)
