# A module that isn't there raises where the program expects that.
try:
    import uio as io
except ImportError as e:
    print(type(e).__name__, e, e.name)
    import io

print(io.StringIO('x').read())

try:
    from nowhere.deep import thing
except (ValueError, ModuleNotFoundError) as e:
    print(e, e.name)
    thing = None

try:
    import nowhere.deep
    print('not reached')
except:
    print('none')
else:
    print('no else')
finally:
    print('finally')


def find():
    try:
        try:
            import numpy_of_nobody as np
        except ZeroDivisionError:
            print('wrong handler')
    except ImportError:
        np = None
    return np


print(thing, find())
try:
    import micropython_of_nobody
except ImportError:
    print('SKIP')
    raise SystemExit
print(micropython_of_nobody.const(1))
