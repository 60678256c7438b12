"""Touches at a steady rate, by a thread of their own: what else is done takes as long as it takes beside them."""
import contextlib
import threading
import time

MOST_LATE = 5  # seconds; what was held back for longer than that is not made up for


class Pace:
    """`rate` events of `touches` a second; one that came late is followed by others at twice the rate."""

    def __init__(self, touches, rate):
        self.touches, self.period = touches, 1 / rate
        self.turn, self.due, self.fault, self.ended = threading.Lock(), 0, None, False
        self.began, self.rested = 0, 0
        self.thread = threading.Thread(target=self._run, daemon=True)

    def start(self):
        self.began = self.due = time.monotonic()
        self.thread.start()

    def _run(self):
        try:
            while True:
                with self.turn:
                    if self.ended:
                        return
                    begun = time.monotonic()
                    self.due = max(self.due, begun - MOST_LATE) + self.period
                    self.touches.one()
                    next_at = max(self.due, begun + self.period / 2)
                time.sleep(max(0.001, next_at - time.monotonic()))
        except BaseException as fault:
            self.fault = fault

    def still(self):
        """While this is held nothing is touched; what is held back comes after it."""
        return self.turn

    @contextlib.contextmanager
    def rest(self):
        """As still(), yet this time does not count."""
        with self.turn:
            begun = time.monotonic()
            try:
                yield
            finally:
                took = time.monotonic() - begun
                self.rested += took
                self.due += took

    def seconds(self):
        """How long touches went on, rests left out."""
        return time.monotonic() - self.began - self.rested

    def events(self):
        return sum(self.touches.done.values())

    def look(self):
        if self.fault:
            raise self.fault

    def end(self):
        with self.turn:
            self.ended = True
        self.thread.join()
        self.look()
