"""The two books of packaging/demo: the kiosk's ledger and central's register, and what is still on its way between them."""
from hall import books


def prints(hall):
    """What the ledger and the register hold of this kiosk's prints, as rows; the newest last."""
    ours = books.ledger(hall.kiosk.state)
    theirs = {row["print"]: row for row in hall.prints_of_kiosk()}
    return ours, [theirs[row["id"]] for row in ours if row["id"] in theirs]


def agree(hall):
    """Ledger, register and the sheets that came out are the same."""
    return not books.differences(books.ledger(hall.kiosk.state), hall.prints_of_kiosk(), hall.printer.sheets())


def lines(hall):
    """What both say, for a person who looks at the terminal."""
    ours, theirs = prints(hall)
    told = [f"台账 kiosk's ledger {len(ours)}   登记簿 central's register {len(theirs)}   "
            f"待送 on its way {len(ours) - len(theirs)}   出纸 sheets {len(hall.printer.sheets())}"]
    if theirs:
        last = theirs[-1]
        told.append(f"登记簿最近一行 the register's newest: {last['number']}, {last['blank_number']}, "
                    f"{last['requested_at']}, {last['state']}")
    return told
