#!/usr/bin/python3
"""packaging/nginx/ce-central.conf with the real nginx and two processes of ce-central on one store.

usage: nginx_test.py SOURCE_ROOT PROGRAMS_DIR
"""
import http.client
import json
import socket
import ssl
import subprocess
import sys
import threading
import time
import unittest
import urllib.parse

from next_certificate import NextCertificate
from raw_http2 import ask_by_http2
from site_of_test import Site  # which says where tests/support is
from knower import Knower

ARGUMENTS = []


class Nginx(NextCertificate, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site(*ARGUMENTS)
        cls.site.start_nginx()

    @classmethod
    def tearDownClass(cls):
        cls.site.close()

    def ask(self, method, path, body=None, headers=None, client_certificate=False, version=None):
        connection = http.client.HTTPSConnection("jxjy.example.gov.cn", self.site.https, timeout=30,
                                                 context=self.site.tls(client_certificate, version))
        # The name is the certificate's; the address is loopback.
        plain = socket.create_connection(("127.0.0.1", self.site.https))
        connection.sock = connection._context.wrap_socket(plain, server_hostname="jxjy.example.gov.cn")
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text, answer.headers

    def kiosk(self, path, message, **more):
        headers = {"Content-Type": "application/json", "X-Kiosk-Id": "GZ-TH-01", "Authorization": f"Bearer {self.site.key}"}
        return self.ask("POST", path, json.dumps(message), headers, **more)

    def health(self):
        return {"version": 1, "program_version": "0.1.0", "uptime_seconds": 1, "reader_ok": True, "printer_ok": True,
                "printer_problem": "", "outbox_pending": 0, "prints_unresolved": 0}

    def served_by(self):
        """Requests that each process has answered, by its own metrics."""
        counts = []
        for _, port in self.site.centrals[:2]:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            connection.request("GET", "/metrics")
            text = connection.getresponse().read().decode()
            counts.append(sum(int(line.rsplit(" ", 1)[1]) for line in text.splitlines()
                              if line.startswith("ce_http_requests_total") and "/kiosk/health" in line))
        return counts

    def test_both_processes_serve(self):
        for _ in range(12):
            status, text, _ = self.kiosk("/api/v1/kiosk/health", self.health())
            self.assertEqual(status, 200, text)
        self.assertTrue(all(count > 0 for count in self.served_by()), self.served_by())

    def test_plain_http_leads_to_https(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.site.http, timeout=20)
        connection.request("GET", "/v/44010624000001")
        answer = connection.getresponse()
        self.assertEqual(answer.status, 301)
        self.assertEqual(answer.headers["Location"], "https://jxjy.example.gov.cn/v/44010624000001")

    def test_what_is_for_the_inside_stays_inside(self):
        for path in ("/metrics", "/health", "/health/live"):
            self.assertEqual(self.ask("GET", path)[0], 404, path)

    def test_headers_of_the_caller_are_overwritten(self):
        # All these come from one address, whatever they say: the burst of five look-ups is used up.
        answers = [self.ask("GET", "/api/v1/certificates/44010624000001", headers={"X-Real-IP": f"198.51.100.{i}"})
                   for i in range(14)]
        self.assertTrue(any(status == 429 and "too_many_requests" in text for status, text, _ in answers), answers)
        text = self.site.source.joinpath("packaging/nginx/ce-central.conf").read_text(encoding="utf-8")
        for name in ("X-Real-IP", "X-Client-Certificate", "X-Forwarded-For"):
            self.assertIn(f"proxy_set_header {name} ", text)

    def alive_asked(self):
        """How often the processes were asked what nginx lets nobody ask."""
        count = 0
        for _, port in self.site.centrals[:2]:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            connection.request("GET", "/metrics")
            text = connection.getresponse().read().decode()
            count += sum(int(line.rsplit(" ", 1)[1]) for line in text.splitlines()
                         if line.startswith("ce_http_requests_total") and "/health/live" in line)
        return count

    def send(self, text):
        """As it is, over TLS and HTTP/1.1; the first line of what is answered, nothing where more is waited for."""
        plain = socket.create_connection(("127.0.0.1", self.site.https), timeout=1)
        with self.site.tls(False).wrap_socket(plain, server_hostname="jxjy.example.gov.cn") as line:
            line.sendall(text.encode("latin-1"))
            try:
                return line.recv(65536).split(b"\r\n", 1)[0].decode("latin-1")
            except TimeoutError:
                return ""

    def test_nothing_is_smuggled_past_it(self):
        """A second request within the first one's body, where the two sides could take its length for another."""
        hidden = "GET /health/live HTTP/1.1\r\nHost: jxjy.example.gov.cn\r\n\r\n"
        with socket.create_connection(("127.0.0.1", self.site.centrals[0][1])) as direct:
            direct.sendall(hidden.encode())
            self.assertIn(b" 200 ", direct.recv(65536))
        before = self.alive_asked()
        self.assertGreater(before, 0, "it would be seen")
        head = "POST /api/v1/certificates/44010624000001/verification HTTP/1.1\r\nHost: jxjy.example.gov.cn\r\nContent-Type: application/json\r\n"
        ended, whole = "0\r\n\r\n" + hidden, f"{len(hidden):x}\r\n{hidden}\r\n0\r\n\r\n"
        lengths = f"Content-Length: {len(ended)}\r\n"
        sent = {f"{words!r} beside a length": head + lengths + words + "\r\n\r\n" + ended
                for words in ("Transfer-Encoding: chunked", "Transfer-Encoding : chunked", "Transfer-Encoding: xchunked", "Transfer-Encoding:\tchunked",
                              "Transfer-Encoding: chunked, identity", "Transfer-Encoding: identity, chunked", "X: y\r\n Transfer-Encoding: chunked",
                              "Transfer-Encoding:\r\n chunked", "X: y\nTransfer-Encoding: chunked", "transfer_encoding: chunked")}
        sent |= {"two lengths": f"{head}Content-Length: 0\r\nContent-Length: {len(hidden)}\r\n\r\n{hidden}",
                 "a length with a sign": f"{head}Content-Length: +0\r\n\r\n{hidden}",
                 "two lengths in one": f"{head}Content-Length: 0, {len(hidden)}\r\n\r\n{hidden}",
                 "a length too long for a number": f"{head}Content-Length: 18446744073709551616\r\n\r\n{hidden}",
                 "in a sound chunk": f"{head}Transfer-Encoding: chunked\r\n\r\n{whole}",
                 "a chunk's size with more behind it": f"{head}Transfer-Encoding: chunked\r\n\r\n0;x={hidden}\r\n\r\n",
                 "a chunk's size in another way": f"{head}Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n{hidden}",
                 "a line's end within a name": f"{head}X-Kiosk-Id: a\r\n\r\n{hidden}",
                 "in the path": "GET /v/1%20HTTP/1.1%0d%0aHost:%20x%0d%0a%0d%0aGET%20/health/live HTTP/1.1\r\nHost: jxjy.example.gov.cn\r\n\r\n"}
        for what, text in sent.items():
            with self.subTest(what):
                answer = self.send(text)
                self.assertTrue(answer == "" or answer.startswith(("HTTP/1.1 4", "HTTP/1.1 501 ")), answer)
        self.assertEqual(self.alive_asked(), before)
        self.assertEqual(self.kiosk("/api/v1/kiosk/health", self.health())[0], 200, "who comes next gets his own answer")

    def test_nothing_is_smuggled_by_http2(self):
        """What HTTP/2 can say of a length or within a name, and HTTP/1.1, which nginx makes of it, would take for a second request."""
        before = self.alive_asked()
        hidden = "GET /health/live HTTP/1.1\r\nHost: jxjy.example.gov.cn\r\n\r\n"
        ended = "0\r\n\r\n" + hidden
        target = "/api/v1/kiosk/health"  # of which a kiosk may ask often
        sound = {":method": "POST", ":scheme": "https", ":path": target, ":authority": "jxjy.example.gov.cn",
                 "content-type": "application/json", "x-kiosk-id": "GZ-TH-01", "authorization": f"Bearer {self.site.key}"}

        def ask(body, **more):
            named = {name.replace("_", "-"): value for name, value in more.items()}
            return self.by_http2([*{**sound, **named}.items()], body)

        self.assertEqual(ask(json.dumps(self.health())), 200, "so it is said soundly")
        sent = {"a length of nothing": lambda: ask(hidden, content_length="0"),
                "a length longer than it is": lambda: ask(ended, content_length="4000"),
                "two lengths": lambda: self.by_http2([*sound.items(), ("content-length", "0"), ("content-length", str(len(hidden)))], hidden),
                "chunks": lambda: ask(ended, transfer_encoding="chunked"),
                "chunks in capitals": lambda: self.by_http2([*sound.items(), ("Transfer-Encoding", "chunked")], ended),
                "a line's end in a value": lambda: ask("", x=f"a\r\n\r\n{hidden}"),
                "a line's end in a name": lambda: self.by_http2([*sound.items(), (f"x: y\r\n\r\n{hidden}z", "1")], ""),
                "a line's end alone in a value": lambda: ask(ended, x="a\ntransfer-encoding: chunked"),
                "in the method": lambda: ask("", **{":method": f"{hidden}GET"}),
                "in the path": lambda: ask("", **{":path": f"{target} HTTP/1.1\r\nHost: x\r\n\r\n{hidden}"}),
                "in the host": lambda: ask("", **{":authority": f"x\r\n\r\n{hidden}"})}
        for what, send in sent.items():
            with self.subTest(what):
                self.assertIn(send(), (None, 400, 404, 405, 411, 501))
        self.assertEqual(self.alive_asked(), before)
        self.assertEqual(self.kiosk("/api/v1/kiosk/health", self.health())[0], 200, "who comes next gets his own answer")

    def by_http2(self, headers, body):
        context = self.site.tls(False)
        context.set_alpn_protocols(["h2"])
        plain = socket.create_connection(("127.0.0.1", self.site.https), timeout=5)
        with context.wrap_socket(plain, server_hostname="jxjy.example.gov.cn") as line:
            self.assertEqual(line.selected_alpn_protocol(), "h2")
            return ask_by_http2(line, headers, body)

    def test_paths_lead_nowhere_else(self):
        """What nginx keeps inside or nobody serves stays so, however its path is written."""
        before = self.alive_asked()
        for path in ("/api/../metrics", "/api/..%2fmetrics", "/api/%2e%2e/health/live", "//health/live", "/./health/live", "/console/../health/live",
                     "/HEALTH/live", "/assets/../../etc/passwd", "/assets/..%2f..%2f..%2fetc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd",
                     "/v/..%5c..%5cetc%5cpasswd", "/health%2flive", "/%68ealth/live", "/metrics/", "/metrics%00"):
            with self.subTest(path):
                answer = self.send(f"GET {path} HTTP/1.1\r\nHost: jxjy.example.gov.cn\r\nConnection: close\r\n\r\n")
                self.assertRegex(answer, r"^HTTP/1.1 (30[1-8]|4\d\d) ")
        self.assertEqual(self.alive_asked(), before)

    def test_a_kiosk_enrols_and_comes_by_its_certificate(self):
        tls = self.site.folder / "tls"
        subprocess.run(["openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=x",
                        "-keyout", tls / "own.key", "-out", tls / "own.csr"], check=True, capture_output=True)
        kiosk, request = "GZ-TH-02", (tls / "own.csr").read_text()
        knower = Knower(self.site.code, kiosk)
        json_type = {"Content-Type": "application/json"}
        status, text, _ = self.ask("POST", "/api/v1/kiosk/enrolment", json.dumps(
            {"version": 1, "kiosk": kiosk, "request": request, "proof": knower.prove(f"{kiosk}\n{request}")}), json_type)
        self.assertEqual(status, 200, text)
        reply = json.loads(text)
        self.assertEqual(reply["proof"], knower.expect(reply["certificate"] + "\n" + reply["authority"]))
        (tls / "own.pem").write_text(reply["certificate"])

        def report(headers=None, **more):
            return self.ask("POST", "/api/v1/kiosk/health", json.dumps(self.health()), {**json_type, **(headers or {})}, **more)

        self.assertEqual(report(client_certificate="own")[0], 200)
        self.assertEqual(report()[0], 401)
        self.assertEqual(self.ask("GET", "/api/v1/openapi.yaml")[0], 200, "none is asked of the public")
        # Told by the caller itself, who has no key for it; of another authority; revoked.
        told = {"X-Client-Certificate": urllib.parse.quote(reply["certificate"])}
        self.assertEqual(report(told)[0], 401)
        self.assertEqual(report(client_certificate="kiosk")[0], 400)
        # Self-signed; of central's authority, but over; sound, by an older TLS.
        subprocess.run(["openssl", "req", "-x509", "-days", "2", "-key", tls / "own.key", "-subj", f"/CN={kiosk}", "-out", tls / "self.pem"],
                       check=True, capture_output=True)
        self.site.certificate_that_is_over(tls / "own.csr", "over")
        for name in ("self", "over"):
            (tls / f"{name}.key").write_bytes((tls / "own.key").read_bytes())
            self.assertEqual(report(client_certificate=name)[0], 400, name)
        self.assertEqual(report(client_certificate="own", version=ssl.TLSVersion.TLSv1_2)[0], 401)
        with self.assertRaises(ssl.SSLError):
            report(client_certificate="own", version=ssl.TLSVersion.TLSv1_1)
        self.assertEqual(report(client_certificate="own")[0], 200, "it is still itself")
        self.site.admin("kiosk", "revoke", "--id", kiosk)
        self.assertEqual(report(client_certificate="own")[0], 401)

    def refused(self, status, answer, code=None):
        """nginx refused in Chinese: by a problem detail where a program asked, else by a page."""
        self.assertEqual(answer[0], status, answer)
        self.assertRegex(answer[1], "[\u4e00-\u9fff]")
        self.assertEqual(answer[2]["Content-Type"], "application/problem+json" if code else "text/html; charset=utf-8")
        if code:
            problem = json.loads(answer[1])
            self.assertEqual((problem["status"], problem["code"]), (status, code))

    def test_bodies_are_limited_where_they_come_in(self):
        self.refused(413, self.ask("POST", "/api/v1/certificates/44010624000001/verification", "x" * 100_000,
                                   {"Content-Type": "application/json"}), "answer_too_large")
        self.refused(413, self.kiosk("/api/v1/kiosk/health", "x" * 2_000_000), "answer_too_large")
        self.refused(413, self.ask("POST", "/verify", "x" * 100_000))
        # As much as a learning site may deliver at once gets as far as its door.
        self.assertEqual(self.ask("POST", "/api/v1/site/records", "x" * 500_000, {"Content-Type": "application/json"})[0], 401)

    @staticmethod
    def flood(ask):
        """Four at once; all their answers."""
        answers = []
        threads = [threading.Thread(target=lambda: answers.extend(ask(turn) for turn in range(25))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers

    def test_y_a_flood_is_turned_away(self):
        answers = self.flood(lambda _: self.ask("GET", "/api/v1/openapi.yaml"))
        self.assertIn(200, [answer[0] for answer in answers])
        self.refused(429, next(answer for answer in answers if answer[0] == 429), "too_many_requests")

    def test_zz_who_calls_himself_many_kiosks_is_one(self):
        answers = self.flood(lambda turn: self.ask("POST", "/api/v1/kiosk/health", "{}", {
            "Content-Type": "application/json", "X-Kiosk-Id": f"GZ-{threading.get_ident()}-{turn}"}))
        self.refused(429, next(answer for answer in answers if answer[0] == 429), "too_many_requests")

    def test_the_log_names_no_certificate(self):
        token = "A" * 152
        self.ask("GET", "/api/v1/tokens/" + token)
        self.ask("GET", "/verify?token=" + token)
        self.ask("GET", "/v/" + token)
        self.ask("GET", "/v/44010624000001")
        log = ""
        for _ in range(100):  # the line is written after the answer
            log = (self.site.folder / "ce-central.log").read_text()
            if log.count("/v/-") == 2:
                break
            time.sleep(0.05)
        self.assertIn("/v/-", log)
        self.assertNotIn("44010624000001", log)
        self.assertIn("/api/v1/tokens/-", log)
        self.assertNotIn("AAAA", log)

    def test_z_one_process_less_is_not_noticed(self):
        process, _ = self.site.centrals[0]
        process.terminate()
        process.wait(20)
        for _ in range(8):
            status, text, _ = self.kiosk("/api/v1/kiosk/health", self.health())
            self.assertEqual(status, 200, text)

    def test_zzz_it_starts_without_any_process_and_says_that_they_are_away(self):
        for process, _ in self.site.centrals:
            process.terminate()
            process.wait(20)
        self.site.nginx.terminate()
        self.site.nginx.wait(20)
        self.site.start_nginx()
        self.refused(503, self.kiosk("/api/v1/kiosk/health", self.health()), "central_fault")
        self.refused(503, self.ask("POST", "/api/v1/site/records", "{}", {"Content-Type": "application/json"}), "central_fault")
        self.refused(503, self.ask("GET", "/console/"))


if __name__ == "__main__":
    ARGUMENTS = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1], verbosity=2, warnings="ignore")
