"""Inside of that machine: what is walked through, and what kernel and systemd say of it."""
import ctypes
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "journeys")]

from hall import Hall, Staff, site  # noqa: E402
from hall.process import run, wait_until  # noqa: E402
import upkeep  # noqa: E402
from services import CentralsService, KiosksService, Service, as_user, ask  # noqa: E402

PIN, STICK = "271828", Path("/run/ce-kiosk-usb")
MORE = '[diagnostics]\ncertificate = "/etc/ce-kiosk/operator.pem"\n'


def step(words):
    print(f"{time.strftime('%T')} {words}", flush=True)


def refusals():
    """What the kernel refused by a profile, a line each."""
    said = run("dmesg")
    return sorted(set(re.findall(r'apparmor="DENIED" (.*?) pid=\d+ (.*)', said)))


def profile_of(pid):
    return Path(f"/proc/{pid}/attr/current").read_text(encoding="utf-8").strip()


def must(fact, told):
    if not told:
        raise AssertionError(fact)
    step(f"  {fact}")


def look_into(pid, profile):
    status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines())
    must(f"{profile} is enforced", profile_of(pid) == f"{profile} (enforce)")
    must("no new privileges, system calls filtered, no capabilities", status["NoNewPrivs"].strip() == "1" and status["Seccomp"].strip() == "2" and
         all(int(status[f"Cap{kind}"], 16) == 0 for kind in ("Inh", "Prm", "Eff", "Bnd", "Amb")))
    must("of /proc it sees processes alone", not Path(f"/proc/{pid}/root/proc/sys").exists())


def knows_its_start():
    """By which a kept grant and central's time are judged (kiosk/journal/boot.h)."""
    with sqlite3.connect("file:/var/lib/ce-kiosk/journal.db?mode=ro", uri=True) as ledger:
        kept = ledger.execute("SELECT boot FROM life").fetchone()[0]
    return kept == Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip().replace("-", "")


def plug_stick(hall):
    """Mounted as udev's rule has it (packaging/systemd), but for the file system."""
    STICK.mkdir(exist_ok=True)
    run("mount", "-t", "tmpfs", "-o", f"size=9m,mode=700,uid={hall.kiosk.user.pw_uid},nosuid,nodev,noexec", "tmpfs", STICK)


def diagnose(hall, staff):
    staff.enter()
    staff.go(("log", "staff_log"), ("diagnostics", "staff_diagnostics"), ("save", "staff_said"))
    hall.display.screenshot("/walk/diagnostics.png")
    must("diagnostics are on the stick", len(list(STICK.iterdir())) == 1)
    staff.go(("ok", "staff_log"), ("back", "staff_menu"))
    hall.kiosk.press("exit")
    hall.kiosk.wait_for("home")
    run("umount", STICK)


def sticks(hall, staff):
    step("a stick that comes while the kiosk serves, and one that was there before it")
    shutil.copy("/walk/operator.pem", "/etc/ce-kiosk/operator.pem")
    hall.kiosk.staff_pin(PIN)
    plug_stick(hall)
    diagnose(hall, staff)
    plug_stick(hall)
    hall.kiosk.targets_file.unlink()
    run("systemctl", "restart", "ce-kiosk.service")
    hall.kiosk.wait_for("home", seconds=60)
    diagnose(hall, staff)


def visit(hall):
    step("a visit")
    hall.reader.lay("03")
    hall.kiosk.wait_for("progress", seconds=60)
    hall.display.screenshot("/walk/progress.png")
    hall.print_and_take()
    hall.leave()
    row = wait_until("the register's row", lambda: next(iter(hall.prints_of_kiosk()), None), 60)
    must(f"printed {row['number']}, {len(hall.printer.sheets())} sheet", len(hall.printer.sheets()) == 1)
    wait_until("what central confirmed", knows_its_start, 90)
    step("  the ledger is confirmed for this start of the machine")


def crash_and_hang(hall):
    step("a crash, a hang, and a third end within two minutes")
    kiosk = hall.kiosk
    for number, words, seconds in ((signal.SIGSEGV, "broken", 60), (signal.SIGSTOP, "hung, seen by the watchdog", 150)):
        pid, began = kiosk.program.process.pid, time.monotonic()
        kiosk.targets_file.unlink()
        os.kill(pid, number)
        kiosk.comes_back(pid, seconds)
        step(f"  {words}: home again after {time.monotonic() - began:.1f} s")
    reports = [report.read_text(encoding="utf-8", errors="replace") for report in (kiosk.state / "crashes").iterdir()]
    must("the crash left a report and no core", any("signal SIGSEGV" in report for report in reports) and not list(kiosk.state.glob("core*")))
    os.kill(kiosk.program.process.pid, signal.SIGKILL)
    notice = wait_until("the notice", lambda: next(iter(run("ps", "-C", "ce-kiosk-notice", "-o", "pid=").split()), None)
                        if "ce-kiosk-notice" in run("ps", "-eo", "comm") else None, 60)
    must("killed: the notice is on the screen, by the same profile", profile_of(notice) == "ce-kiosk (enforce)")


def shows_something(hall, picture):
    """More than a screen that nobody has drawn on."""
    hall.display.screenshot(picture)
    return int(run("identify", "-format", "%k", picture)) > 16


