import sys


def fannkuch(n):
    permutation = list(range(n))
    count = [0] * n
    most = checksum = 0
    r = n
    sign = True
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if permutation[0] != 0:
            flipped = permutation[:]
            flips = 0
            first = flipped[0]
            while first != 0:
                i, j = 0, first
                while i < j:
                    flipped[i], flipped[j] = flipped[j], flipped[i]
                    i += 1
                    j -= 1
                flips += 1
                first = flipped[0]
            most = max(most, flips)
            checksum += flips if sign else -flips
        sign = not sign
        while True:
            if r == n:
                return checksum, most
            first = permutation[0]
            for i in range(r):
                permutation[i] = permutation[i + 1]
            permutation[r] = first
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1


checksum, most = fannkuch(int(sys.argv[1]))
print(checksum, most)
