from decimal import Decimal as D
from fractions import Fraction as F
import statistics as st

inf, nan = float('inf'), float('nan')
samples = [[1, 2, 3, 4], [1.5, 2.25, 7], [F(1, 3), F(2, 7)], [D('0.5'), D('0.75'), D('0.625'), D('0.375')], [D('0.28')], [1, F(1, 2)], [True, 2], [1, 2.5, F(1, 3)], [inf, 1], [nan, 2.0],
           [inf, -inf], [D(1), D('2.5')], [3, -1, 2], [0, 4], [0.0, inf], [1e300, 1e300, -1e300], []]
for data in samples:
    for f in (st.mean, st.fmean, st.geometric_mean, st.harmonic_mean, st.median, st.variance, st.pvariance, st.stdev, st.pstdev):
        try:
            answer = f(data)
            print(f.__name__, repr(answer))
        except Exception as e:
            print(f.__name__, type(e).__name__, e)
x = [12.0, 13.3, 9.1, 11.7, 12.0]
print(st.pvariance(x, 11.5), st.variance(x, st.mean(x)), st.harmonic_mean([40, 60], weights=[5, 30]), st.harmonic_mean([1, 2], weights=[0, 0.5]))
for call in (lambda: st.harmonic_mean([1, 2], weights=[1]), lambda: st.harmonic_mean([1, 2], weights=[0, 0]), lambda: st.harmonic_mean(['a']), lambda: st.mean(['a']), lambda: st.correlation([1, 2], [3, 4], method='x')):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
a, b = [1, 2, 2, 4, 7, 7.5], [3, 1, 4, 1, 5, 9]
print(st.correlation(a, b), st.correlation(a, b, method='ranked'), st.correlation([1e-150, 2e-150, 4e-150], [3, 1, 4]), st.correlation([1e150, 2e150, 4e150], [3e150, 1e150, 4e150]))
