"""What a machine does by itself while nobody looks: services that come back, certificates that are made anew, upgrades that are looked for."""
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import time
from pathlib import Path

from hall.process import run, wait_until
from services import ask

SYSTEM, TLS = Path("/etc/systemd/system"), Path("/var/lib/ce-central/tls")
SITE = """server {
    listen 127.0.0.1:8449 ssl;
    ssl_certificate /var/lib/ce-central/tls/kiosks.pem;
    ssl_certificate_key /var/lib/ce-central/tls/kiosks.pem;
    ssl_client_certificate /var/lib/ce-central/tls/kiosk-ca.pem;
    ssl_verify_client optional;
    location / { return 204; }
}
"""


def change(unit, words):
    """A drop-in of this walk's."""
    place = SYSTEM / f"{unit}.d"
    place.mkdir(exist_ok=True)
    (place / "walk.conf").write_text(words, encoding="utf-8")
    run("systemctl", "daemon-reload")


def served():
    """The certificate that nginx shows, to one that believes whom a kiosk believes."""
    context = ssl.create_default_context(cafile=TLS / "kiosk-ca.pem")
    with socket.create_connection(("127.0.0.1", 8449), timeout=30) as line, context.wrap_socket(line, server_hostname="localhost") as shown:
        return shown.getpeercert(binary_form=True)


def nginx_certificate(step, must):
    """By its timer, which finds that a month went by while the machine was off; in the sandbox of its unit."""
    step("nginx's certificate for kiosks")
    for name in ("nginx-certificate.service", "nginx-certificate.timer"):
        text = (Path("/walk/source/packaging/nginx") / name).read_text(encoding="utf-8")
        (SYSTEM / name).write_text(text.replace("central.example.gov.cn", "localhost"), encoding="utf-8")
    change("nginx-certificate.timer", "[Timer]\nRandomizedDelaySec=0\n")
    run("systemctl", "start", "nginx-certificate.service")
    must("the first one is made before there is an nginx", (TLS / "kiosks.pem").stat().st_mode & 0o777 == 0o600)
    for place in ("/var/lib/nginx", "/var/log/nginx"):  # as walk.own_files() has it
        run("mount", "-t", "tmpfs", "-o", "mode=0755", "tmpfs", place)
    Path("/etc/nginx/sites-enabled/default").unlink(missing_ok=True)
    Path("/etc/nginx/conf.d/kiosks.conf").write_text(SITE, encoding="utf-8")
    run("systemctl", "start", "nginx.service")
    first = served()
    stamp = Path("/var/lib/systemd/timers/stamp-nginx-certificate.timer")
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.touch()
    os.utime(stamp, (time.time() - 40 * 86_400,) * 2)
    run("systemctl", "enable", "--now", "nginx-certificate.timer")
    wait_until("the next certificate on a new line", lambda: served() != first, 60)
    wait_until("the service's end", lambda: ask("nginx-certificate.service", "ActiveState") == "inactive", 30)
    must("the timer fired, the service ended well", ask("nginx-certificate.service", "Result") == "success" and stamp.stat().st_mtime > time.time() - 600)
    must("and the next time is the next month's", re.search(r"-01 00:00", ask("nginx-certificate.timer", "NextElapseUSecRealtime")))
    run("systemctl", "stop", "nginx-certificate.timer", "nginx.service")


def central_comes_back(hall, step, must):
    """Killed more often than systemd's own patience lasts (five starts in ten seconds)."""
    step("central is killed seven times")
    for _ in range(7):
        pid = hall.central.program.process.pid
        os.kill(pid, signal.SIGKILL)
        wait_until("another ce-central", lambda: ask("ce-central.service", "ActiveState") == "active" and hall.central.program.process.pid not in (0, pid), 60)
    must("it came back each time", int(ask("ce-central.service", "NRestarts")) >= 7)


def upgrade_is_looked_for(step, must):
    """Central allows no version: the service asks the program, as the kiosk's user, and ends."""
    step("an upgrade is looked for")
    run("systemctl", "start", "ce-kiosk-update.service")
    must("no upgrade is allowed: it ended well", ask("ce-kiosk-update.service", "Result") == "success")
    must("in a directory of its own", Path("/var/cache/ce-kiosk-update").is_dir())
    run("systemctl", "start", "ce-kiosk-update.timer")
    must("the timer waits", ask("ce-kiosk-update.timer", "ActiveState") == "active")
    run("systemctl", "stop", "ce-kiosk-update.timer")


def program_of(unit):
    """What it runs now, by the kernel: a shell before it is not it; 15 characters."""
    comm = Path(f"/proc/{ask(unit, 'MainPID')}/comm")
    return comm.read_text(encoding="utf-8") if comm.exists() else ""


def display_that_is_not_ready(step, must):
    """The notice waits for a display rather than fail with it."""
    step("a display that cannot be prepared, and the notice that needs it")
    run("systemctl", "stop", "ce-kiosk-notice.service", "ce-kiosk-display.service")
    change("ce-kiosk-display.service", "[Service]\nExecStartPre=/bin/false\n")
    subprocess.run(["systemctl", "start", "--no-block", "ce-kiosk-notice.service"], check=False)
    wait_until("its second try", lambda: int(ask("ce-kiosk-notice.service", "NRestarts")) >= 2, 90)
    (SYSTEM / "ce-kiosk-display.service.d/walk.conf").unlink()  # no-screen.conf beside it stays
    run("systemctl", "daemon-reload")
    wait_until("the notice", lambda: program_of("ce-kiosk-notice.service").startswith("ce-kiosk-notice"), 60)
    must("once there is a display the notice is on it", ask("ce-kiosk-display.service", "ActiveState") == "active")
