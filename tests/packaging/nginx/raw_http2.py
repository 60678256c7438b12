"""One request in frames of HTTP/2 (RFC 9113), whatever stands in its headers: a library would not send what is to be refused."""
import struct

STATUS = {0x88: 200, 0x89: 204, 0x8a: 206, 0x8b: 304, 0x8c: 400, 0x8d: 404, 0x8e: 500}  # RFC 7541, appendix A
DATA, HEADERS, RST_STREAM, SETTINGS, GOAWAY = 0, 1, 3, 4, 7


def frame(kind, flags, stream, payload=b""):
    return struct.pack(">I", len(payload))[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + payload


def string(text):
    """Not packed; its length by a prefix of seven bits (RFC 7541, 5.1)."""
    data = text.encode("latin-1")
    if len(data) < 127:
        return bytes([len(data)]) + data
    rest, more = len(data) - 127, b""
    while rest >= 128:
        more += bytes([rest % 128 + 128])
        rest //= 128
    return b"\x7f" + more + bytes([rest]) + data


def read_exactly(line, size):
    data = b""
    while len(data) < size:
        some = line.recv(size - len(data))
        if not some:
            raise ConnectionError
        data += some
    return data


def status_in(block):
    if 0x20 <= block[0] < 0x40:  # the table's new size comes before
        block = block[1:]
    return STATUS.get(block[0]) or int(block[2:5])


def ask_by_http2(line, headers, body):
    """The status of what is answered; None where the request or the connection is broken off."""
    block = b"".join(b"\0" + string(name) + string(value) for name, value in headers)
    line.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(SETTINGS, 0, 0) + frame(HEADERS, 0x4, 1, block) +
                 frame(DATA, 0x1, 1, body.encode("latin-1")))
    try:
        while True:
            head = read_exactly(line, 9)
            payload = read_exactly(line, int.from_bytes(head[:3], "big"))
            if head[3] == HEADERS:
                return status_in(payload)
            if head[3] in (RST_STREAM, GOAWAY):
                return None
    except (ConnectionError, TimeoutError):
        return None
