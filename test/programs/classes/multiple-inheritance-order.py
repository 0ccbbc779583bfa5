class Base:
    def run(self):
        return ["Base"]


class A(Base):
    def run(self):
        return ["A"] + super().run()


class B(Base):
    def run(self):
        return ["B"] + super().run()


class C(A, B):
    def run(self):
        return ["C"] + super().run()


class Mixin:
    def shout(self):
        return "-".join(self.run()).upper()


class D(Mixin, C):
    pass


print(C().run(), D().shout(), [c.__name__ for c in D.__mro__])
try:
    class Wrong(Base, A):
        pass
except TypeError as error:
    print("TypeError")
print(isinstance(D(), (int, Mixin)), issubclass(D, Base), D.run is C.run)
