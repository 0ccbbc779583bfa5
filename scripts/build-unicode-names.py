"""Writes lib/syntax/literals/unicode-names-data.ts from the `unicodedata` of the Python that runs it (CPython 3.13: Unicode 15.1).

lib/syntax/literals/unicode-names.ts explains the encoding. Names that end in their own code point are kept as ranges, and
Hangul syllables not at all. `unicodedata` can't list aliases: they are looked up among the words below.
"""

import collections
import pathlib
import re
import sys
import unicodedata

# Formal aliases (NameAliases.txt): corrections, controls, figments and abbreviations, as far as `unicodedata` knows them.
ALIAS_FILE = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
BASE = 45
CONTINUED = [chr(c) for c in range(35, 127) if chr(c) not in "\\`~$"][:BASE]
LAST = [chr(c) for c in range(35, 127) if chr(c) not in "\\`~$"][BASE : 2 * BASE - 5]


def number(n):
    base, last = BASE, len(LAST)
    out = ""
    while n >= last:
        n -= last
        out += CONTINUED[n % base]
        n //= base
    return out + LAST[n]


def main():
    names = {}
    ranges = []
    for code in range(sys.maxunicode + 1):
        name = unicodedata.name(chr(code), "")
        if not name or name.startswith("HANGUL SYLLABLE "):
            continue
        suffix = "-%04X" % code
        if name.endswith(suffix):
            prefix = name[: -len(suffix) + 1]
            if ranges and ranges[-1][0] == prefix and ranges[-1][2] == code - 1:
                ranges[-1][2] = code
            else:
                ranges.append([prefix, code, code])
        else:
            names[name] = code
    entries = sorted((code, name) for name, code in names.items())
    if ALIAS_FILE:
        text = ALIAS_FILE.read_text("utf-8", "replace")
        for name in sorted(set(re.findall(r"[A-Z][A-Z0-9 -]+", text)) - set(names)):
            try:
                found = unicodedata.lookup(name)
            except KeyError:
                continue
            if len(found) == 1 and unicodedata.name(found, "") != name and not name.startswith("HANGUL SYLLABLE "):
                if not any(name.startswith(prefix) for prefix, _, _ in ranges):
                    entries.append((ord(found), name))
    count = collections.Counter(word for _, name in entries for word in name.split(" "))
    words = [word for word, _ in count.most_common()]
    index = {word: i for i, word in enumerate(words)}
    out = ""
    before = 0
    for code, name in sorted(entries):
        out += " " if code == before + 1 else "~" + number(code - before)
        out += "".join(number(index[word]) for word in name.split(" "))
        before = code
    lines = [
        "// Made by scripts/build-unicode-names.py from Unicode %s; unicode-names.ts explains the encoding." % unicodedata.unidata_version,
        "export const continuedDigits = %s;" % quote("".join(CONTINUED)),
        "export const lastDigits = %s;" % quote("".join(LAST)),
        "export const ranges: readonly (readonly [prefix: string, first: number, last: number])[] = [",
        *("  [%s, 0x%x, 0x%x]," % (quote(p), a, b) for p, a, b in ranges),
        "];",
        "export const words =",
        "  %s;" % quote(" ".join(words)),
        "export const names =",
        "  %s;" % quote(out),
    ]
    target = pathlib.Path(__file__).parent.parent / "lib/syntax/literals/unicode-names-data.ts"
    target.write_text("\n".join(lines) + "\n")
    print(len(entries), "names", len(ranges), "ranges", target.stat().st_size, "bytes")


def quote(text):
    return "'" + text.replace("'", "\\'") + "'"


main()
