import sys
if len(sys.argv) > 5:
    max = 3
print(max(1,2))
class A:
    if len(sys.argv) > 5:
        int = 5
    print(int)
