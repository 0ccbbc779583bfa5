from decimal import Decimal as D
from fractions import Fraction as F
values = [float('-inf'), D('-1e425000000'), -1e308, F(-22, 7), -2, 0.0, True, F('1.2'), D('1.3'), 7e200, D('1e425000000'), D('infinity')]
for i, first in enumerate(values):
    for second in values[i + 1:]:
        if not (first < second and first <= second and second > first and second >= first and first != second):
            print('wrong', first, second)
print('done')
