"""Asynchronous generators that nobody asks any more: a running loop closes them in a task, since they may have to wait for something."""
from sys import _set_asyncgen_finalizer as set_finalizer

# The name of such tasks: they are not cancelled when the loop ends.
CLOSING = 'closing an asynchronous generator'


async def closing(generator):
    await generator.aclose()


async def nothing():
    pass
