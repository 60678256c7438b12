"""What is printed is written down three times; a print that is only in one of the books is a fault."""
import re
import sqlite3

DIGITS = re.compile(rb"[0-9]{17,}X?")


def ledger(state):
    """The prints of the kiosk whose state directory that is, oldest first."""
    with sqlite3.connect(f"file:{state}/journal.db?mode=ro", uri=True) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute("SELECT * FROM print ORDER BY seq")]


def differences(ledger_rows, register_rows, sheets):
    """Ledger = register = sheets that came out, of one kiosk; what is wrong, a line each."""
    ours = {(row["id"], row["certificate_number"], str(row["copy"]), row["blank_number"], row["state"])
            for row in ledger_rows}
    theirs = {(row["print"], row["number"], row["copy"], row["blank_number"], row["state"]) for row in register_rows}
    out = sorted(sheet.stem.split("-ce-print-")[1] for sheet in sheets)
    paper = sorted(row["id"] for row in ledger_rows if row["state"] in ("sent_to_printer", "confirmed"))
    wrong = [f"only in the ledger: {row}" for row in ours - theirs]
    wrong += [f"only in the register: {row}" for row in theirs - ours]
    return wrong + ([f"sheets {out}, ledger {paper}"] if out != paper else [])


def leaks(state, people):
    """Files under that directory which name one of these identity numbers; what is wrong, a line each."""
    people = {person.encode() for person in people}
    wrong = []
    for file in sorted(path for path in state.rglob("*") if path.is_file()):
        runs = DIGITS.findall(file.read_bytes())  # a database puts one text behind the other
        found = {run[at:at + 18] for run in runs for at in range(len(run) - 17)} & people
        wrong += [f"{file.name} names {len(found)} people"] if found else []
    return wrong
