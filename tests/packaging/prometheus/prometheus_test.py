"""packaging/prometheus by Prometheus' own promtool, and its series by what a real ce-central on a primary and its standby exposes."""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.request
from pathlib import Path

SOURCE = Path(os.environ["CE_SOURCE"])
ROOM = SOURCE / "packaging" / "prometheus"
RULES = sorted(ROOM.glob("*.rules.yml"))
sys.path.insert(0, str(SOURCE / "tests" / "journeys"))

from hall.central import Central  # noqa: E402
from hall.process import run, wait_until  # noqa: E402

PAIR = SOURCE / "tests" / "central" / "cluster" / "pair"
SERIES = re.compile(r"\b((?:ce|patroni)_[a-z0-9_]+)")
# Of Debian 12's Patroni 3.0, which is not asked here.
PATRONI = {"patroni_primary", "patroni_sync_standby", "patroni_xlog_location", "patroni_xlog_replayed_location",
           "patroni_replica", "patroni_dcs_last_seen", "patroni_postgres_timeline"}


class Followed:
    """A store on a primary that a standby follows."""

    def __init__(self, folder):
        self.directory = run(PAIR, "start").strip()
        self.files, self.keys = Path(folder) / "files", Path(folder) / "grant-keys"
        self.location = f"host={self.directory}/primary user=ce dbname=postgres"
        self.settings = (f'[grants]\nkey_dir = "{self.keys}"\n[store]\nurl = "{self.location}"\n'
                         f'readers = "host={self.directory}/standby user=ce dbname=postgres"\n'
                         f'[data]\nfiles_dir = "{self.files}"\n')

    def drop(self):
        run(PAIR, "stop", self.directory)


class Prometheus(unittest.TestCase):
    def promtool(self, *words):
        ran = subprocess.run(["promtool", *map(str, words)], cwd=ROOM, capture_output=True, text=True, check=False)
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)

    def test_rules_and_example_are_valid(self):
        self.promtool("check", "rules", *RULES)
        self.promtool("check", "config", ROOM / "prometheus.yml")

    def test_alerts_come_when_they_should_and_not_before(self):
        self.promtool("test", "rules", Path(__file__).with_name("central_alerts.yml"))
        self.promtool("test", "rules", Path(__file__).with_name("cluster_alerts.yml"))

    def test_every_alert_says_what_to_do_and_is_tried(self):
        rules = "".join(file.read_text(encoding="utf-8") for file in RULES)
        tried = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("*_alerts.yml"))
        alerts = re.findall(r"alert: (\w+)", rules)
        self.assertEqual(rules.count("summary:"), len(alerts))
        self.assertEqual(rules.count("action:"), len(alerts))
        self.assertEqual([alert for alert in alerts if f"alertname: {alert}" not in tried], [])

    def exposed(self):
        with tempfile.TemporaryDirectory() as folder:
            central = Central(Path(folder), Path(os.environ["CE_BIN"]), SOURCE / "config")
            central.store = Followed(folder)
            try:
                central.init()
                central.start()

                def seen():
                    """Once the standby has been asked (public verification goes there), all families are there."""
                    try:
                        urllib.request.urlopen(central.verify_url("44010625000001"), timeout=10).close()
                    except urllib.error.HTTPError:
                        pass  # nobody's number
                    with urllib.request.urlopen(f"{central.url}/metrics", timeout=10) as answer:
                        names = set(re.findall(r"^# TYPE (\S+)", answer.read().decode(), re.MULTILINE))
                    return "ce_standby_age_seconds" in names and names
                return wait_until("the standby to be asked", seen, step=1, program=central.program)
            finally:
                central.close()

    def test_every_series_is_exposed(self):
        dashboard = json.loads(run(ROOM / "dashboard"))
        ours = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
        recorded = re.findall(r"record: (\S+)", "".join(file.read_text(encoding="utf-8") for file in RULES))
        ours += re.findall(r"expr:(?: >-\n)?((?:.+\n)+?)(?=\s+(?:for|- |$))", "".join(f.read_text(encoding="utf-8") + "\n" for f in RULES))
        named = {re.sub(r"_(bucket|sum|count)$", "", name) for text in ours for name in SERIES.findall(text)}
        self.assertGreater(len(named), 15)
        self.assertEqual(named - self.exposed() - PATRONI, set())
        self.assertEqual({name for text in ours for name in re.findall(r"\bce:[a-z0-9_:]+", text)} - set(recorded), set())


if __name__ == "__main__":
    unittest.main()
