"""Ports of the loopback that a test gives to a program by number, so that it can be stopped and found again there."""
import random
import socket
from pathlib import Path

_MINE = []


def free_port():
    """A port that nobody has, ours until this process ends.

    It lies below those the kernel gives away by itself: a connection of some other test could take one of those before the
    program that is meant to listen there starts, or while it is down. Other tests that ask here are told by a name in the
    kernel (an abstract socket), which leaves nothing behind.
    """
    first_given_away = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    ports = list(range(10000, max(first_given_away, 20000)))
    random.SystemRandom().shuffle(ports)
    for port in ports:
        name = socket.socket(socket.AF_UNIX)
        try:
            name.bind(f"\0ce-test-port-{port}")
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(("127.0.0.1", port))
        except OSError:
            name.close()
            continue
        _MINE.append(name)
        return port
    raise RuntimeError("no port of the loopback is free")
