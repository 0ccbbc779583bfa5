import sys


def main():
    n = int(sys.argv[1])
    counts = {}
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        word = "w" + str(x % 5000)
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    best = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:5]
    for word, count in best:
        print(word, count)
    print(len(counts))


main()
