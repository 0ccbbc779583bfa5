import statistics
from statistics import StatisticsError, fmean, mean, median, mode, pstdev, stdev, variance

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
ints = [1, 2, 3, 4]
print(mean(data), mean(ints), mean([1, 3]), fmean(ints), fmean([1, 2], [3, 1]), median(data), median(ints), statistics.median_low(ints), statistics.median_high(ints))
print(mode('aabbb'), statistics.multimode('aabb'), stdev(data), pstdev(data), variance(data), variance(ints), statistics.pvariance([0, 0, 1, 1]), stdev([1, 2]), stdev(range(100)))
print(statistics.quantiles(range(1, 11)), statistics.quantiles(ints, n=3, method='inclusive'), statistics.harmonic_mean([40, 60]), statistics.geometric_mean([54, 24, 36]))
print(statistics.covariance([1, 2, 3], [1, 5, 6]), statistics.correlation([1, 2, 3], [1, 5, 6]), statistics.linear_regression([1, 2, 3], [2, 4, 7]))
for action in (lambda: mean([]), lambda: median([]), lambda: stdev([1]), lambda: mode([]), lambda: fmean([]), lambda: mean(['a'])):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
