"""The example configuration of nginx, made to run on loopback: two processes of ce-central on one store, TLS keys made
for the test, ports that are free. What is changed is only what the example says is to be changed."""
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SUPPORT = Path(__file__).resolve().parents[2] / "support"
sys.path[:0] = [str(SUPPORT), str(SUPPORT / "store")]

from place import Place  # noqa: E402
from ports import free_port  # noqa: E402
from tied import tied  # noqa: E402


def run(*words):
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


class Site:
    def __init__(self, source, programs):
        self.source, self.programs = Path(source).resolve(), Path(programs).resolve()
        self.folder = Path(tempfile.mkdtemp(prefix="ce-nginx-"))
        self.http, self.https = free_port(), free_port()
        self.centrals, self.nginx, self.others = [], None, []
        self._certificates()
        self._store()
        for _ in range(2):
            self.start_central()

    def _certificates(self):
        """A CA that is not central's, with a server's certificate and one that poses as a kiosk's."""
        tls = self.folder / "tls"
        tls.mkdir()
        new = ("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
        run(*new, "-x509", "-days", "2", "-subj", "/CN=Test CA", "-keyout", tls / "ca.key", "-out", tls / "ca.pem")
        for name, subject in (("server", "/CN=jxjy.example.gov.cn"), ("kiosk", "/CN=GZ-TH-01")):
            run(*new, "-subj", subject, "-keyout", tls / f"{name}.key", "-out", tls / f"{name}.csr")
            (tls / "names").write_text("subjectAltName=DNS:jxjy.example.gov.cn\n")
            run("openssl", "x509", "-req", "-days", "2", "-in", tls / f"{name}.csr", "-CA", tls / "ca.pem", "-CAkey",
                tls / "ca.key", "-CAcreateserial", "-extfile", tls / "names", "-out", tls / f"{name}.pem")

    def _store(self):
        self.place = Place(self.folder)
        admin = (self.programs / "ce-admin", "--config-dir", self.source / "config", "--db", self.place.location)
        run(*admin, "seed", "--people", "0", "--demo")
        run(*admin, "kiosk", "enrol", "--id", "GZ-TH-01", "--region", "440106", "--hall", "大厅", "--key-file",
            self.folder / "key")
        self.key = (self.folder / "key").read_text().strip()
        self.admin("ca", "--key-dir", self.place.keys, "make")
        (self.folder / "tls/kiosk-ca.pem").write_text(self.admin("ca", "--key-dir", self.place.keys, "show"))
        said = self.admin("kiosk", "enrol", "--id", "GZ-TH-02", "--region", "440106", "--hall", "大厅")
        self.code = re.search(r"code ([0-9A-Z]{5}-[0-9A-Z]{5})", said).group(1)

    def admin(self, *words):
        command = [self.programs / "ce-admin", "--config-dir", self.source / "config", "--db", self.place.location, *words]
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start_central(self):
        number = len(self.centrals)
        port_file = self.folder / f"port{number}"
        config = self.folder / f"central{number}.toml"
        config.write_text(f'[http]\nport = 0\ntrusted_proxies = ["127.0.0.1"]\n'
                          f'{self.place.settings}config_dir = "{self.source}/config"\n'
                          '[public]\nbase_url = "https://jxjy.example.gov.cn"\n'
                          '[kiosks]\nbearer_keys = "this_machine"\ncertificate_proxies = ["127.0.0.1"]\n[verification]\nper_minute = 1\nburst = 5\n')
        log = open(self.folder / f"central{number}.log", "w")
        process = subprocess.Popen([self.programs / "ce-central", "--config", config, "--port-file", port_file], stdout=log,
                                   stderr=log, preexec_fn=tied())
        for _ in range(600):
            if port_file.exists() or process.poll() is not None:
                break
            time.sleep(0.05)
        self.centrals.append((process, int(port_file.read_text())))

    def start_nginx(self):
        command = self._configured("nginx", self.http, self.https, "master_process off;\n")
        self.nginx = self._started(command, self.https)

    def start_nginx_of_its_own(self, pair):
        """Another, for kiosks alone, with processes that a reload exchanges; key and certificate are that one file. Its port, its command."""
        http, https = free_port(), free_port()
        command = self._configured("kiosks", http, https, "user root;\nworker_processes 1;\n", [(r"(?m)^( *ssl_certificate(?:_key)?) +[^;\n]*;", rf"\1 {pair};")])
        self.others.append(self._started(command, https))
        return https, command

    def _configured(self, name, http, https, main, more=()):
        text = (self.source / "packaging/nginx/ce-central.conf").read_text(encoding="utf-8")
        changes = [("127.0.0.1:8080", f"127.0.0.1:{self.centrals[0][1]}"), ("127.0.0.1:8081", f"127.0.0.1:{self.centrals[1][1]}"),
                   ("/etc/ce-central/tls/", f"{self.folder}/tls/"), ("/var/lib/ce-central/tls/", f"{self.folder}/tls/"),
                   ("/var/log/nginx/", f"{self.folder}/"),
                   ("listen 80;", f"listen 127.0.0.1:{http};"), ("listen 443 ssl", f"listen 127.0.0.1:{https} ssl")]
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        for old, new in [(r"\n\s*listen \[::\][^\n]*", ""), *more]:
            text = re.sub(old, new, text)
        (self.folder / f"{name}.site").write_text(text, encoding="utf-8")
        temps = "".join(f"{kind}_temp_path {self.folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (self.folder / f"{name}.conf").write_text(
            f"daemon off;\n{main}pid {self.folder}/{name}.pid;\nerror_log {self.folder}/error.log;\n"
            f"events {{}}\nhttp {{\n{temps}include {self.folder}/{name}.site;\n}}\n")
        return ["/usr/sbin/nginx", "-p", str(self.folder), "-c", str(self.folder / f"{name}.conf"), "-e", str(self.folder / "error.log")]

    def _started(self, command, https):
        checked = subprocess.run([*command, "-t"], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stderr
        nginx = subprocess.Popen(command, preexec_fn=tied(signal.SIGTERM))  # by which one with processes of its own ends them
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", https)) == 0:
                    return nginx
            time.sleep(0.05)
        raise AssertionError((self.folder / "error.log").read_text())

    def certificate_that_is_over(self, request, name):
        """Of central's own authority, whose key somebody would have for it."""
        tls = self.folder / "tls"
        (tls / "index").write_text("")
        (tls / "over.conf").write_text(f"[ca]\ndefault_ca = one\n[one]\ndatabase = {tls}/index\nnew_certs_dir = {tls}\npolicy = any\n"
                                       "rand_serial = yes\ndefault_md = sha256\n[any]\ncommonName = supplied\n")
        run("openssl", "ca", "-batch", "-notext", "-config", tls / "over.conf", "-cert", tls / "kiosk-ca.pem", "-keyfile",
            Path(self.place.keys) / "kiosk-ca.key", "-startdate", "20200101000000Z", "-enddate", "20200301000000Z", "-in", request,
            "-out", tls / f"{name}.pem")

    def tls(self, client_certificate=False, version=None):
        """`version`: that one alone, however old, instead of the usual ones."""
        context = ssl.create_default_context(cafile=self.folder / "tls/ca.pem")
        if version:
            context.set_ciphers("DEFAULT:@SECLEVEL=0")
            context.minimum_version = context.maximum_version = version
        if client_certificate:
            context.load_cert_chain(self.folder / f"tls/{client_certificate}.pem", self.folder / f"tls/{client_certificate}.key")
        return context

    def close(self):
        for process in [self.nginx, *self.others, *(process for process, _ in self.centrals)]:
            if process is not None and process.poll() is None:
                process.terminate()
                process.wait(20)
        self.place.drop()
        shutil.rmtree(self.folder)
