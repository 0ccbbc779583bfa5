def f():
    nonlocal a  # error: E135 no binding for nonlocal 'a' found
