"""What strikes the cluster in a run, and how it is mended: beside what the demo can do (kills, cuts), an nginx that is told to
read its configuration anew, a ce-central with a wrong clock, a standby whose disk is full, an upgrade of one program after the other."""
import contextlib
import os
import signal
import time
from pathlib import Path

from database import wait_for
from service import CENTRALS, PROGRAMS

FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"
DEMO = ("primary", "standby", "etcd", "central", "cut")
OWN = ("reload", "clock", "disk", "upgrade")
SMALL = 3  # the node whose directory lies on the small file system


class Faults:
    """`old`: the directory of an older release's programs; `rows`: how many records the upgrade's index is built over; `disk`: a
    small file system that whoever is root has mounted."""

    def __init__(self, cluster, old=None, disk=None, rows=0):
        self.cluster, self.old, self.disk, self.rows, self.times = cluster, old, disk, rows, 0
        if old:
            cluster.site.programs_of = {number: Path(old) for number in ("admin", *CENTRALS)}
        if disk:
            (cluster.folder / f"pg{SMALL}").symlink_to(disk)

    def strike(self, what):
        """Who was struck."""
        self.times += 1
        return self.cluster.strike(what) if what in DEMO else getattr(self, f"strike_{what}")()

    def mend(self):
        """Seconds until the cluster was complete."""
        if self.disk:
            (self.disk / "filler").unlink(missing_ok=True)
        if self.cluster.site.clocks:
            self.cluster.site.clocks = {}
            self.restart(1)
        return self.cluster.mend()

    def restart(self, number, seconds=60):
        """As systemctl does: told to end, started again, waited for; how long."""
        site = self.cluster.site
        site.programs.stop(f"central{number}")
        site.start_central(number)
        return wait_for(f"central{number}", lambda: site.central_ready(number), seconds, step=0.05)

    def strike_reload(self):
        """Ten times in a second and a half, as a script gone wrong would: workers with open requests end by themselves."""
        for _ in range(10):
            os.kill(self.cluster.programs.pid("nginx"), signal.SIGHUP)
            time.sleep(0.15)
        return "nginx"

    def strike_clock(self):
        """One of the two is a minute behind, the next time a minute ahead."""
        seconds = -60 if self.times % 2 else 60
        self.cluster.site.clocks = {1: {"LD_PRELOAD": FAKETIME, "FAKETIME": f"{seconds:+d}", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}}
        self.restart(1)
        return f"{seconds:+d} s"

    def disk_full(self):
        with (self.disk / "filler").open("wb", buffering=0) as filler, contextlib.suppress(OSError):
            while filler.write(b"\0" * 65536):
                pass

    def full(self):
        """Whether PostgreSQL there has met it."""
        log = self.cluster.folder / "logs" / f"patroni{SMALL}.log"
        return "No space left on device" in log.read_text(encoding="utf-8", errors="replace")

    def strike_disk(self):
        role = self.cluster.database.members().get(f"pg{SMALL}", {}).get("role", "?")
        self.disk_full()
        wait_for("a write that finds no room", self.full, 120)
        return f"pg{SMALL} {role}"

    def sql(self, text):
        return self.cluster.database.psql(self.cluster.database.primary(), "ce", text)

    def make_heavy(self):
        """Many records of somebody whom nobody asks for."""
        self.sql("INSERT INTO professionals (id, id_number, name, region, created_ms) VALUES (9000000, 'nobody', '无人', '440106', 0)")
        self.sql("INSERT INTO learning_records (id, professional, content, subject, activity, review, assessment, mandatory, in_guide, "
                 "within_schooling, units, start_day, end_day, created_ms, review_region) SELECT 100000000 + n, 9000000, '课程', 'public', "
                 "'training', CASE n % 20 WHEN 0 THEN 'pending_hrss' ELSE 'approved' END, 'pass', 0, 0, 0, 540, '2015-03-02', '2015-03-03', 0, "
                 f"'440106' FROM generate_series(1, {self.rows}) n")

    def set_back(self):
        """The store as it was before step `waiting`, whose two indexes are built over all records. The old ce-central, which took that
        step once, do not miss it while they run; whoever is started takes it again."""
        self.sql("DROP INDEX IF EXISTS learning_records_waiting, learning_records_waiting_by_city")
        self.sql("DELETE FROM schema_steps WHERE step >= (SELECT step FROM schema_steps WHERE name = 'waiting')")

    def strike_upgrade(self):
        """The first program takes the schema's new steps while the second, which does not know them, serves; then the second."""
        site = self.cluster.site
        if self.rows:
            self.set_back()
        before = self.steps()
        site.programs_of = {name: PROGRAMS for name in ("admin", *CENTRALS)}
        took = self.restart(1, 900)
        time.sleep(3)
        middle = self.steps()
        self.restart(2)
        if self.rows and self.sql("SELECT count(*) FROM pg_index WHERE indisvalid AND indexrelid IN "
                                  "(to_regclass('learning_records_waiting'), to_regclass('learning_records_waiting_by_city'))") != ["2"]:
            raise RuntimeError("the two indexes are not there")
        return f"steps {before}-{middle}, {took:.0f} s"

    def steps(self):
        database = self.cluster.database
        return int(database.psql(database.primary(), "ce", "SELECT max(step) FROM schema_steps")[0])
