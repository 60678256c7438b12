"""Holds a history of operations against what the store holds in the end, in the manner of Jepsen.

An operation is two lines of the history: an `invoke`, and an `ok` (it was answered as done), a `fail` (it was answered as
not done and never will be) or an `info` (nobody told). A process whose operation ended in `info` may ask for the same again,
under the same keys; that is another operation of the same value.
"""
from collections import Counter, defaultdict


class Store:
    """What was read from the database after the last operation, or before the first. Rows are tuples."""

    def __init__(self, certificates=(), counters=(), grants=(), prints=(), outcomes=()):
        self.certificates = list(certificates)  # number, professional, year, revoked
        self.counters = list(counters)  # region, year, last sequence
        self.grants = list(grants)  # id, request, certificate, copy, kiosk, state
        self.prints = list(prints)  # print id, certificate, copy, kiosk
        self.outcomes = list(outcomes)  # entry id, print id


def values(history, function, *kinds):
    return [line["value"] for line in history if line["f"] == function and line["type"] in kinds]


def numbering(store):
    """Numbers have no gap and nobody's is used twice, by county and year; the counters know the last one."""
    sequences = defaultdict(list)
    for number, *_ in store.certificates:
        sequences[number[:8]].append(int(number[8:]))
    counters = {f"{region}{year % 100:02d}": last for region, year, last in store.counters}
    for place in sorted(sequences.keys() | counters.keys()):
        found, last = sorted(sequences[place]), counters.get(place, 0)
        for sequence, times in Counter(found).items():
            if times > 1:
                yield f"number {place}{sequence:06d} was given {times} times"
        missing = sorted(set(range(1, max(found[-1] if found else 0, last) + 1)) - set(found))
        if missing:
            yield f"numbers of {place} are missing: {missing[:10]}"
        if found and found[-1] != last:
            yield f"the counter of {place} says {last}, the last number is {found[-1]}"


def issuing(history, before, store):
    """Who was answered has a certificate, nobody has two in force, and nobody has one who was not asked for."""
    in_force = Counter((person, year) for _, person, year, revoked in store.certificates if not revoked)
    for (person, year), times in in_force.items():
        if times > 1:
            yield f"person {person} has {times} certificates in force of {year}"
    for value in values(history, "issue", "ok"):
        for person in value["people"]:
            if not in_force[person, value["year"]]:
                yield f"lost: batch {value['batch']} was answered, and person {person} has no certificate of {value['year']}"
    asked = {(person, value["year"]) for value in values(history, "issue", "invoke") for person in value["people"]}
    old = {number for number, *_ in before.certificates}
    for number, person, year, _ in store.certificates:
        if number not in old and (person, year) not in asked:
            yield f"certificate {number} of person {person} was never asked for"


def granting(history, store):
    """At most one grant of a copy is alive, each that was answered is kept, and is its kiosk's."""
    alive = Counter((certificate, copy) for _, _, certificate, copy, _, state in store.grants if state == "live")
    for (certificate, copy), times in alive.items():
        if times > 1:
            yield f"{times} grants are alive for copy {copy} of {certificate}"
    kept = {grant: (certificate, copy, kiosk) for grant, _, certificate, copy, kiosk, _ in store.grants}
    holders = defaultdict(set)
    for value in values(history, "grant", "ok"):
        held = kept.get(value["grant"])
        if held is None:
            yield f"lost: grant {value['grant']} was answered to {value['kiosk']} and is not there"
        elif held != (value["certificate"], value["copy"], value["kiosk"]):
            yield f"grant {value['grant']} is {held}, and was answered as {value}"
        holders[value["certificate"], value["copy"]].add(value["kiosk"])
    for (certificate, copy), kiosks in holders.items():
        if len(kiosks) > 1:  # none is given back in this history, and none ends while it runs
            yield f"copy {copy} of {certificate} was granted to {sorted(kiosks)}"


def printing(history, before, store):
    """The register is the events: each that was answered once, and none that no kiosk told."""
    register = Counter(print_id for print_id, *_ in store.prints)
    facts = {print_id: (certificate, copy, kiosk) for print_id, certificate, copy, kiosk in store.prints}
    outcomes = Counter(entry for entry, _ in store.outcomes)
    for value in values(history, "print", "ok"):
        if register[value["print"]] != 1:
            yield f"lost: print {value['print']} was answered and stands {register[value['print']]} times in the register"
        elif facts[value["print"]] != (value["certificate"], value["copy"], value["kiosk"]):
            yield f"print {value['print']} stands as {facts[value['print']]}, told as {value}"
        if outcomes[value["settled"]] != 1:
            yield f"lost: the outcome {value['settled']} was answered and stands {outcomes[value['settled']]} times"
    told = {value["print"] for value in values(history, "print", "invoke")}
    old = {print_id for print_id, *_ in before.prints}
    for print_id in facts:
        if print_id not in old and print_id not in told:
            yield f"print {print_id} was never told"


def history_itself(history):
    """A checker of nothing would find nothing."""
    for function in ("issue", "grant", "print"):
        if not values(history, function, "ok"):
            yield f"no operation '{function}' was ever answered: nothing was tried"


def check(history, before, store):
    """What is wrong, a line each; empty where everything holds."""
    found = [*history_itself(history), *numbering(store), *issuing(history, before, store), *granting(history, store),
             *printing(history, before, store)]
    kept, old = {number for number, *_ in store.certificates}, {number for number, *_ in before.certificates}
    return found + [f"lost: certificate {number} was there before" for number in sorted(old - kept)]
