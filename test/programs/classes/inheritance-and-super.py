class Animal:
    legs = 4

    def __init__(self, name):
        self.name = name

    def speak(self):
        return "..."

    def describe(self):
        return f"{self.name} says {self.speak()} on {self.legs} legs"


class Dog(Animal):
    def speak(self):
        return "Woof"


class Bird(Animal):
    legs = 2

    def __init__(self, name, can_fly=True):
        super().__init__(name)
        self.can_fly = can_fly

    def describe(self):
        return super().describe() + (" and flies" if self.can_fly else "")


class Parrot(Bird):
    def speak(self):
        return "Hello, " + super().speak()


for animal in (Animal("It"), Dog("Rex"), Bird("Tweety"), Parrot("Polly", False)):
    print(animal.describe(), type(animal).__name__, isinstance(animal, Bird), issubclass(type(animal), Animal))
Animal.legs = 3
dog = Dog("Fido")
dog.legs = 5
print(dog.describe(), Dog.legs, Bird.legs, Dog.__mro__[1].__name__, Parrot.__bases__[0].__name__)
del dog.legs
print(dog.legs, hasattr(dog, "name"), hasattr(dog, "zzz"), getattr(dog, "zzz", 1), vars(dog), dog.__dict__)
try:
    dog.zzz
except AttributeError as error:
    print(error)
