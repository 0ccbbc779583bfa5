import html

for text in ('', '<a href="x">&amp;\'</a>', 'é & <'):
    print(html.escape(text), html.escape(text, quote=False))
