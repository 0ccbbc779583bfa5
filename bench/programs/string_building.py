import sys


def main():
    n = int(sys.argv[1])
    parts = []
    for i in range(n):
        parts.append(str(i))
    text = ",".join(parts)
    built = ""
    for i in range(n):
        built += chr(97 + i % 26)
    vowels = 0
    for c in built:
        if c in "aeiou":
            vowels += 1
    print(len(text), len(built), vowels, text.count("99"), built[:30].upper())


main()
