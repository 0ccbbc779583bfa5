"""Averages and spread."""
import math as _math
from fractions import Fraction as _Fraction
from _normal_distribution import NormalDist
__all__ = [
    'NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'kde', 'kde_random',
    'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode', 'pstdev', 'pvariance',
    'quantiles', 'stdev', 'variance',
]


class StatisticsError(ValueError):
    pass


def _ratio(x):
    """(numerator, denominator); the denominator None: infinite, or no number."""
    if type(x) is int:
        return x, 1
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None
    except (OverflowError, ValueError):
        return x, None


def _common_kind(one, other):
    if one is other or other is int or other is bool:
        return one
    if one is int or issubclass(other, one):
        return other
    if issubclass(one, other) or issubclass(other, int):
        return one
    if issubclass(one, int):
        return other
    if issubclass(one, _Fraction) and issubclass(other, float):
        return other
    if issubclass(one, float) and issubclass(other, _Fraction):
        return one
    raise TypeError(f"don't know how to coerce {one.__name__} and {other.__name__}")


def _total(parts):
    """The sum of what has been collected by denominators; what is infinite or no number stands for all."""
    if None in parts:
        return parts[None]
    return sum([_Fraction(n, d) for d, n in parts.items()], _Fraction(0))


def _exact(data):
    """(the kind of the values, their exact sum, how many)."""
    kind, count, parts = int, 0, {}
    for x in data:
        count += 1
        n, d = _ratio(x)
        parts[d] = parts[d] + n if d in parts else n
        if type(x) is not kind:
            kind = _common_kind(kind, type(x))
    return kind, _total(parts), count


def _converted(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    if hasattr(kind, 'sqrt'):
        return kind(value.numerator) / value.denominator if isinstance(value, _Fraction) else kind(value)
    return kind(value)


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
    logs, count, has_zero = [], 0, False
    for x in data:
        count += 1
        if x > 0 or x != x:
            logs.append(_math.log(x))
        elif x == 0:
            has_zero = True
        else:
            raise StatisticsError('No negative inputs allowed', x)
    if not count:
        raise StatisticsError('Must have a non-empty dataset')
    total = _math.fsum(logs)
    if total != total:
        return _math.nan
    if has_zero:
        return _math.nan if total == _math.inf else 0.0
    return _math.exp(total / count)


def _not_negative(values):
    for x in values:
        if x < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        yield x


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if len(data) == 1 and weights is None:
        if not hasattr(data[0], 'as_integer_ratio'):
            raise TypeError('unsupported type')
        return list(_not_negative(data))[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError('Number of weights does not match data size')
    weight = _exact(_not_negative(weights))[1]
    try:
        kind, total, n = _exact([w / x if w else 0 for w, x in zip(weights, _not_negative(data))])
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _converted(weight / total, kind)


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
    if center is not None:
        return _exact([(x - center) * (x - center) for x in data])
    kind, count, sums, squares = int, 0, {}, {}
    for x in data:
        count += 1
        n, d = _ratio(x)
        sums[d] = sums[d] + n if d in sums else n
        squares[d] = squares[d] + n * n if d in squares else n * n
        if type(x) is not kind:
            kind = _common_kind(kind, type(x))
    if None in sums or not count:
        return kind, _total(sums), count
    total = _total(sums)
    square = sum([_Fraction(n, d * d) for d, n in squares.items()], _Fraction(0))
    return kind, (count * square - total * total) / count, count


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


def _root(value, kind):
    """The square root of a fraction, correctly rounded."""
    n, m = value.numerator, value.denominator
    if hasattr(kind, 'sqrt'):
        return _decimal_root(kind, n, m)
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


def _decimal_root(kind, n, m):
    """The neighbour of the quotient's root that is nearest to the true one."""
    if n <= 0:
        return kind('0.0') if n == 0 else (-kind(n) / kind(m)).sqrt()
    root = (kind(n) / kind(m)).sqrt()
    top, bottom = root.as_integer_ratio()
    for other, is_above in ((root.next_plus(), True), (root.next_minus(), False)):
        a, b = other.as_integer_ratio()
        true, middle = 4 * n * (bottom * b) ** 2, m * (bottom * a + b * top) ** 2
        if true > middle if is_above else true < middle:
            return other
    return root


def _odd_root(n, m):
    a = _math.isqrt(n // m)
    return a | (a * a * m != n)


def stdev(data, xbar=None):
    kind, deviations, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(deviations / (n - 1), kind)


def pstdev(data, mu=None):
    kind, deviations, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(deviations / n, kind)


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
    if method not in ('linear', 'ranked'):
        raise ValueError(f'Unknown method: {method!r}')
    if method == 'ranked':
        x, y = _ranks(x), _ranks(y)
    else:
        xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
        x, y = [xi - xbar for xi in x], [yi - ybar for yi in y]
    sxy, sxx, syy = _math.sumprod(x, y), _math.sumprod(x, x), _math.sumprod(y, y)
    if not sxx or not syy:
        raise StatisticsError('at least one of the inputs is constant')
    return sxy / _root_of_product(sxx, syy)


def _ranks(data):
    """Places in ascending order, around 0; what is equal shares the middle of its places."""
    order = sorted(range(len(data)), key=lambda i: data[i])
    ranks = [0.0] * len(data)
    start = 0
    while start < len(order):
        end = start + 1
        while end < len(order) and data[order[end]] == data[order[start]]:
            end += 1
        for i in order[start:end]:
            ranks[i] = (len(data) - 1) / -2 + start + (end - start - 1) / 2
        start = end
    return ranks


def _root_of_product(x, y):
    """sqrt(x * y), corrected by what the root's square lacks."""
    h = _math.sqrt(x * y)
    if not _math.isfinite(h):
        if _math.isinf(h) and not _math.isinf(x) and not _math.isinf(y):
            return _root_of_product(2.0 ** -512 * x, 2.0 ** -512 * y) / 2.0 ** -512
        return h
    if not h:
        return _root_of_product(2.0 ** 537 * x, 2.0 ** 537 * y) / 2.0 ** 537 if x and y else 0.0
    return h + _math.sumprod((x, h), (y, -h)) / (2.0 * h)


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
