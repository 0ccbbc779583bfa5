f'', f'a', f'{a}', f'a{b}c', f'{{', f'}}', f'{{{a}}}', f'a{{b}}c{d}{{e'
f'{a!r}', f'{a!s:>{width}}', f'{a:.{b}f}', f'{a:}', f'{a:{b}{c}d}', f'{a=}', f'{a = }', f'{a=!s}', f'{a=:>5}', f'{ a + b = !r:^20}'
f'{a, b}', f'{*a, b}', f'{(yield_)}', f'{lambda_}', f'{(lambda: 1)}', f'{a if b else c}', f'{ {1: 2}[1] }', f'{(x := 1)}', f'{x:=10}'
f'{f"{f'{1}'}"}', f"{'nested'}", f'{a["b"]}', f'{'same quotes'}'
f'''{
    a  # comment
    + b
}''', f"""multi
line {c
} and {d!r:
}"""
rf'\{a}\n{b:\d}', f'\N{BULLET}{a}\x41', Rf'{{\{a}', f'\{a}'
'a' f'b{c}d' 'e' f'' r'\f' f'{g}' 'h', f'a' 'b', 'a' f'b', u'a' f'{b}'
f'{a:%H:%M}', f'{a!r:{b!s:{c}}}', f'{a != b}', f'{a == b}', f'{a <= b}', f'{a[1:2]}', f'é{a}ñ{b=}'
