from . import shared
from .other import THREE

print("deep runs")
_hidden = 1


def value():
    shared.append(THREE)
    return len(shared)


def exported():
    return _hidden + THREE
