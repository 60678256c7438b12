"""The exchange of nginx's certificate for kiosks: the lines of nginx-certificate.service as they are, but for this site's places."""
import json
import re
import shlex
import socket
import ssl
import subprocess
import threading
import time

from site_of_test import run

NAME = "jxjy.example.gov.cn"


class NextCertificate:
    """Part of the tests of nginx_test.py, which has the site."""

    def exchange(self, nginx=None):
        """What the unit does; without an nginx what it does before there is one."""
        unit = (self.site.source / "packaging/nginx/nginx-certificate.service").read_text(encoding="utf-8")
        make, reload = re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)
        for old, new in (("/usr/bin/ce-admin ", f"{self.site.programs}/ce-admin --config-dir {self.site.source}/config "),
                         ("/var/lib/ce-central/central.db ca ", f"{shlex.quote(str(self.site.place.location))} ca --key-dir {self.site.place.keys} "),
                         ("/var/lib/ce-central/tls/", f"{self.site.folder}/tls/"), ("central.example.gov.cn", NAME)):
            self.assertIn(old, make)
            make = make.replace(old, new)
        run(*shlex.split(make))
        self.assertEqual(reload, "+/bin/systemctl try-reload-or-restart nginx.service")
        if nginx is not None:
            run(*nginx, "-s", "reload")  # ExecReload= of Debian's nginx.service

    def line(self, port, client=None):
        """To nginx, believing whom a kiosk believes."""
        context = ssl.create_default_context(cafile=self.site.folder / "tls/kiosk-ca.pem")
        if client:
            context.load_cert_chain(client)
        return context.wrap_socket(socket.create_connection(("127.0.0.1", port), timeout=30), server_hostname=NAME)

    def shown(self, port):
        with self.line(port) as line:
            return line.getpeercert(binary_form=True)

    def answer(self, line, head, body=b""):
        line.sendall(f"{head}\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode() + body)
        return self.status_on(line)

    @staticmethod
    def status_on(line):
        said = b""
        while part := line.recv(65536):
            said += part
        return int(said.split(b" ", 2)[1]) if said else 0

    def certified_by_the_next(self):
        """A kiosk's certificate as ce-central makes it from its next start on."""
        tls, keys = self.site.folder / "tls", self.site.place.keys
        run("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=GZ-TH-01", "-keyout", tls / "next.key",
            "-out", tls / "next.csr")
        run("openssl", "x509", "-req", "-days", "2", "-in", tls / "next.csr", "-CA", f"{keys}/kiosk-ca-next.pem", "-CAkey", f"{keys}/kiosk-ca-next.key",
            "-CAcreateserial", "-CAserial", tls / "next.serial", "-out", tls / "next.pem")
        (tls / "next.pair").write_bytes((tls / "next.key").read_bytes() + (tls / "next.pem").read_bytes())
        return tls / "next.pair"

    def test_the_next_certificate_is_served_and_nobody_is_cut_off(self):
        self.exchange()
        port, nginx = self.site.start_nginx_of_its_own(f"{self.site.folder}/tls/kiosks.pem")
        first = self.shown(port)
        # One request is half sent while the certificate is exchanged, and others come all the while.
        body = json.dumps(self.health()).encode()
        half = self.line(port)
        half.sendall(f"POST /api/v1/kiosk/health HTTP/1.1\r\nHost: {NAME}\r\nContent-Type: application/json\r\nX-Kiosk-Id: GZ-TH-01\r\n"
                     f"Authorization: Bearer {self.site.key}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body[:20])
        answers, done = [], threading.Event()

        def ask_on():
            while not done.wait(0.1):
                try:
                    with self.line(port) as line:
                        answers.append(self.answer(line, "GET /api/v1/openapi.yaml HTTP/1.1"))
                except OSError as error:
                    answers.append(error)

        asking = threading.Thread(target=ask_on)
        asking.start()
        self.exchange(nginx)
        while self.shown(port) == first:
            time.sleep(0.05)
        time.sleep(0.3)  # some more of the others
        done.set()
        asking.join()
        half.sendall(body[20:])
        self.assertEqual(self.status_on(half), 200, "the request that was under way")
        self.assertEqual(set(answers), {200})
        self.assertEqual(half.getpeercert(binary_form=True), first)
        half.close()
        self.next_authority(port, nginx)

    def next_authority(self, port, nginx):
        """An nginx that has not heard of it turns away whom it certifies; the unit tells it."""
        self.site.admin("ca", "--key-dir", self.site.place.keys, "next")
        pair = self.certified_by_the_next()

        def status():
            with self.line(port, pair) as line:
                return self.answer(line, "GET /api/v1/openapi.yaml HTTP/1.1")

        self.assertEqual(status(), 400)
        self.exchange(nginx)
        self.assertEqual((self.site.folder / "tls/kiosk-ca.pem").read_text().count("BEGIN CERTIFICATE"), 2)
        # The processes of before take lines until they have heard that they are to end.
        heard = [status()]
        while heard[-5:] != [200] * 5:
            self.assertIn(heard[-1], (200, 400))
            time.sleep(0.05)
            heard.append(status())
