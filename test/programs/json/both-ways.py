import json
from json import JSONDecodeError, JSONEncoder, dumps, loads

data = {'name': 'x "q" \\ \n', 'list': [1, 2.5, -3e10, True, None], 'nested': {'a': {}, 'b': [], 'ü': 'é\U0001f600'}, 5: 'int', None: 0, 1.5: False}
print(dumps(data))
print(dumps(data, ensure_ascii=False, separators=(',', ':')))
print(dumps({'b': [1, {'c': 2}], 'a': ()}, indent=2, sort_keys=True))
print(dumps([float('nan'), float('inf')]), dumps('a\x7f\x01/'), dumps((1, 'a')), dumps(10**30), dumps([], indent=4))
text = ' {"a": [1, -2.5e3, "\\u00e9\\n\\ud83d\\ude00", true, false, null, {}], "b": {"c": []}, "a2": 0.1} '
print(loads(text), loads('[]'), loads('"x"'), loads(b'[1]'), loads('1E5'), loads('-0'), type(loads('123456789012345678901234567890')))
print(loads('{"x": {"y": 1}}', object_hook=lambda d: list(d.items())), loads('[1.5, 2]', parse_float=str, parse_int=lambda s: s + '!'), loads('[NaN]'))
for bad in ('', '[1,', '{"a" 1}', '{a: 1}', '[1 2]', '"abc', '"\\x"', 'nul', '[1,]', '{"a":1,}', '1 2', '"\t"', '01', '"\\u12"', '{'):
    try:
        print(loads(bad))
    except JSONDecodeError as e:
        print(e, e.pos)


class Encoder(JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(dumps({'s': {3, 1}}, cls=Encoder), dumps(1j, default=str), dumps({(1, 2): 3, 'k': 1}, skipkeys=True))
loop = []
loop.append(loop)
for action in (lambda: dumps(loop), lambda: dumps(object), lambda: dumps({(1,): 1}), lambda: loads(5), lambda: dumps(float('inf'), allow_nan=False)):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
print(loads(dumps(data)) == {'name': 'x "q" \\ \n', 'list': [1, 2.5, -3e10, True, None], 'nested': {'a': {}, 'b': [], 'ü': 'é\U0001f600'}, '5': 'int', 'null': 0, '1.5': False})

for encoder in (json.JSONEncoder(), json.JSONEncoder(indent=1, separators=(',', ':'))):
    for value in ([1, 2.5, 'x', None], {'a': [1], 'b': {'c': []}}, [[1], [], {}, [[2]]], [{}, {'a': 1}, ','], 3, [', ', '[']):
        print(list(encoder.iterencode(value)))
