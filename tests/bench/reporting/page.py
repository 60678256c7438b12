"""The page: one file, nothing outside it, no scripts."""
from html import escape
from pathlib import Path
from statistics import median

from . import plot
from .words import number, span, spread, tick, times

STYLE = Path(__file__).with_name("page.css")
NUMBER = ' class="n"'


def ratio_rows(chapters):
    """What is beside a peer, for the first screen: a chapter's first such figure beside everybody, others beside the peer of their
    aim."""
    rows = []
    for chapter in chapters:
        first = next((figure for figure in chapter.figures if figure.peers), None)
        for figure in chapter.figures:
            than = figure.aim.than if figure.aim else ""
            for peer in figure.peers:
                aimed = peer.name == than
                if (aimed or figure is first) and peer.median > 0 and figure.ours.median > 0:
                    rows.append((chapter.title, f"{figure.name}, beside {peer.name}", figure.ahead(peer), figure.aim.value if aimed else None))
    return rows


def aim_mark(figure):
    """(word, kind) of how far the aim is; nothing where there is none, or its peer did not run."""
    part = figure.reached()
    if part is None:
        return ("", "") if figure.aim is None else ("aim not to be held against: no peer", "")
    if part >= 1:
        return "aim reached", "good"
    return f"{100 * part:.0f} % of the aim", "bad"


def score(chapter):
    aimed = [figure.reached() for figure in chapter.figures if figure.reached() is not None]
    if chapter.failed:
        mark, kind = "failed", "bad"
    elif not aimed:
        mark, kind = "no aim", ""
    else:
        met = sum(part >= 1 for part in aimed)
        mark, kind = f"{met} of {len(aimed)} aims reached", "good" if met == len(aimed) else "bad"
    said = chapter.failed and f"Not measured: {chapter.failed}" or chapter.sentence
    return (f'<li><a href="#{chapter.key}">{escape(chapter.title)}</a><span>{escape(said)}</span>'
            f'<span class="mark {kind}">{mark}</span></li>')


def figure_card(figure):
    word, kind = aim_mark(figure)
    mark = f'<span class="mark aimed {kind}">{word}</span>' if word else ""
    note = f'<p class="soft">{escape(figure.note)}</p>' if figure.note else ""
    return (f'<figure class="card"><h3>{mark}{escape(figure.name)} <small>{escape(figure.unit)}, {figure.better} is better</small></h3>'
            f"{plot.dots(figure)}{note}</figure>")


def growth_card(growth):
    legend = ""
    for at, name in enumerate(growth.lines):
        power = growth.exponent(name)
        said = "one size" if power is None else f"grows by the power of {power:.2f}"
        legend += (f'<li><svg width="34" height="12" aria-hidden="true">{plot.line(0, 6, 100, 6, f"path series{at % 4}")}'
                   f'{plot.dot(50, 6, 4, f"median series{at % 4}")}</svg>{escape(name)}: {said}</li>')
    note = f'<p class="soft">{escape(growth.note)}</p>' if growth.note else ""
    return (f'<figure class="card"><h3>{escape(growth.name)} <small>{escape(growth.unit)}, by {escape(growth.size_unit)}</small></h3>'
            f'{plot.growth(growth)}<ul class="legend">{legend}</ul>{note}</figure>')


def scrolled(title, heads, body):
    """A table that may be wider than the page."""
    cells = "".join(f'<th scope="col"{"" if at < 2 else NUMBER}>{escape(text)}</th>' for at, text in enumerate(heads))
    return (f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(title)}"><table><caption>{escape(title)}</caption>'
            f"<thead><tr>{cells}</tr></thead>{body}</table></div>")


def row_head(name, unit, rows):
    return f'<th scope="rowgroup" rowspan="{rows}">{escape(name)}, <span class="soft">{escape(unit)}</span></th>'


def figures_table(chapter):
    body = ""
    for figure in chapter.figures:
        rows = ""
        for seen in figure.seen:
            head = "" if rows else row_head(figure.name, figure.unit, len(figure.seen))
            factor = "" if seen.ours or not seen.median else times(figure.ahead(seen)[0])
            aim = figure.aim_value() if seen.ours else None
            cells = (number(seen.median), " to ".join(map(number, seen.quartiles)), spread(seen), str(len(seen.values)), factor,
                     "" if aim is None else number(aim))
            rows += (f'<tr class="{"ours" if seen.ours else "beside"}">{head}<td>{escape(seen.name)}</td>'
                     + "".join(f"<td{NUMBER}>{cell}</td>" for cell in cells) + "</tr>")
        body += f"<tbody>{rows}</tbody>"
    return scrolled(f"All figures: {chapter.title}", ("", "", "median", "quartiles", "least to most", "rounds", "ours ahead", "aim"), body)


