def f[*T: int]():  # error: E129 cannot use bound with TypeVarTuple
    pass
