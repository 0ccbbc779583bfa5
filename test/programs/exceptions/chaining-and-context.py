class Failure(Exception):
    pass


def low():
    raise KeyError("low")


def chain(explicit):
    try:
        low()
    except KeyError as error:
        if explicit:
            raise Failure("high") from error
        raise Failure("implicit")


for explicit in (True, False):
    try:
        chain(explicit)
    except Failure as error:
        print(error, repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("clean") from None
except ValueError as error:
    print(error.__cause__, type(error.__context__).__name__, error.__suppress_context__)
try:
    try:
        raise IndexError("again")
    except IndexError:
        raise
except IndexError as error:
    print("re-raised", error)
try:
    raise
except RuntimeError as error:
    print(error)
try:
    raise "text"
except TypeError as error:
    print(error)
error = ValueError("a", 1)
error.add_note("a note")
print(error, error.args, repr(error), error.__notes__, error.with_traceback(None) is error)
try:
    e = 5
    raise ValueError
except ValueError as e:
    pass
try:
    e
except NameError as name_error:
    print(name_error)
