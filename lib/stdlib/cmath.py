"""Functions of finite complex numbers, by those of real ones."""
import math as _math

pi = _math.pi
e = _math.e
tau = _math.tau
inf = _math.inf
nan = _math.nan
infj = complex(0.0, inf)
nanj = complex(0.0, nan)

_MOST = 1.7976931348623157e308 / 4.0
_LEAST = 2.2250738585072014e-308
_MOST_OF_EXP = _math.log(_MOST)
_MOST_SQUARE = _math.sqrt(_MOST)
_LEAST_SQUARE = _math.sqrt(_LEAST)
_LN_2 = _math.log(2.0)
_LN_10 = _math.log(10.0)


def _complex(z):
    if isinstance(z, str) or not (hasattr(z, '__complex__') or hasattr(z, '__float__') or hasattr(z, '__index__')):
        raise TypeError(f'must be real number, not {type(z).__name__}')
    return complex(z)


def phase(z, /):
    z = _complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    z = _complex(z)
    return abs(z), _math.atan2(z.imag, z.real)


def isfinite(z, /):
    z = _complex(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    z = _complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    z = _complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    a = _complex(a)
    b = _complex(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


def _finite(z):
    z = _complex(z)
    if not isfinite(z):
        raise NotImplementedError('cmath: infinities and nans are not supported by this compiler')
    return z


def rect(r, phi, /):
    if not _math.isfinite(r) or not _math.isfinite(phi):
        raise NotImplementedError('cmath: infinities and nans are not supported by this compiler')
    if phi == 0.0:
        return complex(r, float(r) * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def _within_range(real, imag):
    if not _math.isfinite(real) or not _math.isfinite(imag):
        raise OverflowError('math range error')
    return complex(real, imag)


def exp(z, /):
    z = _finite(z)
    if z.real > _MOST_OF_EXP:
        scale = _math.exp(z.real - 1.0)
        return _within_range(scale * _math.cos(z.imag) * _math.e, scale * _math.sin(z.imag) * _math.e)
    scale = _math.exp(z.real)
    return _within_range(scale * _math.cos(z.imag), scale * _math.sin(z.imag))


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


def log(z, base=None, /):
    z = _finite(z)
    if base is None:
        return _log(z)
    below = _log(_finite(base))
    if below == 0.0:
        raise ValueError('math domain error')
    return _log(z) / below


def log10(z, /):
    found = _log(_finite(z))
    return complex(found.real / _LN_10, found.imag / _LN_10)


def _log(z):
    """Near a modulus of 1 by log1p, so that no digits are lost there."""
    x = abs(z.real)
    y = abs(z.imag)
    if x > _MOST or y > _MOST:
        real = _math.log(_math.hypot(x / 2.0, y / 2.0)) + _LN_2
    elif x < _LEAST and y < _LEAST:
        if x == 0.0 and y == 0.0:
            raise ValueError('math domain error')
        real = _math.log(_math.hypot(_math.ldexp(x, 53), _math.ldexp(y, 53))) - 53 * _LN_2
    else:
        h = _math.hypot(x, y)
        if 0.71 <= h <= 1.73:
            most, least = (x, y) if x > y else (y, x)
            real = _math.log1p((most - 1.0) * (most + 1.0) + least * least) / 2.0
        else:
            real = _math.log(h)
    return complex(real, _math.atan2(z.imag, z.real))


def cosh(z, /):
    return _cosh(_finite(z))


def sinh(z, /):
    return _sinh(_finite(z))


def tanh(z, /):
    return _tanh(_finite(z))


def cos(z, /):
    z = _finite(z)
    return _cosh(complex(-z.imag, z.real))


def sin(z, /):
    z = _finite(z)
    turned = _sinh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def tan(z, /):
    z = _finite(z)
    turned = _tanh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def _cosh(z):
    if abs(z.real) > _MOST_OF_EXP:
        x = z.real - _math.copysign(1.0, z.real)
        return _within_range(_math.cos(z.imag) * _math.cosh(x) * _math.e, _math.sin(z.imag) * _math.sinh(x) * _math.e)
    return complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))


def _sinh(z):
    if abs(z.real) > _MOST_OF_EXP:
        x = z.real - _math.copysign(1.0, z.real)
        return _within_range(_math.cos(z.imag) * _math.sinh(x) * _math.e, _math.sin(z.imag) * _math.cosh(x) * _math.e)
    return complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))


