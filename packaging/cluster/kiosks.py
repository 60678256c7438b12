"""The demo's kiosks, many in one process: each reports and follows the changes through nginx, again and again.

usage: kiosks.py FOLDER PORT     keys in FOLDER/kiosk-keys; tells once a second in FOLDER/kiosks.json how it goes
"""
import asyncio
import json
import ssl
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "bench" / "fleet"))

from simulated_kiosk import Counts, SimulatedKiosk  # noqa: E402

BEAT = 2.0  # seconds between two reports; 30 in a hall


class DemoKiosk(SimulatedKiosk):
    forgiven = (500, 502, 504)


async def play(folder, port):
    DemoKiosk.tls = ssl.create_default_context(cafile=folder / "tls/kiosk-ca.pem")
    counts = Counts()
    kiosks = [DemoKiosk(("127.0.0.1", port), key.name, key.read_text(encoding="utf-8").strip(), counts, BEAT)
              for key in sorted((folder / "kiosk-keys").iterdir())]
    tasks = [asyncio.create_task(kiosk.run()) for kiosk in kiosks]
    try:
        while True:
            counts.clear()
            await asyncio.sleep(1)
            now = time.monotonic()
            beats = sorted(counts.beats)
            fresh = folder / "kiosks.json.new"
            fresh.write_text(json.dumps({
                "kiosks": len(kiosks), "at": time.time(), "beats": len(beats), "pages": len(counts.pages),
                "median_ms": beats[len(beats) // 2] if beats else None, "broken": counts.broken, "busy": counts.busy,
                "changes": counts.changes, "served": sum(now - kiosk.last_success < 3 * BEAT for kiosk in kiosks),
                "ended": sum(task.done() for task in tasks)}), encoding="utf-8")
            fresh.rename(folder / "kiosks.json")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


if __name__ == "__main__":
    try:
        asyncio.run(play(Path(sys.argv[1]), int(sys.argv[2])))
    except KeyboardInterrupt:
        pass
