# A loop at module level is as good as one in a function.
import sys

n = int(sys.argv[1])
total = 0
i = 0
while i < n:
    total += i * 3 % 7  # llvm: srem|urem|mul
    i += 1  # llvm-not: @rt_(binary|add|mul|mod|int_|global)
print(total)
