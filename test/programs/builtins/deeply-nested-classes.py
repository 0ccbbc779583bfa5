"""Tuples of classes nested without end are an error, not a crash."""


def blow(function, value, cls):
    classes = (cls,)
    while True:
        for _ in range(5000):
            classes = (classes,)
        try:
            function(value, classes)
        except RecursionError:
            return "too deep"


classes = (str,)
for _ in range(200):
    classes = (int, classes)
print(isinstance("a", classes), issubclass(str, classes), isinstance(1.5, classes))
print(blow(isinstance, "", str))
print(blow(issubclass, str, str))
