"""What is no field: sizes, pace, methods, paths and headers."""
import socket
import time

PATIENCE = 15


def exchange(port, pieces, pause=0.0):
    """Sends the pieces over a connection of its own; gives the status line's number, or 0 where it was closed without."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as wire:
        try:
            for piece in pieces:
                wire.sendall(piece)
                time.sleep(pause)
        except (BrokenPipeError, ConnectionResetError):
            pass  # refused before all was sent: the answer tells
        answer = b""
        try:
            while b"\r\n" not in answer:
                piece = wire.recv(4096)
                if not piece:
                    return 0
                answer += piece
        except ConnectionResetError:
            return 0
        return int(answer.split(b" ", 2)[1])


def head(method, target, headers, length=None):
    lines = [f"{method} {target} HTTP/1.1", "Host: x", *(f"{name}: {value}" for name, value in headers.items())]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def rude_requests(hall, operation):
    """(what was done, status) for one operation."""
    headers = hall.as_kiosk()
    target = operation.sound_path()
    if operation.method == "POST":
        yield "100 MB said", exchange(hall.port, [head("POST", target, headers, 100 << 20)])
        megabyte = b"x" * (1 << 20)
        yield "100 MB sent", exchange(hall.port, [head("POST", target, headers, 100 << 20), *[megabyte] * 100])
        chunk = b"100000\r\n" + megabyte + b"\r\n"
        yield "chunks without end", exchange(hall.port, [head("POST", target, {**headers, "Transfer-Encoding": "chunked"}),
                                                         *[chunk] * 30])
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "get"):
        yield method, exchange(hall.port, [head(method, target, headers, 0)])
    for tail in ("/", "//", "/%00", "/%FF", "/%2e%2e/", "?" + "a=b&" * 900, "?%zz", "?a=%00", "/" + "x" * 7000, "/" + "x" * 20_000):
        yield "path" + tail[:12], exchange(hall.port, [head(operation.method, target + tail, headers, 0)])
    yield "two lengths", exchange(hall.port, [head(operation.method, target, {**headers, "content-length": "1"}, 2) + b"xx"])
    yield "a length that is none", exchange(hall.port, [head(operation.method, target, headers, "-1")])


def rude_uploads(port, headers, target):
    """(what was done, status, the only right one) for a form with files, from somebody who is signed in."""
    headers = {**headers, "Content-Type": "multipart/form-data; boundary=x"}
    megabyte = b"x" * (1 << 20)
    yield "100 MB said", exchange(port, [head("POST", target, headers, 100 << 20)]), 413
    yield "40 MB sent", exchange(port, [head("POST", target, headers, 40 << 20), *[megabyte] * 40]), 413
    chunk = b"100000\r\n" + megabyte + b"\r\n"
    yield "40 MB of chunks", exchange(port, [head("POST", target, {**headers, "Transfer-Encoding": "chunked"}), *[chunk] * 40]), 413
    yield "slow", exchange(port, [head("POST", target, headers, 1000), *[b"-"] * 40], 0.1), 408


def slow_requests(hall, target="/api/v1/kiosk/health"):
    """A header and a body that come byte by byte: given up in seconds, not kept for ever."""
    headers = hall.as_kiosk()
    yield "slow header", exchange(hall.port, [bytes([byte]) for byte in head("GET", target, headers)[:40]], 0.1)
    yield "slow body", exchange(hall.port, [head("POST", target, headers, 1000), *[b" "] * 40], 0.1)
