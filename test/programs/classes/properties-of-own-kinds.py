class Kind(property):
    """A kind of property."""


class Holder:
    @Kind
    def value(self):
        """The value."""
        return 1

    @value.setter
    def value(self, new):
        print('set', new)

    @property
    def plain(self):
        """first"""

    @plain.getter
    def plain(self):
        """second"""
        return 2


print(type(Holder.__dict__['value']).__name__, Holder.value.__doc__, Holder.plain.__doc__, Holder.value.__name__)
Holder().value = 3
Holder.plain.__doc__ = 'changed'
print(Holder.plain.__doc__, Holder.plain.__isabstractmethod__)
try:
    del Holder().plain
except AttributeError as error:
    print(error)


def scope():
    class Inner:
        x = property()

    for action in (lambda: Inner().x, lambda: setattr(Inner(), 'x', 1)):
        try:
            action()
        except AttributeError as error:
            print(error)


scope()
