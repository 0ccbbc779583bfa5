"""Averages and spread."""
import math as _math
from fractions import Fraction as _Fraction


class StatisticsError(ValueError):
    pass


def _exact(data):
    """(the kind of the values, their exact sum, how many)."""
    kind = int
    total = _Fraction(0)
    count = 0
    for x in data:
        count += 1
        if isinstance(x, float):
            if not _math.isfinite(x):
                return float, x, count
            kind = float
        elif isinstance(x, _Fraction) and kind is int:
            kind = _Fraction
        elif not isinstance(x, (int, _Fraction)):
            raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")
        total += _Fraction(x)
    return kind, total, count


def _converted(value, kind):
    if not isinstance(value, _Fraction):
        return value
    if kind is int and value.denominator == 1:
        return value.numerator
    if kind is _Fraction:
        return value
    return value.numerator / value.denominator


def mean(data):
    kind, total, n = _exact(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _converted(total / n, kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return _math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    bottom = _math.fsum(weights)
    if not bottom:
        raise StatisticsError('sum of weights must be non-zero')
    return _math.sumprod(data, weights) / bottom


def geometric_mean(data):
    logs = [_math.log(x) if x > 0 else -1 for x in data]
    if not logs:
        raise StatisticsError('Must have a non-empty dataset')
    return _math.exp(_math.fsum(logs) / len(logs))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if any(x < 0 for x in data):
        raise StatisticsError('harmonic mean does not support negative values')
    if any(x == 0 for x in data):
        return 0
    weights = [1] * len(data) if weights is None else list(weights)
    kind, total, n = _exact([_Fraction(w) / _Fraction(x) for w, x in zip(weights, data)])
    return _converted(_exact(weights)[1] / total, _Fraction if any(isinstance(x, _Fraction) for x in data) else float)


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def mode(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    most = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        if ld == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    result = []
    if method == 'inclusive':
        m = ld - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == 'exclusive':
        m = ld + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


def _squares(data, center=None):
    """(the kind of the values, the exact sum of squared deviations, how many)."""
    data = list(data)
    kind, total, n = _exact(data)
    if n == 0:
        return kind, _Fraction(0), 0
    middle = total / n if center is None else _Fraction(center)
    deviations = _Fraction(0)
    for x in data:
        d = _Fraction(x) - middle
        deviations += d * d
    return kind, deviations, n


def variance(data, xbar=None):
    kind, deviations, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _converted(deviations / (n - 1), kind)


def pvariance(data, mu=None):
    kind, deviations, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _converted(deviations / n, kind)


def _root(value):
    """The square root of a fraction, correctly rounded."""
    n, m = value.numerator, value.denominator
    if n == 0:
        return 0.0
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        numerator = _odd_root(n, m << 2 * q) << q
        denominator = 1
    else:
        numerator = _odd_root(n << -2 * q, m)
        denominator = 1 << -q
    return numerator / denominator


def _odd_root(n, m):
    a = _math.isqrt(n // m)
    return a | (a * a * m != n)


def stdev(data, xbar=None):
    kind, deviations, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(deviations / (n - 1))


def pstdev(data, mu=None):
    kind, deviations, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(deviations / n)


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('covariance requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('covariance requires at least two data points')
    xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
    return _math.sumprod([xi - xbar for xi in x], [yi - ybar for yi in y]) / (n - 1)


def correlation(x, y, /, *, method='linear'):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('correlation requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('correlation requires at least two data points')
    xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
    x = [xi - xbar for xi in x]
    y = [yi - ybar for yi in y]
    sxy, sxx, syy = _math.sumprod(x, y), _math.sumprod(x, x), _math.sumprod(y, y)
    if not sxx or not syy:
        raise StatisticsError('at least one of the inputs is constant')
    return sxy / _math.sqrt(sxx * syy)


class LinearRegression(tuple):
    def __new__(cls, slope, intercept):
        return tuple.__new__(cls, (slope, intercept))

    @property
    def slope(self):
        return self[0]

    @property
    def intercept(self):
        return self[1]

    def __repr__(self):
        return f'LinearRegression(slope={self[0]!r}, intercept={self[1]!r})'


def linear_regression(x, y, /, *, proportional=False):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('linear regression requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('linear regression requires at least two data points')
    xbar = ybar = 0.0
    if not proportional:
        xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
        x = [xi - xbar for xi in x]
        y = [yi - ybar for yi in y]
    sxy = _math.sumprod(x, y) + 0.0
    sxx = _math.sumprod(x, x)
    if not sxx:
        raise StatisticsError('x is constant')
    slope = sxy / sxx
    return LinearRegression(slope, 0.0 if proportional else ybar - slope * xbar)
