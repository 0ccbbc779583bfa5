from statistics import NormalDist, StatisticsError
import statistics

d, e = NormalDist(100, 15), NormalDist(110.5, 20)
print(d, d.mean, d.median, d.mode, d.stdev, d.variance, d == NormalDist(100, 15), d == 3, hash(d) == hash(NormalDist(100.0, 15.0)))
print([d.pdf(x) for x in (70, 100, 130.5)], [d.cdf(x) for x in (70, 100, 130.5, 1e9)], d.zscore(130))
print([NormalDist().inv_cdf(p) for p in (1e-300, 1e-20, 1e-9, 0.001, 0.05, 0.075, 0.25, 0.5, 0.6, 0.925, 0.95, 1 - 1e-12)])
print(d.quantiles(), d.quantiles(n=10)[7:], d.overlap(e), e.overlap(d), d.overlap(d + 5))
print(d + e, d - e, d + 3, 3 + d, d - 3, 3 - d, d * 2, -2 * d, d / -4, +d, -d)
print(NormalDist.from_samples([1, 2, 3, 4, 10]), NormalDist.from_samples([0.5, 2.25, 7.125]), statistics.NormalDist is NormalDist)
print(d.samples(3, seed=12345))
same = NormalDist(3, 0)
attempts = [
    lambda: NormalDist(0, -1), lambda: same.pdf(1), lambda: same.cdf(1), lambda: same.zscore(1), lambda: same.overlap(d), lambda: d.overlap(3),
    lambda: d.inv_cdf(0), lambda: d.inv_cdf(1.0), lambda: NormalDist.from_samples([1]), lambda: NormalDist('x', 'y'), lambda: setattr(d, 'mean', 3),
]
for attempt in attempts:
    try:
        print(attempt())
    except (StatisticsError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
