for text in ["hello World", "ÀÉ straße", "ΑΣ ΣΑΣ. Σ", "ǆ ŉ ﬁx ǅ", "İIıi", "ᾳ 123 x1y", "they're bill's", "日本"]:
    print(text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold(), sep="|")
    print(text.isupper(), text.islower(), text.istitle(), text.isalpha(), text.isalnum(), text.isidentifier(), text.isprintable(), text.isascii())
for text in ["0", "٣", "²", "½", "一", " ", "\x1c", "\u2028", "_", "ǅ", ""]:
    print(ascii(text), text.isdecimal(), text.isdigit(), text.isnumeric(), text.isspace(), text.isidentifier(), text.istitle())
