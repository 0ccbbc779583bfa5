# Names from __future__ are objects, too.
from __future__ import annotations, division
import __future__


print(annotations, division.getOptionalRelease())
for name in __future__.all_feature_names:
    print(name, getattr(__future__, name), getattr(__future__, name).compiler_flag)
print(__future__.__all__ == ['all_feature_names', *__future__.all_feature_names], __future__.CO_NESTED, __future__.annotations.getMandatoryRelease())
