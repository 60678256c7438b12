"""Numbers as people read them."""


def number(value):
    """Three digits that mean something: 0.0712, 3.14, 71,100, 9.2 M."""
    size = abs(value)
    if size >= 9_999_500:
        return f"{number(value / 1e6)} M"
    if size >= 999.5:
        digits = len(str(int(size))) - 3
        return f"{round(value, -digits):,.0f}"
    for least, digits in ((99.95, 0), (9.995, 1), (0.9995, 2), (0.09995, 3)):
        if size >= least:
            return f"{value:.{digits}f}"
    return f"{value:.3g}" if value else "0"


def tick(value):
    """A round value on a scale, without zeros that say nothing."""
    if value >= 1e6:
        return f"{value / 1e6:,g} M"
    return f"{value:,.0f}" if value >= 1000 else f"{value:g}"


def times(value):
    return f"{number(value)}×"


def spread(seen):
    if len(seen.values) == 1:
        return "one round"
    return f"{number(seen.low)} to {number(seen.high)}"


def span(seconds):
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"


def versus(figure, name, ahead, behind):
    """"3.1 times as fast as Chromium": `ahead` and `behind` hold {} for the factor, {part} for what there is of the peer's;
    nothing where the peer did not run."""
    peer = figure and figure.of(name)
    if not peer:
        return ""
    factor = figure.ahead(peer)[0]
    return ahead.format(number(factor)) if factor >= 1 else behind.format(number(1 / factor), part=number(factor))


def listed(parts):
    """"a, b and c" of those that are there; with a capital letter and a full stop."""
    parts = [part for part in parts if part]
    if not parts:
        return ""
    text = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
    return text[0].upper() + text[1:] + "."
