for data in [b"abc", b"\xc3\xa9", b"\xff", b"a\xe2\x82", b"\xed\xa0\x80", b"\xff\xfea\x00", b"\x00\xd8"]:
    for encoding in ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-le"):
        for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
            try:
                print(data, encoding, errors, ascii(data.decode(encoding, errors)))
            except UnicodeDecodeError as e:
                print(type(e).__name__, e)
for text in ["abc", "é", "日本", "😀", "\udc80"]:
    for encoding in ("utf-8", "ascii", "latin-1", "utf-16", "utf-32-be"):
        for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "surrogateescape"):
            try:
                print(ascii(text), encoding, errors, text.encode(encoding, errors))
            except UnicodeEncodeError as e:
                print(type(e).__name__, e)

# Codecs between other things than text and bytes.
for name in ('hex', 'rot13', 'Base64', 'zip', 'nope'):
    for action in (lambda: 'a'.encode(name), lambda: b'a'.decode(name)):
        try:
            print(action())
        except LookupError as error:
            print(error)

for encoding in 'quoted-printable', 'QUOTED_PRINTABLE', 'quotedprintable':
    try:
        ''.encode(encoding)
    except LookupError as e:
        print(e)
