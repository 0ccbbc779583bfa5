import abc

@classmethod
@abc.abstractmethod
def foo(cls): pass
print(foo.__isabstractmethod__)
print(staticmethod(len).__isabstractmethod__)
class C(metaclass=abc.ABCMeta):
    @abc.abstractclassmethod
    def foo(cls): return 1
try: C()
except TypeError as e: print(e)
def d(): pass
print(d.__module__ is d.__module__, staticmethod(d).__module__)
