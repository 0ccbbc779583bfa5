print(__name__, __doc__)
print(__spec__)  # unsupported: E909 module attribute '__spec__' is not supported yet
