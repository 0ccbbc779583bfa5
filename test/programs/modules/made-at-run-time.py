import sys
import types

module = types.ModuleType('made', 'its doc')
module.value = 3
print(module, module.__doc__, module.value, sorted(name for name in dir(module) if not name.startswith('__')))
print(type(sys)('other').__doc__, isinstance(module, types.ModuleType))
for args in [(), (1,), ('a', 'b', 'c')]:
    try:
        types.ModuleType(*args)
    except TypeError as error:
        print(str(error).replace("required positional argument: 'name' (pos 1)", "required argument 'name' (pos 1)"))
