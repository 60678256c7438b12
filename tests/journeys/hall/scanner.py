"""A code scanner in its serial mode: a pty under a name that comes and goes as a plug does."""
import os
import pty
import select
import tty


class Scanner:
    def __init__(self, folder):
        self.device, self.line, self.number = folder / "scanner-0", None, 0
        self.pattern = folder / "scanner-*"
        self.plug()

    def plug(self):
        """Back under another number, as the kernel gives it."""
        self.number += 1
        self.device = self.device.with_name(f"scanner-{self.number}")
        self.line, far = pty.openpty()
        tty.setraw(far)
        self.device.symlink_to(os.ttyname(far))
        os.close(far)
        os.set_blocking(self.line, False)

    def unplug(self):
        if self.line is None:
            return
        self.device.unlink()
        os.close(self.line)
        self.line = None

    def is_open(self):
        """Whether anybody has it open: a line without a far end says that it was hung up."""
        poll = select.poll()
        poll.register(self.line, select.POLLHUP)
        return not any(event & select.POLLHUP for _, event in poll.poll(0))

    def say(self, text):
        """What it read; what nobody takes is lost, as on a real line. The bytes that were taken."""
        if self.line is None:
            return 0
        said = 0
        try:
            while said < len(text):
                said += os.write(self.line, text[said:said + 65536].encode())
        except OSError:
            pass
        return said

    def stop(self):
        self.unplug()
