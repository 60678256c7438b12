#!/usr/bin/python3
"""How long others wait to write while a registration file that takes all or nothing is worked off.

usage: import_wait.py SOURCE_ROOT PROGRAMS_DIR [--rows N] [--people N]

A real ce-central with people in its store; the institution of the demo accounts brings the file by the console; a
kiosk delivers an event every 20 ms over another connection. CE_TEST_STORE=postgresql asks for that engine, as the
tests do. Prints one line.
"""
import argparse
import datetime
import http.client
import json
import re
import sys
import threading
import time
import uuid
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "fuzz"))

from bombs import Clerk  # noqa: E402
from hall import Hall  # noqa: E402

HEADS = "证件号码,姓名,科目,学习形式,学习内容,开始日期,结束日期,学时,考核结果\n"


class Writer(threading.Thread):
    """A kiosk that notes something again and again; how long each took, in ms."""

    def __init__(self, hall):
        super().__init__(daemon=True)
        self.hall, self.took, self.ending = hall, [], False

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.hall.port, timeout=120)
        while not self.ending:
            event = {"id": str(uuid.uuid4()), "at": "2026-03-01T06:06:00.000Z", "type": "kiosk_noted",
                     "kind": "staff_entered", "detail": "measuring"}
            began = time.monotonic()
            connection.request("POST", "/api/v1/kiosk/events", json.dumps({"version": 1, "events": [event]}),
                               self.hall.as_kiosk())
            answer = connection.getresponse()
            assert answer.status == 200, answer.read()
            answer.read()
            self.took.append((time.monotonic() - began) * 1000)
            time.sleep(0.02)


WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity_number(n):
    """Of somebody born 1880 to 1899, so nobody who lives."""
    digits = f"440106{1880 + n % 20}{n // 20 % 12 + 1:02d}{n // 240 % 28 + 1:02d}{n // 6720 % 1000:03d}"
    return digits + "10X98765432"[sum(int(c) * w for c, w in zip(digits, WEIGHTS)) % 11]


def file_of(hall, rows, people):
    """The people go into the store; a file of courses of theirs, some in each month of last year."""
    employer = hall.place.column("SELECT MIN(id) FROM employers")[0]
    lines = [f"({5_000_000 + n}, '{identity_number(n)}', '测试', '440106', {employer}, 0)" for n in range(people)]
    for at in range(0, people, 500):
        hall.place.change("INSERT INTO professionals (id, id_number, name, region, employer, created_ms) VALUES " +
                          ", ".join(lines[at:at + 500]))
    year = datetime.date.today().year - 1
    day = [f"{year}-{month:02d}-02" for month in range(1, 13)]
    return HEADS + "".join(f"{identity_number(n % people)},测试,专业科目,培训,课程 {n},{day[n // people % 12]},"
                           f"{day[n // people % 12]},6,合格\n" for n in range(rows))


def upload(clerk, text):
    boundary = "bench0123456789"
    part = f'--{boundary}\r\nContent-Disposition: form-data; name='
    body = (f'{part}"csrf"\r\n\r\n{clerk.csrf}\r\n{part}"whole"\r\n\r\n1\r\n'
            f'{part}"file"; filename="a.csv"\r\n\r\n{text}\r\n--{boundary}--\r\n')
    answer = clerk.hall.ask("POST", "/console/imports", body.encode(),
                            {"Cookie": clerk.cookie, "Content-Type": f"multipart/form-data; boundary={boundary}"})
    assert answer.status == 303, answer.body
    return answer.headers["Location"]


def measured(hall, rows, people):
    clerk = Clerk(hall)
    text = file_of(hall, rows, people)
    writer = Writer(hall)
    writer.start()
    time.sleep(1)
    before, began = len(writer.took), time.monotonic()
    job = upload(clerk, text)
    while b'"ended":true' not in clerk.get(job + "/state").body:
        time.sleep(0.1)
    took = time.monotonic() - began
    writer.ending = True
    writer.join()
    figures = re.findall(r"([\d,]+)", re.sub(r"<[^>]*>", " ", clerk.get(job).body.decode().split("<main", 1)[1]))
    assert f"{rows:,}" in figures, figures
    waited = sorted(writer.took[before:])
    return (f"{rows} rows of {people} people in {took:.1f} s; {len(waited)} events meanwhile: median "
            f"{waited[len(waited) // 2]:.1f} ms, longest {waited[-1]:.0f} ms; before it the longest was "
            f"{max(writer.took[:before]):.0f} ms")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("programs")
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--people", type=int, default=5_000)
    given = parser.parse_args()
    hall = Hall(given.source, given.programs)
    try:
        print(measured(hall, given.rows, given.people))
    finally:
        hall.close()


if __name__ == "__main__":
    main()
