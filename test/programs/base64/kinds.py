import base64
import binascii

for data in (b'', b'a', b'ab', b'abc', b'abcd', bytes(range(250, 256)), 'grüße'.encode()):
    print(base64.b64encode(data), base64.b32encode(data), base64.b16encode(data), binascii.hexlify(data), binascii.crc32(data))
    assert base64.b64decode(base64.b64encode(data)) == data == base64.b32decode(base64.b32encode(data)) == base64.b16decode(base64.b16encode(data))
print(base64.urlsafe_b64encode(b'\xfb\xff\xfe'), base64.urlsafe_b64decode('-__-'), base64.b64decode('YW\nJj'), base64.b64decode(b'YQ=='))
print(binascii.b2a_base64(b'hello'), binascii.unhexlify('00fF'), binascii.a2b_base64('aGk='))
for wrong in (lambda: base64.b64decode('YQ'), lambda: base64.b64decode('Y'), lambda: base64.b64decode('Y!==', validate=True), lambda: base64.b64encode('text'),
              lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('zz'), lambda: base64.b16decode('ab'), lambda: base64.b32decode('A')):
    try:
        print(wrong())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
