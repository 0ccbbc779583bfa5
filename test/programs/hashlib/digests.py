import hashlib
from hashlib import md5

texts = [b'', b'abc', b'a' * 55, b'a' * 56, b'a' * 64, bytes(range(256)) * 3, b'x' * 111, b'x' * 112]
for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'):
    made = hashlib.new(name)
    print(name, made.name, made.digest_size, made.block_size)
    for text in texts:
        print(getattr(hashlib, name)(text).hexdigest())
parts = hashlib.sha256(b'one')
other = parts.copy()
parts.update(b' two')
parts.update(bytearray(b' three'))
print(parts.hexdigest() == hashlib.sha256(b'one two three').hexdigest(), other.digest() == hashlib.sha256(b'one').digest())
print(next(n for n in range(10000) if md5(f'abcdef{n}'.encode()).hexdigest().startswith('000')))
for wrong in (lambda: md5('text'), lambda: hashlib.new('nothing')):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
