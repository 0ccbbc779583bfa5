bases = (dict,)


class C(*bases):  # unsupported: E913 a class with starred bases is not supported yet
    pass
