import uuid

u = uuid.UUID('{12345678-1234-5678-1234-567812345678}')
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn)
print(u.variant, u.version, u.time, u.clock_seq, u.node, u == uuid.UUID(int=u.int), u < uuid.UUID(int=u.int + 1))
print(uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_URL, 'python.org'))
print(uuid.uuid4().version, uuid.uuid4().variant, uuid.uuid4() != uuid.uuid4(), hash(u) == hash(u.int))
print(uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u)
for arguments in [{}, {'hex': '12'}, {'int': -1}, {'bytes': b''}, {'int': 1, 'version': 9}]:
    try:
        uuid.UUID(**arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    u.int = 3
except TypeError as error:
    print(error)
