"""What was asked for and what was answered, in the order of the answers' arrival; written to disk line by line."""
import json
import threading
import time


class History:
    def __init__(self, file):
        self.lines, self.lock = [], threading.Lock()
        self.file = open(file, "w", encoding="utf-8")

    def add(self, process, function, kind, value):
        line = {"at": time.monotonic(), "process": process, "f": function, "type": kind, "value": value}
        with self.lock:
            self.lines.append(line)
            if not self.file.closed:  # whoever was given up says something still
                self.file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def first_ok(self, since, function):
        """When such an operation that was begun after that moment was first answered as done; None: not yet."""
        begun = {}
        with self.lock:
            lines = [line for line in self.lines if line["at"] >= since and line["f"] == function]
        for line in lines:
            if line["type"] == "invoke":
                begun[line["process"]] = line["at"]
            elif line["type"] == "ok" and line["process"] in begun:
                return line["at"]
        return None

    def longest_wait(self, since, function):
        """The longest time since that moment in which no such operation was answered as done, in seconds."""
        with self.lock:
            done = [line["at"] for line in self.lines if line["f"] == function and line["type"] == "ok"]
        moments = [since, *(at for at in done if at > since)]
        return max((later - earlier for earlier, later in zip(moments, moments[1:])), default=None)

    def count(self):
        with self.lock:
            counted = {}
            for line in self.lines:
                counted.setdefault(line["f"], {}).setdefault(line["type"], 0)
                counted[line["f"]][line["type"]] += 1
        return counted

    def close(self):
        self.file.close()
