"""Writes native/runtime/unicode-tables.c from the Unicode database of the Python that runs it (3.13 wanted).

Everything is asked of str itself, so that the tables answer as CPython does.
"""
import sys
import unicodedata

POINTS = range(0x110000)
FLAGS = "ALPHA DECIMAL DIGIT NUMERIC LOWER UPPER TITLE SPACE PRINTABLE XID_START XID_CONTINUE CASED CASE_IGNORABLE LINE_BREAK".split()


def flags_of(point):
    c = chr(point)
    title = unicodedata.category(c) == "Lt"
    # Asked by way of the final sigma: only case-ignorable characters are looked through on both sides.
    ignorable = ("A\u03a3" + c + "A").lower()[1] == "\u03c3" and ("A\u03a3" + c).lower()[1] == "\u03c2"
    answers = [
        c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.islower(), c.isupper(), title, c.isspace(), c.isprintable(),
        c.isidentifier(), ("a" + c).isidentifier(), c.islower() or c.isupper() or title, ignorable, len(("a" + c + "b").splitlines()) == 2,
    ]
    return sum(1 << i for i, answer in enumerate(answers) if answer)


def blocks_of(values, shift):
    seen, index, data = {}, [], []
    for start in range(0, len(values), 1 << shift):
        block = tuple(values[start:start + (1 << shift)])
        if block not in seen:
            seen[block] = len(seen)
            data.extend(block)
        index.append(seen[block])
    return index, data


def element(values):
    return "uint8_t" if max(values) < 256 else "uint16_t" if max(values) < 65536 else "uint32_t"


def size(values):
    return len(values) * {"uint8_t": 1, "uint16_t": 2, "uint32_t": 4}[element(values)]


def three_stages(values):
    """The smallest three-stage table: (low shift, high shift, top, middle, data)."""
    best = None
    for low in range(2, 8):
        middle_values, data = blocks_of(values, low)
        for high in range(2, 8):
            padded = middle_values + [0] * (-len(middle_values) % (1 << high))
            top, middle = blocks_of(padded, high)
            total = size(top) + size(middle) + size(data)
            if best is None or total < best[0]:
                best = (total, low, high, top, middle, data)
    return best[1:]


def mapping_ranges(pairs):
    """Runs of points with one delta and one distance (1 or 2): (start, step, count, delta)."""
    runs = []
    for point, target in pairs:
        delta = target - point
        if runs:
            start, step, count, run_delta = runs[-1]
            distance = point - (start + step * (count - 1))
            if delta == run_delta and (distance == step or (count == 1 and distance == 2)):
                runs[-1] = (start, distance, count + 1, run_delta)
                continue
        runs.append((point, 1, 1, delta))
    return runs


def case_tables():
    lower = {p: chr(p).lower() for p in POINTS}
    upper = {p: chr(p).upper() for p in POINTS}
    title = {p: chr(p).title() for p in POINTS}
    fold = {p: chr(p).casefold() for p in POINTS}
    wanted = {
        "lower": {p: m for p, m in lower.items() if m != chr(p)},
        "upper": {p: m for p, m in upper.items() if m != chr(p)},
        "title": {p: m for p, m in title.items() if m != upper[p]},
        "fold": {p: m for p, m in fold.items() if m != lower[p]},
    }
    return {
        name: ([(p, ord(m)) for p, m in table.items() if len(m) == 1], [(p, m) for p, m in table.items() if len(m) > 1])
        for name, table in wanted.items()
    }


def write_array(out, kind, name, values, width=24):
    out.append(f"const {kind} {name}[] = {{")
    for i in range(0, len(values), width):
        out.append("    " + ", ".join(str(v) for v in values[i:i + width]) + ",")
    out.append("};")


def main():
    assert sys.version_info[:2] == (3, 13), "run with Python 3.13"
    flags = [flags_of(p) for p in POINTS]
    kinds = sorted(set(flags))
    assert len(kinds) < 256
    numbers = {f: i for i, f in enumerate(kinds)}
    low, high, top, middle, data = three_stages([numbers[f] for f in flags])
    out = [
        f"/* Made by scripts/generate-unicode-tables.py from Unicode {unicodedata.unidata_version}; do not edit. One generated table, hence its length. See unicode.c. */",
        '#include "unicode-tables.h"',
    ]
    total = size(top) + size(middle) + size(data) + 2 * len(kinds)
    write_array(out, "uint16_t", "rt_unicode_kinds", kinds)
    write_array(out, element(top), "rt_unicode_top", top)
    write_array(out, element(middle), "rt_unicode_middle", middle)
    write_array(out, element(data), "rt_unicode_data", data)
    counts = {}
    for name, (single, special) in case_tables().items():
        runs = mapping_ranges(single)
        counts[name] = (len(runs), len(special))
        total += 12 * len(runs) + 12 * len(special)
        out.append(f"const RtCaseRun rt_unicode_{name}_runs[] = {{")
        out.extend(f"    {{{start}, {delta}, {count}, {step}}}," for start, step, count, delta in runs)
        out.append("};")
        out.append(f"const RtCaseSpecial rt_unicode_{name}_specials[] = {{")
        out.extend("    {%d, {%s}}," % (p, ", ".join(str(ord(c)) for c in m)) for p, m in special)
        out.append("};")
    zeros = [p for p in POINTS if chr(p).isdecimal() and unicodedata.decimal(chr(p)) == 0]
    assert all(unicodedata.decimal(chr(p + i)) == i for p in zeros for i in range(10))
    assert sum(chr(p).isdecimal() for p in POINTS) == 10 * len(zeros)
    write_array(out, "uint32_t", "rt_unicode_zeros", zeros)
    total += 4 * len(zeros)
    header = [
        "/* Made by scripts/generate-unicode-tables.py; do not edit. */",
        "#ifndef RT_UNICODE_TABLES_H", "#define RT_UNICODE_TABLES_H", "#include <stdint.h>", "",
        "/* count points from start on, step apart, map to themselves plus delta. */",
        "typedef struct RtCaseRun { uint32_t start; int32_t delta; uint16_t count, step; } RtCaseRun;",
        "/* Surrogates are no targets: 16 bits suffice. */",
        "typedef struct RtCaseSpecial { uint32_t point; uint16_t to[3]; } RtCaseSpecial;", "",
        f"enum {{ RT_UNICODE_LOW = {low}, RT_UNICODE_HIGH = {high}, RT_UNICODE_ZEROS = {len(zeros)} }};",
        "extern const uint16_t rt_unicode_kinds[];",
        f"extern const {element(top)} rt_unicode_top[];", f"extern const {element(middle)} rt_unicode_middle[];",
        f"extern const {element(data)} rt_unicode_data[];", "extern const uint32_t rt_unicode_zeros[];",
    ]
    for name, (runs, specials) in counts.items():
        header.append(f"extern const RtCaseRun rt_unicode_{name}_runs[{runs}];")
        header.append(f"extern const RtCaseSpecial rt_unicode_{name}_specials[{specials}];")
    header.append("#endif")
    for path, lines in (("native/runtime/unicode-tables.c", out), ("native/runtime/unicode-tables.h", header)):
        with open(path, "w", encoding="ascii") as file:
            file.write("\n".join(lines) + "\n")
    print(f"{total} bytes of tables")


main()
