"""The real kiosk beside a browser in kiosk mode and beside Qt Quick."""
from ..figures import Aim, Chapter, Figure, Seen
from ..words import listed, versus

KEY = "kiosk"
TITLE = "Kiosk"
COMPARES = ("The real ce-kiosk with all its screens beside Chromium in kiosk mode and Qt Quick 6 with a page of the same home screen and number "
            "entry, in turn on one X display of 1080 × 1920 without a graphics card: the kiosk draws by itself, they by software OpenGL; pixels "
            "are watched from outside.")
PROGRAMS = ["ce-kiosk", "ce-central", "ce-admin", "ce-test-reader", "ce-pixel-watch"]
MINUTES = (12, 5)
PEER = "Chromium"
FRAME_MS = 1000 / 60

BESIDE = {  # as the script names it: name, unit, aim
    "start to content, ms": ("start to first frame with content", "ms", Aim(6, PEER)),
    "PSS after settling, MB": ("memory of all processes (PSS)", "MB", Aim(8, PEER)),
    "idle CPU, % of a core": ("idle CPU", "% of a core", Aim(10, PEER)),
    "press to changed pixels, ms": ("press to changed pixels", "ms", Aim(1.5, PEER)),
    "disk, MB": ("disk", "MB", None),
}
ALONE = {
    "card laid to progress shown, ms": ("card laid to progress shown", "ms"),
    "pictures drawn in a visit": ("pictures drawn in a visit", "pictures"),
    "of them over 16.7 ms": ("of them longer than a frame at 60 Hz", "pictures"),
}


def measure(run):
    chapter = Chapter(KEY, TITLE, COMPARES)
    for program in PROGRAMS:
        run.program(program)
    more = ["--settle", 5, "--idle", 10] if run.quick else []
    told = run.script("kiosk_beside_chromium.py", "--rounds", run.rounds, *more, minutes=40)
    beside = told["beside"]
    for name, why in told["missing"].items():
        chapter.miss(name, why)
    for key, (name, unit, aim) in BESIDE.items():
        seen = [Seen(who, values[key], who == "ce-kiosk") for who, values in beside.items()]
        chapter.figures.append(Figure(name, unit, "lower", seen, aim=aim))
    presses = chapter.figure("press to changed pixels")
    presses.limit = {"name": "one frame at 60 Hz", "value": FRAME_MS, "scale": True}
    presses.note = "A display shows a change with its next frame, up to 16.7 ms later; none waits for one here."
    worst = [Seen(one.name, [one.high], one.ours) for one in presses.seen]
    chapter.figures.append(Figure("press to changed pixels, the worst of all", "ms", "lower", worst, aim=Aim(3, PEER)))
    chapter.figure("disk").note = ("ce-kiosk: the stripped program and assets/. Chromium and Qt: their packages' installed size, without a profile "
                                   "and without what their packages need besides.")
    for key, (name, unit) in ALONE.items():
        chapter.figures.append(Figure(name, unit, "lower", [Seen("ce-kiosk", told["alone"][key], True)],
                                      limit={"name": "one frame at 60 Hz", "value": FRAME_MS, "scale": True} if unit == "ms" else None,
                                      note="In five visits, by a real card on a real reader's wire; no peer."))
    start, memory, idle, press = (chapter.figure(BESIDE[key][0]) for key in list(BESIDE)[:4])
    chapter.sentence = listed([
        versus(start, PEER, "starts {} times as fast as Chromium", "starts {} times as slowly as Chromium"),
        versus(memory, PEER, "takes 1/{} of its memory", "takes {} times its memory"),
        versus(idle, PEER, "1/{} of its CPU when idle", "{} times its CPU when idle"),
        versus(press, PEER, "answers a press {} times as fast", "answers a press {} times as slowly")]) or (
        "Chromium was not there to be measured beside it.")
    return chapter
