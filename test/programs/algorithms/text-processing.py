TEXT = """the quick brown fox
jumps over the lazy dog

The Dog barks; the fox runs!"""


def words(text):
    word = ""
    for c in text:
        if c.isalpha():
            word += c.lower()
        elif word:
            yield word
            word = ""
    if word:
        yield word


def caesar(text, key):
    out = []
    for c in text:
        if "a" <= c <= "z":
            c = chr((ord(c) - 97 + key) % 26 + 97)
        elif c.isupper():
            c = chr((ord(c) - 65 + key) % 26 + 65)
        out.append(c)
    return "".join(out)


def run_length(text):
    out = []
    for c in text:
        if out and out[-1][0] == c:
            out[-1][1] += 1
        else:
            out.append([c, 1])
    return "".join(c + (str(n) if n > 1 else "") for c, n in out)


counts = {}
for word in words(TEXT):
    counts[word] = counts.get(word, 0) + 1
print(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:4], max(counts, key=len))
print(caesar(TEXT.splitlines()[0], 3), caesar(caesar("Hello, Wörld", 5), -5), run_length("aaabccd"), run_length("ééé€"))
print([len(line) for line in TEXT.split("\n")], " ".join(w.capitalize() for w in "a bc d".split()), "".join(reversed("abc")))
index = {}
for number, line in enumerate(TEXT.splitlines(), 1):
    for word in words(line):
        index.setdefault(word, []).append(number)
print({w: index[w] for w in sorted(index) if len(index[w]) > 1}, "racecar" == "racecar"[::-1])
