import re

m = re.match(r'(?P<first>\w+)\s(?P<last>\w+)?', 'Jane Doe x')
print(m, m.groups(), m.groupdict(), m['first'], m[2], m.span('last'), m.start(), m.end(2), m.lastindex, m.lastgroup, m.pos, m.endpos, m.string, m.re, m.regs)
print(re.search(r'\d+', 'abc'), re.fullmatch(r'a|ab', 'ab'), re.match(r'(a)|(b)', 'b').groups('-'), bool(re.search('x', 'x')))
cases = [(r'a.c', 'abc'), (r'a.c', 'a\nc'), (r'(?s)a.c', 'a\nc'), (r'^b', 'a\nb'), (r'(?m)^b$', 'a\nb\nc'), (r'(?i)ABC', 'xabc'), (r'[^a-c]+', 'abcdef'),
         (r'a*?b', 'aaab'), (r'(a+)+b', 'aaaaaaaaaaac'), (r'(?:ab){2,3}', 'abababab'), (r'a{2}', 'aaa'), (r'a{,2}', 'aaa'), (r'x{', 'x{'), (r'(\w)\1', 'abccd'),
         (r'(?=ab)a', 'ab'), (r'a(?!b)', 'abac'), (r'(?<=a)b', 'ab'), (r'(?<!a)b', 'abcb'), (r'\bfoo\b', 'a foo b'), (r'\Bo', 'foo'), (r'(?P<q>["\']).*?(?P=q)', 'say "hi" \'x\''),
         (r'(a)?(?(1)b|c)', 'ab'), (r'(a)?(?(1)b|c)', 'c'), (r'(?>a+)ab', 'aaab'), (r'a++b', 'aaab'), (r'(?x) a  b # c', 'ab'), (r'[\]\-\\]+', ']-\\'), (r'\x41\u0042\103', 'ABC'),
         (r'[[:]+', '[:'), (r'(?i:a)b', 'Ab'), (r'(?i:a)b', 'AB'), (r'é', 'É'), (r'(?i)é', 'É'), (r'\w+', 'naïve_1'), (r'(?a)\w+', 'naïve'), (r'$', 'a\n'), (r'a\Z', 'a\n'),
         (r'((a)|b)*', 'abab'), (r'(a|ab)(c|bcd)(d*)', 'abcd'), (r'(x*)*', 'xx'), (r'(?:a?)*?y', 'z'), (r'', 'abc'), (r'[a-z]+?\d', 'abc1'), (r'(|a)+', 'aa')]
for pattern, text in cases:
    found = re.search(pattern, text)
    print(pattern, found and (found.span(), found.groups()))
p = re.compile(r'(\d+)-(\d+)', re.I | re.M)
print(p, p.pattern, p.flags, p.groups, p.groupindex, p.match('12-34', 1), p.search('a 1-2', 2, 4), p is re.compile(r'(\d+)-(\d+)', re.I | re.M))
print(re.match(rb'(\w+)', b'bytes here').group(1), re.sub(rb'e', b'E', b'bytes here'), re.findall(rb'\xff', b'a\xff'))
