def run(error):
    try:
        raise error
    except* ValueError as group:
        print("values", [str(e) for e in group.exceptions])
    except* (TypeError, KeyError) as group:
        print("others", [type(e).__name__ for e in group.exceptions])


run(ExceptionGroup("g", [ValueError("a"), TypeError("b"), ValueError("c")]))
run(ValueError("alone"))
try:
    run(ExceptionGroup("g", [OSError("left"), KeyError("k")]))
except ExceptionGroup as group:
    print(group.message, group.exceptions)
