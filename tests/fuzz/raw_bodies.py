"""Bodies that are no JSON message, or JSON that a careless reader chokes on."""


def raw_bodies(random):
    return [b"", b" ", b"null", b"0", b"[]", b"{}", b'""', b"{", b"}", b"[" * 100_00, b'{"a":' * 5000, b"\xff\xfe", b"\x00" * 100,
            b'{"version":1,"version":1}', b'{"version":1e0}', b'{"version":1.0}', b'{"version":"1"}', b'{"version":2}',
            b'{"version":99999999999999999999999}', b'\xef\xbb\xbf{"version":1}', b'{"version":1}{"version":1}',
            b'{"version":1,"a":"\\ud800"}', b'{"version":1,"\\u0000":1}', b'{"version":1,"a":"\xed\xa0\x80"}', b"{'version':1}",
            b'{"version":1,}', b'{"version":NaN}', b'{"version":-0}', b"<?xml version='1.0'?><a/>", b"PK\x03\x04" + bytes(200),
            random.randbytes(500), b'{"version":1,"events":[' + b"{}," * 4000 + b"{}]}"]
