"""Requests that repeat, come in another order, or use what belongs to another kiosk."""
import json
import uuid


def event(kind, **members):
    return {"id": str(uuid.uuid4()), "at": "2025-03-01T06:06:00.000Z", "type": kind, **members}


def sequences(hall, random):
    """(path, message, kiosk) in an order that no kiosk of ours would choose. Ids are drawn from few, so that they meet."""
    ids = [str(uuid.UUID(int=random.getrandbits(128), version=4)) for _ in range(4)]
    numbers = [*hall.certificates()[:4], "44010699999999"]
    prints = [event("print_requested", certificate_number=random.choice(numbers), copy=random.choice((1, 1, 2)),
                    blank_number="N1") for _ in range(4)]
    events = [*prints,
              *[event("print_settled", print=random.choice([*(one["id"] for one in prints), *ids]),
                      outcome=random.choice(["sent_to_printer", "confirmed", "failed", "unknown"])) for _ in range(6)],
              *[{**event("print_requested", certificate_number=random.choice(numbers), copy=1, blank_number="N2"),
                 "id": random.choice(prints)["id"]} for _ in range(2)]]
    for one in events:
        if random.random() < 0.4 and one["type"] == "print_requested":
            one["grant"] = random.choice(ids)
    grants = [{"version": 1, "request": random.choice(ids), "certificate_number": random.choice(numbers),
               "copy": random.choice((1, 1, 1, 2, 999))} for _ in range(12)]
    steps = [("/api/v1/kiosk/events", {"version": 1, "events": random.choices(events, k=random.randrange(0, 6))})
             for _ in range(20)]
    steps += [("/api/v1/kiosk/print-grants", grant) for grant in grants]
    steps += [(f"/api/v1/kiosk/print-grants/{random.choice(ids)}/return", {"version": 1}) for _ in range(6)]
    random.shuffle(steps)
    for path, message in steps * 2:
        yield path, json.dumps(message).encode(), random.choice(("FUZZ-1", "FUZZ-2"))


def returned_twice(hall):
    """A grant that is fetched, then given back by both kiosks in turn."""
    for number in hall.certificates():
        message = json.dumps({"version": 1, "request": str(uuid.uuid4()), "certificate_number": number, "copy": 1}).encode()
        answer = hall.ask("POST", "/api/v1/kiosk/print-grants", message, hall.as_kiosk())
        if answer.status == 200:
            path = f"/api/v1/kiosk/print-grants/{json.loads(answer.body)['id']}/return"
            for kiosk in ("FUZZ-2", "FUZZ-1", "FUZZ-1", "FUZZ-2"):
                yield path, b"", kiosk
