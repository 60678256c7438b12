"""The checker finds what is wrong: a history and a store that fit, and each way in which they may not."""
import copy
import unittest

from checker import Store, check

COUNTY = "440106"


def line(kind, function, **value):
    return {"type": kind, "f": function, "value": value}


ISSUE = {"batch": "b1", "people": [7, 8], "year": 2025}
GRANT = {"grant": "g1", "certificate": "44010625000001", "copy": 1, "kiosk": "K1"}
PRINT = {"print": "p1", "settled": "s1", "certificate": "44010625000001", "copy": 1, "kiosk": "K1"}
HISTORY = [line("invoke", "issue", **ISSUE), line("info", "issue", **ISSUE), line("invoke", "issue", **ISSUE),
           line("ok", "issue", **ISSUE), line("invoke", "grant", **GRANT), line("ok", "grant", **GRANT),
           line("invoke", "print", **PRINT), line("ok", "print", **PRINT)]
BEFORE = Store(certificates=[("44010625000001", 5, 2025, False)])


def good():
    return Store(certificates=[("44010625000001", 5, 2025, False), ("44010625000002", 7, 2025, False),
                               ("44010625000003", 8, 2025, False)],
                 counters=[(COUNTY, 2025, 3)], grants=[("g1", "r1", "44010625000001", 1, "K1", "spent")],
                 prints=[("p1", "44010625000001", 1, "K1")], outcomes=[("s1", "p1")])


class Checker(unittest.TestCase):
    def found(self, change=lambda store: None, history=None):
        store = good()
        change(store)
        return check(HISTORY if history is None else history, BEFORE, store)

    def test_what_fits_is_fine(self):
        self.assertEqual(self.found(), [])

    def wrong(self, words, change=lambda store: None, history=None):
        found = self.found(change, history)
        self.assertTrue(any(words in one for one in found), found)

    def test_numbers(self):
        self.wrong("missing: [2]", lambda store: store.certificates.pop(1))
        self.wrong("given 2 times", lambda store: store.certificates.append(("44010625000003", 9, 2025, True)))
        self.wrong("missing: [4]", lambda store: store.counters.__setitem__(0, (COUNTY, 2025, 4)))
        self.wrong("the counter of 44010625 says 2", lambda store: store.counters.__setitem__(0, (COUNTY, 2025, 2)))

    def test_certificates(self):
        self.wrong("person 8 has no certificate", lambda store: store.certificates.pop())
        self.wrong("44010625000001 was there before", lambda store: store.certificates.pop(0))
        self.wrong("2 certificates in force", lambda store: store.certificates.append(("44010625000004", 8, 2025, False)))
        self.wrong("was never asked for", lambda store: store.certificates.append(("44010625000004", 9, 2025, False)))

    def test_grants(self):
        self.wrong("grant g1 was answered", lambda store: store.grants.clear())
        twice = [("g1", "r1", "44010625000001", 1, "K1", "live"), ("g2", "r2", "44010625000001", 1, "K2", "live")]
        self.wrong("2 grants are alive", lambda store: store.grants.__setitem__(slice(None), twice))
        second = {**GRANT, "grant": "g2", "kiosk": "K2"}
        self.wrong("granted to ['K1', 'K2']", lambda store: store.grants.append(twice[1]),
                   HISTORY + [line("invoke", "grant", **second), line("ok", "grant", **second)])

    def test_the_register(self):
        self.wrong("stands 0 times in the register", lambda store: store.prints.clear())
        self.wrong("stands 2 times in the register", lambda store: store.prints.append(store.prints[0]))
        self.wrong("the outcome s1", lambda store: store.outcomes.clear())
        self.wrong("print p9 was never told", lambda store: store.prints.append(("p9", "44010625000002", 1, "K1")))
        self.wrong("told as", lambda store: store.prints.__setitem__(0, ("p1", "44010625000002", 1, "K1")))

    def test_a_history_of_nothing_proves_nothing(self):
        self.wrong("'print' was ever answered", history=[one for one in copy.deepcopy(HISTORY) if one["f"] != "print"])


if __name__ == "__main__":
    unittest.main()
