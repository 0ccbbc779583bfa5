print(str(b"ab", "utf-8"), str(), bytes(3), bytes("é", "utf-8"), bytearray(b"abc")[1], b"abc"[0], b"abc"[1:], b"a" + b"b", b"ab" * 2, b"a" in b"abc", 97 in b"abc", [*b"ab"])
ba = bytearray()
ba.append(65); ba.extend(b"BC"); ba += b"D"; ba[0] = 97
print(ba, len(ba), bytes(ba), ba.decode(), ba == b"aBCD", ba.hex())


# A subclass made from what __bytes__ gives, an instance of another subclass.
class Given(bytes):
    pass


class Made(bytes):
    pass


class Source:
    def __bytes__(self):
        return Given(b'abc')


print(Made(Source()), len(Made(Source())), type(Made(Source())).__name__, type(bytes(Source())).__name__, Made(Source())[:2])
