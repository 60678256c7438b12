"""The network between one Patroni and the etcd members, as a program that can be stopped: with SIGSTOP nothing goes through
any more and nobody is told, as when a cable is pulled; SIGCONT plugs it in again.

usage: relay.py HERE=THERE...     ports of the loopback
"""
import asyncio
import sys


async def hand_on(reader, writer):
    try:
        while part := await reader.read(65536):
            writer.write(part)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


async def serve(pairs):
    def to(port):
        async def connected(reader, writer):
            try:
                there, away = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                writer.close()
                return
            await asyncio.gather(hand_on(reader, away), hand_on(there, writer))
        return connected

    servers = [await asyncio.start_server(to(int(there)), "127.0.0.1", int(here)) for here, there in pairs]
    await asyncio.gather(*(server.serve_forever() for server in servers))


if __name__ == "__main__":
    try:
        asyncio.run(serve([pair.split("=") for pair in sys.argv[1:]]))
    except KeyboardInterrupt:
        pass
