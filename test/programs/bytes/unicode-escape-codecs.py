for text in ['plain', 'tab\tnew\nline\\', 'é\x00\x7f', '\u0663€', '\U0001f600', '\ud800', "'\""]:
    for codec in 'unicode_escape', 'raw_unicode_escape':
        data = text.encode(codec)
        print(ascii(text), codec, data, data.decode(codec) == text)
for data in [br'\x41\u0042\U00000043\101\0', br'\q\'', br'\u066', br'\x4', br'\U00110000', b'\\', br'\\u0041', br'\\\u0041', b'\xe9']:
    for codec in 'unicode_escape', 'raw_unicode_escape':
        try:
            print(data, codec, ascii(data.decode(codec)))
        except UnicodeDecodeError as error:
            print(data, codec, error)
print(br'a\u'.decode('unicode_escape', 'replace'), br'a\u'.decode('unicode_escape', 'ignore'))
