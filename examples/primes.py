"""Counts primes. Usage: primes.py [LIMIT]"""

import sys


def is_prime(n):
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True


limit = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
print(f"{sum(is_prime(n) for n in range(limit)):,} primes below {limit:,}")
