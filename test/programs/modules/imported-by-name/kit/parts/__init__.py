from importlib import import_module

found = import_module("..plain", __package__).value
same = import_module("kit.plain") is import_module("..plain", package=__name__)


def late(name):
    return import_module(name)
