try:
    pass
except A:
    pass
except* B:  # error: E124 cannot have both 'except' and 'except*' on the same 'try'
    pass
