"""One certificate to PDF."""
from ..figures import Aim, Chapter, Figure, Seen
from ..words import listed, versus

KEY = "certificate"
TITLE = "Certificate"
COMPARES = ("The same certificate to PDF, ornaments, seal and code included, by shared/certificate_pdf, by cairo with pango, by Chromium kept "
            "running and by LibreOffice started for each.")
PROGRAMS = ["ce-bench-sheet-haru", "ce-bench-sheet-cairo", "ce-bench-token"]
MINUTES = (6, 2)
CHROMIUM, CAIRO, OFFICE = "Chromium, headless", "cairo and pango", "LibreOffice, headless"


def measure(run):
    chapter = Chapter(KEY, TITLE, COMPARES)
    run.program("ce-bench-sheet-haru")
    told = run.script("sheet/run", "--rounds", run.rounds, "--bin", run.bin, minutes=20)
    for what in told["not_run"]:
        chapter.miss(what["what"], what["why"])
    makers = told["makers"]

    def figure(name, unit, part, **more):
        seen = [Seen(maker, values[part], at == 0) for at, (maker, values) in enumerate(makers.items()) if values.get(part)]
        return Figure(name, unit, "lower", seen, **more)

    time = figure("time for a certificate", "ms", "ms", aim=Aim(100, CHROMIUM),
                  note="Also set out: 3 times as fast as cairo with pango.")
    chapter.figures = [
        time, figure("the first of a process", "ms", "first_ms", aim=Aim(60)),
        figure("size of the file", "bytes", "bytes", aim=Aim(60_000)),
        figure("memory", "MB", "mb", note="At most; of Chromium all processes together (PSS) after six pages, of LibreOffice its largest one.")]
    memory = run.limits.get("memory_copy_gb_s")
    if memory:
        time.limit = {"name": "its bytes copied once", "value": chapter.figures[2].ours.median / memory.median / 1e6}
    rates = told["tokens"]
    for name, values in rates.items():
        chapter.figures.append(Figure(f"certificates' tokens verified, {name}", "/s", "higher", [Seen("ours", values, True)],
                                      note="One core; no peer."))
    size = chapter.figures[2]
    smallest = all(size.ours.median <= peer.median for peer in size.peers if "without" not in peer.name)
    chapter.sentence = listed([
        versus(time, CHROMIUM, "{} times as fast as Chromium", "{} times as slow as Chromium"),
        versus(time, CAIRO, "{} times as fast as cairo with pango", "{} times as slow as cairo with pango"),
        versus(time, OFFICE, "{} times as fast as LibreOffice", "{} times as slow as LibreOffice"),
        size.peers and ("the smallest file of all with the whole form" if smallest else "not the smallest file")])
    return chapter
