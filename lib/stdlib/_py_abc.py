"""The abstract base classes that CPython has in Python as well: here there is only one kind."""
from abc import ABCMeta, get_cache_token
