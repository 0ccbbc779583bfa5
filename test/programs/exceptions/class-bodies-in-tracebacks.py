# The body of a class is a frame of its own.
import traceback


def local():
    class Outer:
        """Text."""
        fine = 1

        class Inner:
            x = [1 / zero for zero in (0,)]

        def method(self):
            return 1


def consumer():
    class A:
        values = list(iter(1 // z for z in [0]))


def stop():
    class A:
        next(iter([]))


for f in (local, consumer, stop):
    try:
        f()
    except Exception:
        traceback.print_exc()


class Last:
    def method(self):
        pass

    method.missing
