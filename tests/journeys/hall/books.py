"""What is printed is written down three times; a print that is only in one of the books is a fault."""
import sqlite3


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
