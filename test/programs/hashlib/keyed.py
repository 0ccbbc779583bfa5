# SHA-3, SHAKE, BLAKE2, HMAC, keys from passwords, digests of files
import hashlib
import hmac
import io

text = bytes(range(256)) * 2
for name in ('sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2b', 'blake2s', 'sha1'):
    h = hashlib.new(name, b'abc')
    print(h.name, h.digest_size, h.block_size, h.hexdigest()[:40])
    for piece in (b'', text[:100], text[100:]):
        h.update(piece)
        print(h.copy().hexdigest()[:32])
print(hashlib.shake_256(b'x').hexdigest(20), hashlib.shake_128(text).digest(200)[-10:], hashlib.shake_128().digest_size)
h = hashlib.blake2b(text, digest_size=20, key=b'secret', salt=b'salt', person=b'me')
print(h.hexdigest(), hashlib.blake2s(text, key=b'k' * 32, last_node=True, node_offset=3, depth=2).hexdigest())
for wrong in (lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2s(key=b'x' * 33), lambda: hashlib.sha3_256('x'), lambda: hashlib.new('none'),
              lambda: hmac.new(b'k', b'm'), lambda: hmac.compare_digest('a', b'a'), lambda: hashlib.pbkdf2_hmac('sha256', b'', b'', 0)):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
m = hmac.new(b'key', b'message', 'sha256')
print(m.name, m.digest_size, m.block_size, m.hexdigest())
m.update(text)
print(m.copy().hexdigest(), hmac.digest(b'k' * 100, b'm', hashlib.sha512).hex(), hmac.new(b'k', digestmod=hashlib.md5).hexdigest())
print(hmac.compare_digest(m.digest(), m.digest()), hmac.compare_digest('ab', 'ac'), hmac.compare_digest(b'a', b'ab'))
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt' * 2, 5).hex(), hashlib.pbkdf2_hmac('sha1', b'p', b's', 2, 50).hex())
print(hashlib.file_digest(io.BytesIO(text), 'sha256').hexdigest()[:16], sorted(hashlib.algorithms_guaranteed))
