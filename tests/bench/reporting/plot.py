"""Plots as inline SVG. Places across are in percent, so that a plot takes the width it is given; words of rows stand in HTML
around them and wrap. Each plot as a whole has its text in its place for those who do not see it."""
from html import escape
from statistics import median

from .scale import Scale
from .words import number, spread, tick, times

TRACK, AXIS = 26, 22  # heights of a row's line and of the scale under the last


def whole(title, description, body):
    return f'<div class="plot" role="img" aria-label="{escape(title)}. {escape(description)}">{body}</div>'


def svg(height, body):
    return f'<svg width="100%" height="{height}" aria-hidden="true">{body}</svg>'


def words(x, y, text, kind="", anchor="start"):
    return f'<text x="{x:.2f}%" y="{y}" class="{kind}" text-anchor="{anchor}">{escape(text)}</text>'


def line(x1, y1, x2, y2, kind):
    return f'<line x1="{x1:.2f}%" y1="{y1:.1f}" x2="{x2:.2f}%" y2="{y2:.1f}" class="{kind}"/>'


def dot(x, y, radius, kind):
    return f'<circle cx="{x:.2f}%" cy="{y:.1f}" r="{radius}" class="{kind}"/>'


def anchor_at(x):
    return "start" if x < 12 else "end" if x > 88 else "middle"


def axis(scale, y, label):
    """The scale itself, in a line of its own."""
    out = line(scale.left, y, scale.right, y, "axis")
    for value in scale.ticks():
        x = scale.at(value)
        out += line(x, y, x, y + 4, "axis") + words(x, y + 17, label(value), "tick", anchor_at(x))
    return out


def row(name, value, kind, scale, crossing, body):
    """One line of a plot: its name and value in words, then its track with what crosses all tracks behind."""
    grid = "".join(line(scale.at(each), 0, scale.at(each), TRACK, "grid") for each in scale.ticks())
    return (f'<div class="row"><span>{name}</span><b class="{kind}">{escape(value)}</b></div>'
            f"{svg(TRACK, grid + crossing + body)}")


def whisker(scale, low, high, kind):
    return line(scale.at(low), TRACK / 2, scale.at(high), TRACK / 2, f"whisker {kind}")


def limit_words(figure):
    return (f"{'for scale' if figure.limit.get('scale') else 'limit'}: {figure.limit['name']}, {number(figure.limit['value'])} {figure.unit}")


def dots(figure):
    """A figure: each program's median, spread and rounds on one line, with aim and limit across."""
    aim = figure.aim_value()
    marks = ([("aim", aim, f"aim: {figure.aim.words(figure.unit)}")] if aim else []) + (
        [("limit", figure.limit["value"], limit_words(figure))] if figure.limit else [])
    scale = Scale([value for one in figure.seen for value in one.values] + [value for _, value, _ in marks])
    crossing = "".join(line(scale.at(value), 0, scale.at(value), TRACK, kind) for kind, value, _ in marks)
    body, y = "", TRACK / 2
    for one in figure.seen:
        kind = "ours" if one.ours else "peer"
        drawn = "" if scale.logarithmic else f'<rect x="0" y="{y - 6}" width="{scale.at(one.median):.2f}%" height="12" class="bar {kind}"/>'
        drawn += whisker(scale, one.low, one.high, kind)
        drawn += "".join(dot(scale.at(value), y, 2.2, f"round {kind}") for value in one.values if len(one.values) > 1)
        drawn += dot(scale.at(one.median), y, 5, f"median {kind}")
        body += row(escape(one.name), number(one.median), kind, scale, crossing, drawn)
    key = "".join(f'<li>{svg(12, line(50, 0, 50, 12, kind))}{escape(text)}</li>' for kind, _, text in marks)
    key += '<li class="soft">logarithmic scale</li>' if scale.logarithmic else ""
    said = "; ".join(f"{one.name} {number(one.median)} ({spread(one)})" for one in figure.seen)
    said += "".join(f"; {text}" + (f", {number(value)}" if kind == "aim" else "") for kind, value, text in marks)
    said += "; logarithmic scale" if scale.logarithmic else ""
    return whole(f"{figure.name}, {figure.unit}, {figure.better} is better", said,
                 body + svg(AXIS, axis(scale, 1, tick)) + (f'<ul class="key">{key}</ul>' if key else ""))


def ratios(rows):
    """How many times as good each thing is as its peer: rows of (chapter, words, (median, low, high), aim or None)."""
    scale = Scale([value for _, _, spread_of, aim in rows for value in (*spread_of, aim, 0.5, 2)], logarithmic=True)
    one, y, body, last = scale.at(1), TRACK / 2, "", ""
    for chapter, text, (middle, low, high), aim in rows:
        kind = "ours" if middle >= 1 else "behind"
        drawn = line(one, y, scale.at(middle), y, f"lead {kind}") + line(one, 0, one, TRACK, "par") + whisker(scale, low, high, kind)
        drawn += line(scale.at(aim), 3, scale.at(aim), TRACK - 3, "aim short") if aim else ""
        name = f"<strong>{escape(chapter)}</strong> {escape(text)}" if chapter != last else escape(text)
        body += row(name, times(middle), kind, scale, "", drawn + dot(scale.at(middle), y, 5, f"median {kind}"))
        last = chapter
    said = "; ".join(f"{chapter}, {text}: {times(middle)} ({times(low)} to {times(high)})" + (f", aim {times(aim)}" if aim else "")
                     for chapter, text, (middle, low, high), aim in rows)
    return whole("How many times as good as each peer; right of 1× is ahead", said,
                 body + svg(AXIS, axis(scale, 1, lambda value: tick(value) + "×")))


def growth(grown):
    """A thing at several sizes, both scales logarithmic, so that a straight line's slope is the power it grows by."""
    sizes = [size for each in grown.lines.values() for size in each]
    values = [value for each in grown.lines.values() for all_of in each.values() for value in all_of]
    across = Scale(sizes, 13, 97, logarithmic=True)
    up = Scale(values, 196, 10, logarithmic=True, decades=1.6)  # in pixels, where the others are in percent
    body = "".join(line(across.at(each), 10, across.at(each), 196, "grid") for each in across.ticks()) + axis(across, 196, tick)
    for each in up.ticks():
        body += line(13, up.at(each), 97, up.at(each), "grid") + words(11.5, up.at(each) + 4, tick(each), "tick", "end")
    body += words(55, 230, grown.size_unit, "tick", "middle")
    for at, each in enumerate(grown.lines.values()):
        kind = f"series{at % 4}"
        points = [(across.at(size), up.at(median(all_of)), up.at(min(all_of)), up.at(max(all_of))) for size, all_of in sorted(each.items())]
        body += "".join(line(x1, y1, x2, y2, f"path {kind}") for (x1, y1, *_), (x2, y2, *_) in zip(points, points[1:]))
        body += "".join(line(x, low, x, high, f"whisker {kind}") + dot(x, y, 4, f"median {kind}") for x, y, low, high in points)
    said = "; ".join(f"{name}: " + ", ".join(f"{number(median(all_of))} at {number(size)}" for size, all_of in sorted(each.items()))
                     for name, each in grown.lines.items())
    return whole(f"{grown.name}, {grown.unit}, by {grown.size_unit}; both scales logarithmic", said, svg(236, body))
