"""One kiosk of a fleet: its own key and connection, heartbeats, the delta by cursor. It draws and prints nothing."""
import asyncio
import gzip
import json
import random
import time
import urllib.parse

HEARTBEAT = {"version": 1, "program_version": "0.1.0", "reader_ok": True, "printer_ok": True, "printer_problem": "",
             "outbox_pending": 0, "prints_unresolved": 0}
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds, as kiosk/sync's Backoff has them


class Counts:
    """What the whole fleet has seen. Milliseconds and bytes on the wire, heads included."""

    def __init__(self):
        self.clear()
        self.heard = {}  # certificate number -> kiosks that have been told that it is void

    def clear(self):
        self.beats, self.pages, self.syncs = [], [], []
        self.bytes = {"beat": 0, "page": 0, "sync": 0}
        self.changes = self.broken = self.busy = 0


class SimulatedKiosk:
    forgiven = ()  # answers after which it comes again as after a broken connection; any other ends the run
    tls = None  # an ssl.SSLContext where central is behind nginx

    def __init__(self, place, name, key, counts, beat):
        self.place, self.counts, self.beat = place, counts, beat
        self.head = f"Host: central\r\nX-Kiosk-Id: {name}\r\nAuthorization: Bearer {key}\r\n"
        self.started, self.cursor, self.tag = time.monotonic(), "", ""
        self.reader = self.writer = None
        self.last_success = 0.0

    async def run(self):
        """Until cancelled. Its first word comes at a chance moment of one period, as halls open."""
        await asyncio.sleep(random.random() * self.beat)
        ceiling, due = FIRST_PAUSE, time.monotonic()
        try:
            while True:
                try:
                    await self.turn()
                    ceiling, self.last_success = FIRST_PAUSE, time.monotonic()
                    due = max(due + self.beat, time.monotonic())
                    await asyncio.sleep(due - time.monotonic())
                except (OSError, EOFError, asyncio.TimeoutError):
                    self.counts.broken += 1
                    self.hang_up()
                    await asyncio.sleep(ceiling * random.uniform(0.5, 1))
                    ceiling, due = min(2 * ceiling, LONGEST_PAUSE), time.monotonic()
        finally:
            self.hang_up()

    def hang_up(self):
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None

    async def turn(self):
        body = json.dumps({**HEARTBEAT, "uptime_seconds": int(time.monotonic() - self.started)})
        _, _, _, took, size = await self.ask("POST", "/api/v1/kiosk/health", body)
        self.counts.beats.append(took)
        self.counts.bytes["beat"] += size
        first = not self.cursor
        more, spent = True, 0.0
        while more:
            more, took, size = await self.page()
            spent += took
            self.counts.bytes["sync" if first else "page"] += size
            if not first:
                self.counts.pages.append(took)
        if first:
            self.counts.syncs.append(spent)

    async def page(self):
        """(whether another waits, ms, bytes)"""
        query = f"?cursor={urllib.parse.quote(self.cursor)}" if self.cursor else ""
        more = f"If-None-Match: {self.tag}\r\n" if self.tag else ""
        status, head, body, took, size = await self.ask("GET", "/api/v1/kiosk/changes" + query, "", more)
        if status == 304:
            return False, took, size
        page = json.loads(body)
        self.counts.changes += len(page["changes"])
        for change in page["changes"]:
            if change["kind"] == "revocation" and change["id"] in self.counts.heard:
                self.counts.heard[change["id"]].append(time.monotonic())
        # The tag is of one request; another cursor asks another question.
        self.tag = head.get("etag", "") if page["cursor"] == self.cursor else ""
        self.cursor = page["cursor"]
        return page["has_more"], took, size

    async def ask(self, method, target, body, more=""):
        """(status, head, body, ms, bytes both ways). A busy server is asked again when it said so."""
        while True:
            if not self.writer:
                self.reader, self.writer = await asyncio.wait_for(asyncio.open_connection(*self.place, ssl=self.tls), 30)
            lines = f"{method} {target} HTTP/1.1\r\n{self.head}Accept-Encoding: gzip\r\n{more}"
            if body:
                lines += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
            sent = f"{lines}\r\n{body}".encode()
            begin = time.perf_counter()
            self.writer.write(sent)
            raw = await asyncio.wait_for(self.reader.readuntil(b"\r\n\r\n"), 30)
            first, *rest = raw.decode("latin-1").split("\r\n")
            head = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in rest)}
            answer = await self.reader.readexactly(int(head.get("content-length", 0)))
            took = (time.perf_counter() - begin) * 1000
            status = int(first.split()[1])
            if status == 503:
                self.counts.busy += 1
                await asyncio.sleep(int(head.get("retry-after", 1)) * random.uniform(1, 1.5))
                continue
            if status in self.forgiven:
                raise ConnectionError(f"{method} {target}: {status}")
            if status not in (200, 304):
                raise SystemExit(f"{method} {target}: {status} {answer[:300]!r}")
            if head.get("content-encoding") == "gzip":
                return status, head, gzip.decompress(answer), took, len(sent) + len(raw) + len(answer)
            return status, head, answer, took, len(sent) + len(raw) + len(answer)