def unusable_configuration(hall):
    step("a configuration that cannot be used")
    hall.kiosk.stop()
    hall.kiosk.config.write_text("[location]\nregion = 7\n", encoding="utf-8")
    subprocess.run(["systemctl", "start", "ce-kiosk.service"], check=False, capture_output=True)
    pid = wait_until("the notice", lambda: int(ask("ce-kiosk-notice.service", "ExecMainPID")) if "notice" in run("ps", "-eo", "comm") else 0, 60)
    wait_until("its profile", lambda: profile_of(pid) == "ce-kiosk (enforce)", 20)
    wait_until("its picture", lambda: shows_something(hall, "/walk/notice.png"), 60)
    step("  ce-kiosk-notice is on the screen, by the same profile")
    upkeep.display_that_is_not_ready(step, must)
    wait_until("its picture once more", lambda: shows_something(hall, "/walk/notice_again.png"), 60)
    step("  its picture is there")
    run("systemctl", "stop", "ce-kiosk-notice.service")


def power_off(hall, staff):
    """The last of all: whoever reads these lines sees that the machine went by itself."""
    step("staff turn the machine off at its screen")
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    hall.kiosk.targets_file.unlink(missing_ok=True)
    (hall.kiosk.state / "starts").unlink()  # as after the five minutes that the notice waits
    run("systemctl", "reset-failed", "ce-kiosk.service")
    hall.kiosk.start(testing=MORE)
    hall.kiosk.wait_for("home", seconds=60)
    staff.enter()
    staff.go(("machine", "staff_machine"), ("power_off", "staff_sure"))
    hall.kiosk.press("yes")
    wait_until("the machine that stops", lambda: subprocess.run(["systemctl", "is-system-running"], check=False, capture_output=True,
                                                                text=True).stdout.strip() == "stopping", 60)
    step("  it stops, by logind and the rule of the package")


def controls():
    """Or what was not refused would say nothing."""
    before = len(refusals())
    for program, path in (("ce-kiosk", "/etc/shadow"), ("ce-central", "/var/lib/ce-kiosk/journal.db")):
        tried = subprocess.run(["aa-exec", "-p", program, "--", "cat", path], check=False, capture_output=True)
        must(f"{program}: {path} is refused", tried.returncode != 0)
    wait_until("the kernel's lines", lambda: len(refusals()) > before, 20)


def walk(hall):
    kiosk, staff = hall.kiosk, Staff(hall, PIN)
    kiosk.start(testing=MORE)
    kiosk.wait_for("home", seconds=120)
    step("the kiosk serves")
    look_into(kiosk.program.process.pid, "ce-kiosk")
    look_into(hall.central.program.process.pid, "ce-central")
    upkeep.central_comes_back(hall, step, must)
    visit(hall)
    upkeep.nginx_certificate(step, must)
    upkeep.upgrade_is_looked_for(step, must)
    sticks(hall, staff)
    crash_and_hang(hall)
    unusable_configuration(hall)
    power_off(hall, staff)
    found = refusals()
    for line in found:
        print("REFUSED", *line)
    must("the kernel refused nothing", not found)
    controls()
    print("walked to its end", flush=True)
    os._exit(0)  # what the hall would stop now is being stopped


def own_files():
    """The machine's root is a directory of its host, by which every file is root's: what others write lies in memory."""
    for path in ("/tmp", "/var/tmp", "/etc/ce-kiosk", *(f"/var/{kind}/{program}" for kind in ("lib", "cache", "log") for program in ("ce-kiosk", "ce-central"))):
        there = Path(path)
        there.mkdir(parents=True, exist_ok=True)
        run("mount", "-t", "tmpfs", "-o", "mode=1777" if path.endswith("/tmp") else "mode=0700", "tmpfs", path)
        if "/ce-" in path:
            shutil.chown(there, there.name, there.name)


def speak_ipv6():
    """By modules of this kernel's package, which lie where no modprobe looks for them."""
    for name in ("lib/crc-ccitt.ko", "net/ipv6/ipv6.ko"):
        module = Path("/usr/lib/uml/modules") / os.uname().release / "kernel" / name
        with module.open("rb") as file:
            if ctypes.CDLL(None, use_errno=True).syscall(313, file.fileno(), b"", 0) != 0:  # finit_module(2) of x86-64
                raise OSError(ctypes.get_errno(), f"{module}")


def main():
    own_files()
    speak_ipv6()
    run("sysctl", "-q", "-w", "kernel.printk_ratelimit=0")
    os.environ.update(XAUTHORITY="/run/ce-kiosk-display/authority", CE_BIN="/walk")
    site.Central, site.Kiosk = CentralsService, KiosksService
    step(f"{run('uname', '-sr').strip()}; {Path('/sys/kernel/security/lsm').read_text(encoding='utf-8')}; {run('systemctl', '--version').splitlines()[0]}")
    with Hall(by_code=True, start=False, on_display=":0", full_screen=True, people=20) as hall:
        step("central serves")
        as_user("ce-central", "/usr/bin/ce-admin", "--db", hall.central.store.location, "diagnostics", "new-key", "--key-file",
                "/var/lib/ce-central/operator.key", "--certificate", "/var/lib/ce-central/operator.pem")
        shutil.copy("/var/lib/ce-central/operator.pem", "/walk/operator.pem")
        walk(hall)


if __name__ == "__main__":
    try:
        main()
    except BaseException:
        print("REFUSED SO FAR", *refusals(), sep="\n  ")
        subprocess.run(["journalctl", "-b", "-n", "80", "--no-pager"], check=False)
        for log in Path("/tmp").glob("ce-hall-*/printer/printer.log"):
            print(log.read_text(encoding="utf-8", errors="replace")[-1000:])
        raise