def _tanh(z):
    if abs(z.real) > _MOST_OF_EXP:
        return complex(_math.copysign(1.0, z.real), 4.0 * _math.sin(z.imag) * _math.cos(z.imag) * _math.exp(-2.0 * abs(z.real)))
    x = _math.tanh(z.real)
    y = _math.tan(z.imag)
    narrow = 1.0 / _math.cosh(z.real)
    product = x * y
    below = 1.0 + product * product
    return complex(x * (1.0 + y * y) / below, ((y / below) * narrow) * narrow)


# The inverses are W. Kahan's ("Branch cuts for complex elementary functions", 1987): right up to the last digits, with the sign of zero telling the side of a cut.

def acos(z, /):
    z = _finite(z)
    if abs(z.real) > _MOST or abs(z.imag) > _MOST:
        return complex(_math.atan2(abs(z.imag), z.real), _math.copysign(_log_of_large(z), -z.imag))
    a = sqrt(complex(1.0 - z.real, -z.imag))
    b = sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * _math.atan2(a.real, b.real), _math.asinh(b.real * a.imag - b.imag * a.real))


def acosh(z, /):
    z = _finite(z)
    if abs(z.real) > _MOST or abs(z.imag) > _MOST:
        return complex(_log_of_large(z), _math.atan2(z.imag, z.real))
    a = sqrt(complex(z.real - 1.0, z.imag))
    b = sqrt(complex(z.real + 1.0, z.imag))
    return complex(_math.asinh(a.real * b.real + a.imag * b.imag), 2.0 * _math.atan2(a.imag, b.real))


def asin(z, /):
    z = _finite(z)
    turned = asinh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def asinh(z, /):
    z = _finite(z)
    if abs(z.real) > _MOST or abs(z.imag) > _MOST:
        return complex(_math.copysign(_log_of_large(z), z.real), _math.atan2(z.imag, abs(z.real)))
    a = sqrt(complex(1.0 + z.imag, -z.real))
    b = sqrt(complex(1.0 - z.imag, z.real))
    return complex(_math.asinh(a.real * b.imag - b.real * a.imag), _math.atan2(z.imag, a.real * b.real - a.imag * b.imag))


def atan(z, /):
    z = _finite(z)
    turned = atanh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def atanh(z, /):
    z = _finite(z)
    if _math.copysign(1.0, z.real) < 0.0:
        return -atanh(-z)
    y = abs(z.imag)
    if z.real > _MOST_SQUARE or y > _MOST_SQUARE:
        h = _math.hypot(z.real / 2.0, z.imag / 2.0)
        return complex(z.real / 4.0 / h / h, -_math.copysign(_math.pi / 2.0, -z.imag))
    if z.real == 1.0 and y < _LEAST_SQUARE:
        if y == 0.0:
            raise ValueError('math domain error')
        real = -_math.log(_math.sqrt(y) / _math.sqrt(_math.hypot(y, 2.0)))
        return complex(real, _math.copysign(_math.atan2(2.0, -y) / 2.0, z.imag))
    rest = 1.0 - z.real
    real = _math.log1p(4.0 * z.real / (rest * rest + y * y)) / 4.0
    return complex(real, -_math.atan2(-2.0 * z.imag, rest * (1.0 + z.real) - y * y) / 2.0)


def _log_of_large(z):
    return _math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + _LN_2 * 2.0