def growths_table(chapter):
    """Median, and below it from the least to the most, at each size."""
    sizes = sorted({size for growth in chapter.growths for points in growth.lines.values() for size in points})
    body = ""
    for growth in chapter.growths:
        rows = ""
        for name, points in growth.lines.items():
            head = "" if rows else row_head(growth.name, f"{growth.unit}, by {growth.size_unit}", len(growth.lines))
            cells = "".join(f"<td{NUMBER}>{number(median(points[size]))}<br><small class='soft'>{number(min(points[size]))} to "
                            f"{number(max(points[size]))}</small></td>" if size in points else "<td></td>" for size in sizes)
            power = growth.exponent(name)
            rows += f'<tr>{head}<td>{escape(name)}</td>{cells}<td{NUMBER}>{"" if power is None else f"{power:.2f}"}</td></tr>'
        body += f"<tbody>{rows}</tbody>"
    return scrolled(f"How it grows: {chapter.title}", ("", "", *map(tick, sizes), "power"), body)


def section(chapter):
    out = f'<section id="{chapter.key}"><h2>{escape(chapter.title)}</h2><p class="soft">{escape(chapter.compares)}</p>'
    if chapter.failed:
        return out + f'<div class="missed failed"><strong>This chapter could not run:</strong> {escape(chapter.failed)}</div></section>'
    out += f'<p class="said">{escape(chapter.sentence)}</p>'
    for cards in (map(figure_card, chapter.figures), map(growth_card, chapter.growths)):
        drawn = "".join(cards)
        out += drawn and f'<div class="plots">{drawn}</div>'
    if chapter.not_run:
        rows = "".join(f'<li>{escape(row["what"])}: {escape(row["why"])}</li>' for row in chapter.not_run)
        out += f'<div class="missed"><strong>Not run</strong><ul>{rows}</ul></div>'
    tables = (figures_table(chapter) if chapter.figures else "") + (growths_table(chapter) if chapter.growths else "")
    return out + tables + f'<p class="soft">{chapter.began}, {span(chapter.seconds)}; load {chapter.load:.1f} when it began.</p></section>'


def write(report, chapters):
    machine = report["machine"]
    chapters = sorted(chapters, key=lambda chapter: chapter.key == "limit")  # measured first, told last
    rows = ratio_rows(chapters)
    beside = (f'<figure class="card"><h3>How many times as good as the peer <small>right of 1× is ahead; the short upright line is the aim'
              f"</small></h3>{plot.ratios(rows)}</figure>") if rows else ""
    told = (f'{machine["processor"]}, {machine["cores"]} cores, {machine["memory_gb"]} GB, {machine["system"]}, kernel {machine["kernel"]}; '
            f'commit {machine["commit"]}; {machine["began"]}, {span(machine["seconds"])}; load {machine["load_before"]:.1f} before and '
            f'{machine["load_after"]:.1f} after')
    quick = "A quick run: small sizes. " if report["quick"] else ""
    build = f'<div class="missed failed"><strong>The build:</strong> {escape(report["build"])}</div>' if report["build"] else ""
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<title>Side by side, {escape(machine["began"])}</title><style>{STYLE.read_text(encoding="utf-8")}</style></head><body><header>'
            f"<h1>Side by side with what a hall would buy instead</h1><p>{quick}Peers were run in turn with ours in the same go on the same "
            f"machine, {report['rounds']} rounds: the ratios are what is worth remembering, a figure alone says little, and less where the "
            f'load is not small.</p><p class="soft">{escape(told)}</p>{build}</header><main><ul class="scores">'
            f'{"".join(score(chapter) for chapter in chapters)}</ul>{beside}{"".join(map(section, chapters))}</main><footer><p>Dots: '
            "each round. Large dot: median. Thick line: from the least to the most. Written by tests/bench/report.</p></footer></body></html>\n")
