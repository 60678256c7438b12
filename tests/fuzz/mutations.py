"""What is done to every field of a JSON message."""
import copy

LONG = 70_000


def odd_values(random):
    """Values of every kind that a field may be given instead of its own."""
    return [None, True, 0, -1, 1.5, 1e308, 2**63, -2**63 - 1, 10**400, "", " ", "x" * 65, "x" * 4097, "学" * 5000, "\x00", "a\x00b",
            "\ud800", "\udfff\ud800", "\u202e\u200b", "<script>alert(1)</script>", "'; DROP TABLE certificates; --", "=1+1",
            "../../etc/passwd", "%00", "0" * 400, [], {}, [[]], {"a": {}}, [None] * 600, nested(12), nested(200),
            chr(random.randrange(0x20, 0xD7FF)) * random.randrange(1, 50), random.randrange(-2**70, 2**70), "44010624000001",
            "11010519491231002X", "00000000-0000-4000-8000-000000000000", "0B9C7F5E-58D1-4C43-9A7E-2F6D1B3A4C51",
            "2025-02-30", "2025-03-01T06:06:00.000Z", "9999-99-99T99:99:99.999Z", "x" * LONG]


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


def places(value, at=()):
    """The paths of all members and elements of a message, the message itself first."""
    yield at
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(inner, (*at, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*at, index))


def changed(message, at, value):
    if not at:
        return value
    made = copy.deepcopy(message)
    inner = made
    for part in at[:-1]:
        inner = inner[part]
    inner[at[-1]] = value
    return made


def without(message, at):
    made = copy.deepcopy(message)
    inner = made
    for part in at[:-1]:
        inner = inner[part]
    del inner[at[-1]]
    return made


def mutated(message, random):
    """(what was done, message) for every place of the message."""
    for at in places(message):
        for value in odd_values(random):
            yield f"{at} = {type(value).__name__}", changed(message, at, value)
        if at:
            yield f"without {at}", without(message, at)
        inner = message
        for part in at:
            inner = inner[part]
        if isinstance(inner, dict):
            yield f"{at} with unknown members", changed(message, at, {**inner, "unknown": nested(3), "": 1, "x" * 300: None})
        if isinstance(inner, list) and inner:
            yield f"{at} many times", changed(message, at, inner * 300)
            yield f"{at} reversed", changed(message, at, inner[::-1])
