0, 00, 1_000, 0xFF_ff, 0b1_0, 0o17, 123456789012345678901234567890
1., .5, 1.5e10, 1e-5, 1_0.0_1e+1_0, 1e400, 5e-324, 0.1
1j, 1.5J, 1e3j, 0j, 010.5, 09j
'a', "b", '''c
d''', """e"f'""", r'\n\'', u'x', b'bytes\x00\xff\'', rb'\d', B"\101", Rb''
'\a\b\f\n\r\t\v\\\'\"\0\12\123\x41\u00e9\U0001F600\N{GREEK SMALL LETTER ALPHA}\
continued'
'one' "two" '''three''', u'four' 'five', b'six' b'seven'
'é' 'ñ' '😀', '\ud800', '\udfff', 'ﬁ'
ﬁ = ª = 𝐱 = Å = 变量 = _é1 = 1
