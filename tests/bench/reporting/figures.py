"""What a chapter finds: figures with every round's value, growth with size, and what could not run. Plain values that go to
JSON and back."""
import math
import statistics
from dataclasses import asdict, dataclass, field

from .words import tick


def exponent(points):
    """The slope of the straight line through log value over log size of (size, value): 0 is flat, 1 in proportion. None for one
    size."""
    logs = [(math.log(size), math.log(max(value, 1e-9))) for size, value in points]
    return statistics.linear_regression(*zip(*logs)).slope if len(logs) > 1 else None


@dataclass
class Seen:
    """One program's values for a figure, a round each. `ours`: it is this project's."""
    name: str
    values: list
    ours: bool = False

    @property
    def median(self):
        return statistics.median(self.values)

    @property
    def low(self):
        return min(self.values)

    @property
    def high(self):
        return max(self.values)

    @property
    def quartiles(self):
        if len(self.values) < 2:
            return [self.median, self.median]
        first, _, third = statistics.quantiles(self.values, n=4, method="inclusive")
        return [first, third]


@dataclass
class Aim:
    """What was set out to reach: a value, or so many times as good as a peer."""
    value: float
    than: str = ""  # the peer's name; empty: `value` is in the figure's unit

    def words(self, unit):
        return f"{tick(self.value)}× {self.than}" if self.than else f"{tick(self.value)} {unit}"


@dataclass
class Figure:
    name: str
    unit: str
    better: str  # "lower" or "higher"
    seen: list  # of Seen, ours first
    aim: Aim | None = None
    limit: dict | None = None  # {"name", "value"}: what kernel or hardware allow, in the figure's unit; "scale": no bound, a measure
    note: str = ""

    def of(self, name):
        return next((one for one in self.seen if one.name == name), None)

    @property
    def ours(self):
        return next(one for one in self.seen if one.ours)

    @property
    def peers(self):
        return [one for one in self.seen if not one.ours]

    def ahead(self, peer):
        """(median, least, most) of how many times as good ours is as `peer`: above 1 is ahead."""
        def quotient(mine, theirs):
            top, bottom = (theirs, mine) if self.better == "lower" else (mine, theirs)
            return top / max(bottom, 1e-9)
        worst, best = (self.ours.high, self.ours.low) if self.better == "lower" else (self.ours.low, self.ours.high)
        their_best, their_worst = (peer.low, peer.high) if self.better == "lower" else (peer.high, peer.low)
        return (quotient(self.ours.median, peer.median), quotient(worst, their_best), quotient(best, their_worst))

    def aim_value(self):
        """The aim in the figure's unit, or None where its peer did not run."""
        if self.aim is None or not self.aim.than:
            return self.aim and self.aim.value
        peer = self.of(self.aim.than)
        if peer is None:
            return None
        return peer.median / self.aim.value if self.better == "lower" else peer.median * self.aim.value

    def reached(self):
        """How much of the aim: 1 and more is reached; None where there is none to hold it against."""
        value = self.aim_value()
        if value is None:
            return None
        mine = self.ours.median
        if self.better == "lower":
            return 1.0 if mine <= value == 0 else value / max(mine, 1e-9)
        return mine / max(value, 1e-9)


@dataclass
class Growth:
    """The same thing at several sizes. `lines`: {name: {size: [values]}}."""
    name: str
    unit: str
    size_unit: str
    lines: dict
    note: str = ""

    def exponent(self, line):
        """Of the medians, as exponent() has it."""
        return exponent([(size, statistics.median(values)) for size, values in self.lines[line].items()])


@dataclass
class Chapter:
    key: str
    title: str
    compares: str  # what stands beside what, one sentence
    sentence: str = ""  # the first screen's: how far ahead or behind
    figures: list = field(default_factory=list)
    growths: list = field(default_factory=list)
    not_run: list = field(default_factory=list)  # of {"what", "why"}
    failed: str = ""  # why the chapter as a whole has no figures
    began: str = ""
    load: float = 0  # the machine's, when it began
    seconds: float = 0

    def figure(self, name):
        return next((one for one in self.figures if one.name == name), None)

    def miss(self, what, why):
        self.not_run.append({"what": what, "why": " ".join(str(why).split())})


def told(chapter):
    """As JSON has it: with medians and spread, so that nobody has to compute them."""
    out = asdict(chapter)
    for row, figure in zip(out["figures"], chapter.figures):
        row["aim_in_unit"], row["of_aim"] = figure.aim_value(), figure.reached()
        for one, seen in zip(row["seen"], figure.seen):
            one |= {"median": seen.median, "low": seen.low, "high": seen.high, "quartiles": seen.quartiles}
            if not seen.ours:
                one["ours_ahead"] = figure.ahead(seen)[0]
    for row, growth in zip(out["growths"], chapter.growths):
        row["exponents"] = {name: growth.exponent(name) for name in growth.lines}
    return out


def read(row):
    """A chapter out of what told() has made."""
    def part(kind, values):
        return kind(**{name: values[name] for name in kind.__dataclass_fields__ if name in values})
    chapter = part(Chapter, row)
    chapter.figures = [part(Figure, one | {"seen": [part(Seen, each) for each in one["seen"]],
                                           "aim": one["aim"] and part(Aim, one["aim"])}) for one in row["figures"]]
    chapter.growths = [part(Growth, one | {"lines": {name: {float(size): values for size, values in line.items()}
                                                     for name, line in one["lines"].items()}}) for one in row["growths"]]
    return chapter
