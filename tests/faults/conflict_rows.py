"""What the rows of the table of conflicts have in common: a hall of kiosks without their window before one real ce-central,
clerks at its console, its books, and a disk of its that is lost."""
import sqlite3
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from clerk import Clerk  # noqa: E402
from hall_of_faults import Faults  # noqa: E402


class Rows(unittest.TestCase):
    people = 480

    @classmethod
    def setUpClass(cls):
        cls.hall = Faults(cls.people)
        cls.clerks = {}

    @classmethod
    def tearDownClass(cls):
        cls.hall.close()

    def settled(self, kiosk):
        self.assertEqual(kiosk.quiet(), [])
        self.assertEqual(self.hall.compare(kiosk), [])

    def clerk(self, region):
        if region not in self.clerks:
            self.clerks[region] = Clerk(self.hall.central, region)
        return self.clerks[region]

    def rows(self, sql, *given):
        with sqlite3.connect(f"file:{self.hall.central.store.location}?mode=ro", uri=True) as database:
            return database.execute(sql, given).fetchall()

    def revoke(self, number):
        """By its own issuing authority (article 14)."""
        self.clerk(number[:6]).revoke(number)  # 44, city, county

    def about(self, number):
        """What anybody is told of it."""
        return self.hall.central.get(f"/api/v1/certificates/{number}")

    def verdict(self, number):
        return self.about(number)["state"]

    def bring_back(self, backup):
        """Central's disk is lost, and yesterday's backup is all there is."""
        central = self.hall.central
        central.stop()
        for file in Path(central.store.location).parent.glob(Path(central.store.location).name + "*"):
            file.replace(file.with_name("lost-" + file.name))
        central.admin("restore", backup)
        central.start()
