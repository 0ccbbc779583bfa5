"""importlib.import_module with names that start with dots: the package is a text, __package__ or __name__."""
import importlib
import kit.parts
from importlib import import_module

print(kit.parts.found, kit.parts.same)
print(importlib.import_module(".plain", package="kit").value)
print(import_module("..plain", "kit.parts") is kit.plain)
for name in ("kit.plain", "kit.absent", "absent"):
    try:
        print(kit.parts.late(name).__name__)
    except ImportError as error:
        print(type(error).__name__, error, error.name)
try:
    kit.parts.late(".plain")
except TypeError as error:
    print(error)
