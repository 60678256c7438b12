"""Whose cards the monkey lays: the demo persons, and seeded ones with a certificate that nobody has printed."""
import sqlite3
import tomllib

from hall.devices import CARDS, resident_card

_PRINTABLE = """
SELECT p.id_number, p.name FROM professionals p JOIN certificates c ON c.professional = p.id
WHERE length(p.id_number) = 18 AND c.revoked_ms IS NULL AND NOT EXISTS (
  SELECT 1 FROM issue_register r JOIN certificates d ON r.certificate = d.number WHERE d.professional = p.id)
GROUP BY p.id_number ORDER BY p.id_number LIMIT ?"""


def cards(hall, printable):
    """Card files; `printable` of them of seeded people."""
    folder = hall.folder / "cards"
    folder.mkdir(exist_ok=True)
    with sqlite3.connect(f"file:{hall.central.store.location}?mode=ro", uri=True) as database:
        people = database.execute(_PRINTABLE, (printable,)).fetchall()
    seeded = [resident_card(folder / f"{place}.toml", *who) for place, who in enumerate(people)]
    return sorted(CARDS.glob("*.toml")) + seeded


def facts(card):
    """What must stand in no log."""
    read = tomllib.loads(card.read_text(encoding="utf-8"))
    return {what: read[what] for what in ("name", "id_number", "address") if read.get(what)}
