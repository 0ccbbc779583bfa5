"""Functions of complex numbers, by those of real ones."""
import math as _math

pi = _math.pi
e = _math.e
tau = _math.tau
inf = _math.inf
nan = _math.nan


def phase(z, /):
    z = complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    z = complex(z)
    return abs(z), _math.atan2(z.imag, z.real)


def isfinite(z, /):
    z = complex(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    z = complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    z = complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    a = complex(a)
    b = complex(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


def _finite(z):
    z = complex(z)
    if not isfinite(z):
        raise NotImplementedError('cmath: infinities and nans are not supported by this compiler')
    return z


def rect(r, phi, /):
    if not _math.isfinite(r) or not _math.isfinite(phi):
        raise NotImplementedError('cmath: infinities and nans are not supported by this compiler')
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def exp(z, /):
    z = _finite(z)
    if z.real > 708.0:
        scale = _math.exp(z.real - 1.0)
        real = scale * _math.cos(z.imag) * _math.e
        imag = scale * _math.sin(z.imag) * _math.e
    else:
        scale = _math.exp(z.real)
        real = scale * _math.cos(z.imag)
        imag = scale * _math.sin(z.imag)
    if not _math.isfinite(real) or not _math.isfinite(imag):
        raise OverflowError('math range error')
    return complex(real, imag)


def sqrt(z, /):
    """With scaling, so that nothing overflows or loses digits."""
    z = _finite(z)
    if z.real == 0.0 and z.imag == 0.0:
        return complex(0.0, z.imag)
    x = abs(z.real)
    y = abs(z.imag)
    if x < 2.2250738585072014e-308 and y < 2.2250738585072014e-308 and (x > 0.0 or y > 0.0):
        x = _math.ldexp(x, 53)
        s = _math.ldexp(_math.sqrt(x + _math.hypot(x, _math.ldexp(y, 53))), -27)
    else:
        x /= 8.0
        s = 2.0 * _math.sqrt(x + _math.hypot(x, y / 8.0))
    d = y / (2.0 * s)
    if z.real >= 0.0:
        return complex(s, _math.copysign(d, z.imag))
    return complex(d, _math.copysign(s, z.imag))
