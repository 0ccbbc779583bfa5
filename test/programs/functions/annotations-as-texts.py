from __future__ import annotations
def f(a: int, b: list[int] = None) -> Undefined: pass
print(f.__annotations__)
class C:
    x: Nope
    y: int = 3
print(C.__annotations__)
print(__annotations__)
