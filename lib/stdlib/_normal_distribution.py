"""NormalDist. Public by way of statistics."""
import math as _math

# M. J. Wichura, The Percentage Points of the Normal Distribution (AS 241, PPND16): numerator and denominator for the middle, the tails, and far out.
_MIDDLE = (
    (2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4, 1.3731693765509461125e+4,
     1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
    (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4, 5.3941960214247511077e+3,
     6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0))
_TAIL = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0, 3.64784832476320460504e+0,
     5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1,
     1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0))
_FAR = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1,
     1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2,
     1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))
_SQRT2 = _math.sqrt(2.0)


def _horner(coefficients, x):
    value = coefficients[0]
    for coefficient in coefficients[1:]:
        value = value * x + coefficient
    return value


def _quantile(p):
    """Of the distribution with mean 0 and deviation 1."""
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        return _horner(_MIDDLE[0], r) * q / _horner(_MIDDLE[1], r)
    r = _math.sqrt(-_math.log(p if q <= 0.0 else 1.0 - p))
    numerator, denominator = _TAIL if r <= 5.0 else _FAR
    r -= 1.6 if r <= 5.0 else 5.0
    x = _horner(numerator, r) / _horner(denominator, r)
    return -x if q < 0.0 else x


def _refused(text):
    from statistics import StatisticsError
    return StatisticsError(text)


class NormalDist:
    __module__ = 'statistics'
    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution', '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise _refused('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        from statistics import mean, stdev
        data = list(data)
        deviation = stdev(data)
        return cls(float(mean(data)), float(deviation))

    def samples(self, n, *, seed=None):
        import random
        draw = random.random if seed is None else random.Random(seed).random
        return [self._mu + _quantile(draw()) * self._sigma for _ in range(n)]

    def _variance(self, asker):
        if not self._sigma:
            raise _refused(f'{asker}() not defined when sigma is zero')
        return self._sigma * self._sigma

    def pdf(self, x):
        variance = self._variance('pdf')
        diff = x - self._mu
        return _math.exp(diff * diff / (-2.0 * variance)) / _math.sqrt(_math.tau * variance)

    def cdf(self, x):
        self._variance('cdf')
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise _refused('p must be in the range 0.0 < p < 1.0')
        return self._mu + _quantile(p) * self._sigma

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """The common area: what lies between the places where the two curves cross."""
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        x_variance, y_variance = x._variance('overlap'), y._variance('overlap')
        difference = y_variance - x_variance
        distance = abs(y._mu - x._mu)
        if not difference:
            return 1.0 - _math.erf(distance / (2.0 * x._sigma * _SQRT2))
        a = x._mu * y_variance - y._mu * x_variance
        b = x._sigma * y._sigma * _math.sqrt(distance * distance + difference * _math.log(y_variance / x_variance))
        crossings = ((a + b) / difference, (a - b) / difference)
        return 1.0 - (abs(y.cdf(crossings[0]) - x.cdf(crossings[0])) + abs(y.cdf(crossings[1]) - x.cdf(crossings[1])))

    def zscore(self, x):
        self._variance('zscore')
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    @property
    def median(self):
        return self._mu

    @property
    def mode(self):
        return self._mu

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __rsub__(self, other):
        return -(self - other)

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * abs(factor))

    __rmul__ = __mul__

    def __truediv__(self, divisor):
        return NormalDist(self._mu / divisor, self._sigma / abs(divisor))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __eq__(self, other):
        return self._mu == other._mu and self._sigma == other._sigma if isinstance(other, NormalDist) else NotImplemented

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
