#!/usr/bin/python3
"""The report's writer on figures that a real quick run has left (recorded.json), and its command line. Measures nothing."""
import copy
import html.parser
import json
import subprocess
import sys
import tempfile
import types
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from reporting import command  # noqa: E402
from reporting.chapters import ALL  # noqa: E402
from reporting.figures import Aim, Chapter, Figure, Growth, Seen, read, told  # noqa: E402
from reporting.run import NotRun  # noqa: E402
from reporting.scale import Scale  # noqa: E402
from reporting.words import number, versus  # noqa: E402

RECORDED = json.loads((HERE / "recorded.json").read_text(encoding="utf-8"))
VOID = {"meta", "br", "hr", "img", "input", "link", "line", "circle", "rect"}


class Page(html.parser.HTMLParser):
    """Tags that close what was opened, and whatever would lead out of the file."""

    def __init__(self, text):
        super().__init__()
        self.open, self.wrong, self.outside, self.ids, self.plots, self.text, self.tags = [], [], [], set(), [], [], set()
        self.feed(text)
        self.wrong += self.open

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.add(tag)
        self.ids.add(given.get("id"))
        self.outside += [value for name, value in attrs if name in ("src", "href", "xlink:href", "srcset") and not value.startswith("#")]
        if given.get("role") == "img":
            self.plots.append(given.get("aria-label", ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.add(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        self.text.append(data)


def written(report):
    with tempfile.TemporaryDirectory() as folder:
        command.write(Path(folder), report)
        return ((Path(folder) / "report.html").read_text(encoding="utf-8"),
                json.loads((Path(folder) / "report.json").read_text(encoding="utf-8")))


class Writer(unittest.TestCase):
    def test_the_page_is_whole_and_leads_nowhere(self):
        text, _ = written(RECORDED)
        page = Page(text)
        self.assertEqual(page.wrong, [])
        self.assertEqual(page.outside, [])
        for outside in ("@import", "url(", "<script", "http://", "https://"):
            self.assertNotIn(outside, text)
        for word in ("prefers-color-scheme: dark", "@media print", "viewport"):
            self.assertIn(word, text)
        self.assertTrue(page.plots and all(len(label) > 20 for label in page.plots), "each plot has its text")

    def test_every_chapter_is_in_both(self):
        text, data = written(RECORDED)
        self.assertEqual({row["key"] for row in data["chapters"]}, {chapter.KEY for chapter in ALL})
        self.assertLessEqual({chapter.KEY for chapter in ALL}, Page(text).ids)
        for row in data["chapters"]:
            for figure in row["figures"]:
                self.assertEqual(sum(seen["ours"] for seen in figure["seen"]), 1, figure["name"])
                for seen in figure["seen"]:
                    self.assertLessEqual(seen["low"], seen["median"])
                    self.assertLessEqual(seen["median"], seen["high"])

    def test_what_could_not_run_is_told(self):
        report = copy.deepcopy(RECORDED)
        report["chapters"][3] = told(Chapter("rules", "Rules", "", failed="ce-judge-bench is <not> built"))
        report["chapters"][1]["not_run"] = [{"what": "Chromium", "why": "not installed: apt install chromium"}]
        report["build"] = "cmake --build ended with 1"
        text, data = written(report)
        self.assertEqual(Page(text).wrong, [])
        seen = "".join(Page(text).text)
        for word in ("ce-judge-bench is <not> built", "apt install chromium", "cmake --build ended with 1"):
            self.assertIn(word, seen)
        self.assertTrue(data["chapters"][3]["failed"])

    def test_json_comes_back_as_it_went(self):
        for row in RECORDED["chapters"]:
            self.assertEqual(json.loads(json.dumps(told(read(row)))), json.loads(json.dumps(told(read(told(read(row)))))))


class Reckoning(unittest.TestCase):
    def figure(self, better):
        return Figure("x", "ms", better, [Seen("ours", [1, 2, 4], True), Seen("peer", [9, 10, 12])], Aim(4, "peer"))

    def test_ahead_and_aim(self):
        less = self.figure("lower")
        self.assertEqual(less.ahead(less.of("peer")), (5.0, 9 / 4, 12.0))
        self.assertEqual((less.aim_value(), less.reached()), (2.5, 1.25))
        more = self.figure("higher")
        self.assertEqual(more.ahead(more.of("peer"))[0], 0.2)
        self.assertEqual(more.reached(), 2 / 40)
        more.seen = more.seen[:1]
        self.assertIsNone(more.reached(), "the aim's peer did not run")
        self.assertEqual(Figure("x", "", "lower", [Seen("ours", [0], True)], Aim(0.0)).reached(), 1)

    def test_growth(self):
        flat = Growth("x", "ms", "people", {"flat": {1e4: [1, 3], 1e6: [2]}, "steep": {1e4: [1], 1e6: [100]}, "one": {1e4: [1]}})
        self.assertAlmostEqual(flat.exponent("flat"), 0)
        self.assertAlmostEqual(flat.exponent("steep"), 1)
        self.assertIsNone(flat.exponent("one"))

    def test_words(self):
        self.assertEqual([number(value) for value in (0, 0.0712, 3.14159, 12.34, 99.96, 999.6, 71_083, 9_999_999, 1.52e7)],
                         ["0", "0.0712", "3.14", "12.3", "100", "1,000", "71,100", "10.0 M", "15.2 M"])
        self.assertEqual(versus(self.figure("lower"), "peer", "{} ahead", "{} behind"), "5.00 ahead")
        self.assertEqual(versus(self.figure("higher"), "peer", "{} ahead", "{} behind"), "5.00 behind")
        self.assertEqual(versus(self.figure("lower"), "nobody", "{}", "{}"), "")

    def test_scales(self):
        for values in ([0.0], [1e-4, 1e6], [5], [3, 17, 29], [90, 130], [1e7, 2e7]):
            for logarithmic in (None, True, False):
                scale = Scale(values, logarithmic=logarithmic)
                places = [scale.at(tick) for tick in scale.ticks()]
                self.assertTrue(1 <= len(places) <= 5 and places == sorted(set(places)), (values, logarithmic, scale.ticks()))
                self.assertTrue(all(0 <= scale.at(value) <= 100 for value in values))


class Command(unittest.TestCase):
    def test_help_tells_chapters_and_peers(self):
        told_by = subprocess.run([HERE.parent / "report", "--help"], capture_output=True, text=True, check=True).stdout
        for word in [chapter.KEY for chapter in ALL] + ["--quick", "--only", "--out", "--rounds", "apt install"]:
            self.assertIn(word, told_by)
        wrong = subprocess.run([HERE.parent / "report", "--only", "nothing"], capture_output=True, text=True, check=False)
        self.assertEqual(wrong.returncode, 2)

    def test_only_one_leaves_the_others_as_they_were(self):
        with tempfile.TemporaryDirectory() as folder:
            command.write(Path(folder), RECORDED)
            kept = command.earlier(command.arguments(["--only", "rules", "--out", folder]))
            self.assertEqual(set(kept), {chapter.KEY for chapter in ALL})
            self.assertEqual(command.earlier(command.arguments(["--out", folder])), {})

    def test_a_chapter_that_fails_costs_itself_alone(self):
        def chapter(fault):
            def measure(_):
                raise fault
            return types.SimpleNamespace(KEY="x", TITLE="X", COMPARES="", measure=measure)
        self.assertEqual(command.measured(chapter(NotRun("no wrk")), None).failed, "no wrk")
        stderr, sys.stderr = sys.stderr, open("/dev/null", "w", encoding="utf-8")
        try:
            self.assertEqual(command.measured(chapter(KeyError("p50")), None).failed, "KeyError: 'p50'")
        finally:
            sys.stderr.close()
            sys.stderr = stderr


if __name__ == "__main__":
    unittest.main()
