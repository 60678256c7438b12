"""axe-core (npm, pinned in package-lock.json) run within a page: WCAG 2.0, 2.1 and 2.2, levels A and AA."""
import fcntl
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def source():
    """Installed once; tests that run side by side wait for each other."""
    with open(HERE / "package.json", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not SOURCE.exists():
            subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=HERE, check=True,
                           stdout=subprocess.DEVNULL)
    return SOURCE.read_text(encoding="utf-8")


def lay_in(browser):
    """Every page that is opened from now on has axe. Sent to each by itself its half a megabyte took a quarter of what looking takes."""
    browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source()})


def violations(browser):
    """What is wrong with the page that is open, a line for each element; after lay_in."""
    # As it looks once it has come to rest: colours that change with the scheme do so by and by.
    browser.driver.execute_script("document.getAnimations().forEach(one => one.finish())")
    # At its end, where a bar that sticks to the window's edge lies in its own place.
    browser.driver.execute_script("window.scrollTo(0, document.body.scrollHeight)")
    found = browser.driver.execute_async_script(
        "const done = arguments[1]; axe.run(document, {runOnly: arguments[0], resultTypes: ['violations']})"
        ".then(result => done(result.violations), error => done([{id: String(error), nodes: []}]));", TAGS)
    return [f"{one['id']}: {node['html'][:160]} -- {node.get('failureSummary', '')}"
            for one in found for node in one["nodes"] or [{"html": one["id"]}]]
