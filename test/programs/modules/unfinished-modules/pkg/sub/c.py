def deep():
    from .. import b
    import pkg.sub.c as me
    return b.__name__, me.__name__, __name__, __package__
