#!/usr/bin/python3
"""The checker itself: it sees each kind of offence in a tree made for it, and none in a clean one."""
import tempfile
import unittest
from pathlib import Path

from include_rules import offences


class Seen(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        for room, uses in {"shared/base": "", "shared/credit": "USES shared/base", "kiosk/session": "",
                           "kiosk/drivers/printer": "USES shared/base"}.items():
            self.write(f"{room}/CMakeLists.txt", f"ce_room({room} {uses})\n")
        self.write("shared/base/date.h", "#pragma once\n")
        self.write("shared/credit/judge.h", '#include "shared/base/date.h"\n')

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def found(self):
        return list(offences(self.root))

    def test_clean_tree(self):
        self.assertEqual(self.found(), [])

    def test_way_through_dots(self):
        self.write("shared/credit/a.cpp", '#include "../base/date.h"\n')
        self.assertTrue(any("'..'" in line for line in self.found()))

    def test_room_not_named_in_uses(self):
        self.write("kiosk/session/a.cpp", '#include "shared/base/date.h"\n')
        self.assertTrue(any("does not name shared/base" in line for line in self.found()))

    def test_shared_must_not_know_kiosk(self):
        self.write("shared/credit/a.cpp", '#include "kiosk/session/state.h"\n')
        self.assertTrue(any("must not know" in line for line in self.found()))

    def test_library_outside_its_room(self):
        self.write("shared/credit/a.cpp", "#include <sqlite3.h>\n")
        self.write("kiosk/drivers/printer/p.cpp", "#include <cups/cups.h>\n")
        self.assertEqual(len(self.found()), 1)

    def test_toml_read_by_hand(self):
        self.write("shared/credit/a.cpp", "#include <toml++/toml.h>\nauto t = toml::parse_file(name);\n")
        self.assertEqual(len(self.found()), 2)

    def test_header_of_no_room(self):
        self.write("shared/credit/a.cpp", '#include "shared/credits/judge.h"\n')
        self.assertTrue(any("no room holds it" in line for line in self.found()))


if __name__ == "__main__":
    unittest.main()
