#!/usr/bin/python3
"""Fuzzes the HTTP API of ce-central as openapi.yaml describes it: no 5xx, no hang, no crash, each error a problem document.

usage: api_fuzz.py SOURCE_ROOT PROGRAMS_DIR [--seed N]
"""
import argparse
import os
import json
import random
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "contract"))

from answers import Answers  # noqa: E402
from bombs import throw
from document import Document
from hall import Hall
from mutations import mutated, odd_values
from order import returned_twice, sequences
from raw_bodies import raw_bodies
from rudeness import rude_requests, slow_requests

MOST_FINDINGS = 30


def encoded(message):
    """JSON with lone surrogates and huge numbers left as they are."""
    return json.dumps(message, ensure_ascii=True).encode()


class Fuzz:
    def __init__(self, source, programs, seed):
        self.random = random.Random(seed)
        self.hall = Hall(source, programs)
        self.document = Document(source)
        self.answers = Answers(Path(source) / "shared/protocol/openapi.yaml")
        rows = (Path(source) / "shared/base/failure_codes.def").read_text()
        self.codes = set(re.findall(r"CE_FAILURE\((\w+),", rows))
        self.findings = []
        self.statuses = {}

    def find(self, what, answer):
        if len(self.findings) < MOST_FINDINGS and f"{what}: {answer}" not in self.findings:
            self.findings.append(f"{what}: {answer}")

    def judge(self, what, answer, method, target):
        self.statuses[answer.status] = self.statuses.get(answer.status, 0) + 1
        if answer.status >= 500:
            self.find(what, f"{answer.status} {answer.body[:300]!r}")
        for wrong in self.answers.wrong_with(method, target, answer.status, answer.content_type, answer.body):
            self.find("the document", wrong)
        if answer.status < 400:
            return
        if not answer.content_type.startswith("application/problem+json"):
            return self.find(what, f"{answer.status} as {answer.content_type}")
        problem = json.loads(answer.body)
        if problem["status"] != answer.status or problem["code"] not in self.codes:
            self.find(what, f"{answer.status} says {problem}")
        if not re.search(r"[\u4e00-\u9fff]", problem["detail"]):
            self.find(what, f"no Chinese: {problem['detail']}")

    def judge_status(self, what, status):
        """Of a raw exchange: 0 is a connection closed without an answer, which bad framing may get."""
        self.statuses[status] = self.statuses.get(status, 0) + 1
        if status >= 500 and status != 501:
            self.find(what, status)

    def send(self, what, method, target, body=None, headers=None):
        """The status; nothing where no answer came."""
        try:
            answer = self.hall.ask(method, target, body, headers if headers is not None else self.hall.as_caller(target))
        except OSError as error:
            self.hall.connection = None
            return self.find(what, f"no answer: {error!r}")
        self.judge(what, answer, method, target)
        return answer.status

    def bodies_of(self, operation):
        for body in operation.sound_bodies():
            if str(body.get("request", "")).startswith("-----BEGIN"):
                body["request"] = self.hall.request  # the document's example is cut short
            status = self.send(f"{operation} as documented", operation.method, operation.sound_path(), encoded(body))
            if operation.needs_key and status == 401:
                self.find(operation, "whoever it is for is turned away, so that nobody reads its bodies")
            for done, message in mutated(body, self.random):
                self.send(f"{operation} {done}", operation.method, operation.sound_path(), encoded(message))
        if operation.method == "POST":
            for body in raw_bodies(self.random):
                self.send(f"{operation} body {body[:20]!r}", "POST", operation.sound_path(), body)

    def parameters_of(self, operation):
        from urllib.parse import quote
        values = [value for value in odd_values(self.random) if isinstance(value, (str, int)) and len(str(value)) < 5000]
        for value in values:
            text = quote(str(value).encode("utf-8", "surrogatepass"), safe="")
            for parameter in operation.in_place("path"):
                path = operation.path.replace("{%s}" % parameter["name"], text)
                self.send(f"{operation} {parameter['name']}={text[:20]}", operation.method, path, b"{}")
            for parameter in operation.in_place("query"):
                target = f"{operation.sound_path()}?{parameter['name']}={text}"
                self.send(f"{operation} {parameter['name']}={text[:20]}", operation.method, target)
                self.send(f"{operation} {parameter['name']} twice", operation.method, f"{target}&{parameter['name']}=1")

    def callers_of(self, operation):
        body = encoded(operation.bodies[0]) if operation.bodies else b""
        good = self.hall.as_caller(operation.path)
        for change in ({"X-Kiosk-Id": ""}, {"X-Kiosk-Id": "FUZZ-2"}, {"X-Kiosk-Id": "x" * 5000}, {"X-Kiosk-Id": "学"},
                       {"Authorization": ""}, {"Authorization": "Bearer"}, {"Authorization": "Basic eDp4"},
                       {"Authorization": "Bearer " + "x" * 6000}, {"Content-Type": "text/plain"}, {"Content-Type": ""},
                       {"Content-Type": "application/json; charset=gbk"}, {"Content-Type": "multipart/form-data; boundary=x"},
                       {"If-None-Match": "W/" * 500}, {"Accept-Encoding": "gzip;q=" + "9" * 500}, {"Accept-Encoding": ",,;=,"},
                       {"Cookie": "a=" + "b" * 3000}, {"X-Real-IP": "'; --"}):
            self.send(f"{operation} with {list(change.items())[0]!r:.60}", operation.method, operation.sound_path(), body,
                      {**good, **change})
        self.send(f"{operation} as nobody", operation.method, operation.sound_path(), body, {})

    def run(self):
        path = "/api/v1/kiosk/enrolment"
        self.judge("an enrolment", self.hall.enrolled, "POST", path)
        if self.send("the same enrolment again", "POST", path, self.hall.enrolment) != 401:
            self.find(path, "a code that was used up enrols again")
        operations = list(self.document.operations())
        for operation in operations:
            self.callers_of(operation)
            self.bodies_of(operation)
            self.parameters_of(operation)
        posts = [operation for operation in operations if operation.method == "POST"]
        for operation in {*self.random.sample(posts, 2), self.random.choice(operations)}:
            for done, status in rude_requests(self.hall, operation):
                self.judge_status(f"{operation} {done}", status)
        for done, status in slow_requests(self.hall):
            self.judge_status(done, status)
        for path, body, kiosk in [*sequences(self.hall, self.random), *returned_twice(self.hall)]:
            self.send(f"{path} in disorder", "POST", path, body, self.hall.as_kiosk(kiosk))
        # What a file may hide is found before any engine hears of it.
        if os.environ.get("CE_TEST_STORE") != "postgresql":
            for done, wrong in throw(self.hall):
                if wrong:
                    self.find(done, wrong)
        print(f"{self.hall.peak_mb()} MB at most", flush=True)
        # After all this it still does what it is for.
        self.send("at the end", "GET", "/health")
        code, said = self.hall.close()
        if code != 0:
            self.find("the program", f"ended with {code}: {said[-3000:]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("programs")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    began = time.monotonic()
    fuzz = Fuzz(given.source, given.programs, given.seed)
    try:
        fuzz.run()
    finally:
        fuzz.hall.process.kill()
    print(f"{fuzz.hall.requests} requests in {time.monotonic() - began:.1f} s; by status {dict(sorted(fuzz.statuses.items()))}")
    for finding in fuzz.findings:
        print(finding)
    enough = fuzz.hall.requests > 1000 and fuzz.statuses.get(200, 0) > 20 and fuzz.statuses.get(400, 0) > 200
    return 1 if fuzz.findings or not enough else 0


if __name__ == "__main__":
    sys.exit(main())
