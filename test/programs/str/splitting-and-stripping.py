for text in ["", " ", "a", " a  b\tc\n", "a,b,,c,", "日本 語\u3000x", "aXXbXXc"]:
    print(text.split(), text.rsplit(), text.split(None, 1), text.rsplit(None, 1))
    for separator in (",", "XX", "a", "本"):
        print(text.split(separator), text.split(separator, 1), text.rsplit(separator, 1), text.partition(separator), text.rpartition(separator))
    print(repr(text.strip()), repr(text.lstrip()), repr(text.rstrip()), repr(text.strip("a ")), text.splitlines(), text.splitlines(True))
