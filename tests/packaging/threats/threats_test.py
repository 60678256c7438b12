#!/usr/bin/python3
"""Each threat of packaging/threats names a test, and each test that is named is there."""
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
TESTS = ROOT / "tests"


def rows():
    for line in (ROOT / "packaging" / "threats" / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 4 and cells[0] in set("STRIDE"):
            yield cells


def named_attacks():
    """The second table: an attack's name and its tests."""
    text = (ROOT / "packaging" / "threats" / "README.md").read_text(encoding="utf-8").partition("## By its name")[2]
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 2 and set(cells[1]) - {"-"} and cells[0] != "attack":
            yield cells


def known():
    """Suite.Case of GoogleTest, test_... of unittest, and what ctest calls a test."""
    names = set()
    for path in TESTS.rglob("*"):
        if path.suffix not in (".cpp", ".py") and path.name != "CMakeLists.txt":
            continue
        text = path.read_text(encoding="utf-8")
        names |= {f"{suite}.{case}" for suite, case in re.findall(r"TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)", text)}
        names |= set(re.findall(r"def (test_\w+)", text)) | set(re.findall(r"add_test\(NAME (\w+)", text))
        names |= set(re.findall(r"ce_(?:script_)?test\((\w+)", text))
        for journeys in re.findall(r"foreach\(journey ([^)]*)\)", text):
            names |= {f"journey_{word}" for word in journeys.split()}
    return names


class Threats(unittest.TestCase):
    def test_every_kind_is_thought_of(self):
        self.assertEqual({row[0] for row in rows()}, set("STRIDE"))

    def test_each_names_tests_that_are_there(self):
        there = known()
        attacks = list(named_attacks())
        self.assertGreater(len(attacks), 10)
        self.assertTrue(all(row[2] for row in rows()))
        for threat, shown in [(row[1], row[3]) for row in rows()] + attacks:
            with self.subTest(threat):
                named = re.findall(r"`([^`]+)`", shown)
                self.assertTrue(named)
                self.assertEqual([name for name in named if name not in there], [])


if __name__ == "__main__":
    unittest.main()
