def f(): pass
def f(a, b: int = 1, /, c=2, *args: int, d, e: str = 'x', **kwargs: dict) -> (a, b): return
def f(*, a): return a, *b
def f(*args: *Ts): yield
def f(a,): x = yield a, b; y = yield from c; return (yield)
async def f():
    async for a in b: pass
    else: pass
    async with a as b, c: pass
    await a
    x = [await b async for b in c if await d], -await e ** 2
    yield await f
@a
@b.c(d)
@(e := f)
class A: pass
class B(): pass
class C(A, *bases, metaclass=M, **kw):
    """Docstring."""
    x: int = 1

    @property
    def y(self): return self.x  # comment

    class D: pass
@decorator
async def g[T, U: (int, str) = int, *Ts = *tuple[int], **P = [int]](x: T) -> U: ...
class E[T]: ...
class F[T](G): ...
class H[T](): ...
if True:
    def nested():
        def deeper():
            pass
        nonlocal_ = 1
        return lambda: (yield)
