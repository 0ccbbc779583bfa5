"""codecs: encodings by name, and texts in files with an encoding."""
from binascii import unhexlify as _unhexlify
from collections import namedtuple
__all__ = [
    'register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE', 'BOM64_LE', 'BOM_UTF8',
    'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE', 'BOM_UTF32_BE', 'CodecInfo', 'Codec', 'IncrementalEncoder',
    'IncrementalDecoder', 'StreamReader', 'StreamWriter', 'StreamReaderWriter', 'StreamRecoder', 'getencoder', 'getdecoder',
    'getincrementalencoder', 'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode', 'iterencode', 'iterdecode',
    'strict_errors', 'ignore_errors', 'replace_errors', 'xmlcharrefreplace_errors', 'backslashreplace_errors', 'namereplace_errors',
    'register_error', 'lookup_error',
]

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_UTF16_LE = BOM_LE = b'\xff\xfe'
BOM_UTF16_BE = BOM_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
BOM = BOM_UTF16 = BOM_LE
BOM_UTF32 = BOM_UTF32_LE


class CodecInfo(namedtuple('CodecInfo', 'encode decode streamreader streamwriter')):
    """What lookup() gives."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None):
        made = super().__new__(cls, encode, decode, streamreader, streamwriter)
        made.name = name
        return made


_searchers = []


def register(search_function):
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searchers.append(search_function)


def unregister(search_function):
    if search_function in _searchers:
        _searchers.remove(search_function)


_canonical = {'utf8': 'utf-8', 'u8': 'utf-8', 'utf_8': 'utf-8', 'latin1': 'iso8859-1', 'latin-1': 'iso8859-1', 'iso-8859-1': 'iso8859-1', 'us-ascii': 'ascii', '646': 'ascii'}


def lookup(encoding):
    name = encoding.lower().replace('_', '-')
    try:
        ''.encode(encoding)
    except LookupError:
        for search in _searchers:
            found = search(encoding.lower().replace('-', '_').replace(' ', '_'))
            if found is not None:
                return found
        raise
    return CodecInfo(lambda text, errors='strict': (text.encode(encoding, errors), len(text)), lambda data, errors='strict': (bytes(data).decode(encoding, errors), len(data)),
                     name=_canonical.get(name, name))


def encode(obj, encoding='utf-8', errors='strict'):
    if isinstance(obj, str) and encoding.lower().replace('-', '').replace('_', '') == 'rot13':
        return ''.join([_rotated(letter) for letter in obj])
    if encoding in ('hex', 'hex_codec'):
        return bytes(obj).hex().encode()
    return lookup(encoding)[0](obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    if encoding in ('hex', 'hex_codec'):
        return _unhexlify(obj)
    return lookup(encoding)[1](obj, errors)[0]


def _rotated(letter):
    for start in 'aA':
        if start <= letter <= chr(ord(start) + 25):
            return chr((ord(letter) - ord(start) + 13) % 26 + ord(start))
    return letter


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    import io
    return io.open(filename, mode.replace('b', ''), encoding=encoding, errors=errors)
