"""Programs that end with whoever starts them: a test that is killed leaves nobody behind who holds a card reader or a port."""
import ctypes
import os
import signal

_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


def end_with(parent, by=signal.SIGKILL):
    """From now on the kernel sends this process that signal when its parent ends, whatever ends it."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, int(by), 0, 0, 0)
    if os.getppid() != parent:  # it ended before that was said
        os.kill(os.getpid(), signal.SIGKILL)


def tied(by=signal.SIGKILL):
    """For subprocess.Popen's preexec_fn: the program ends with its starter, by that signal.

    The starter is the thread that calls Popen, not its process: start from one that lives as long as the program is to. What
    the program starts in turn is not tied, and a program that becomes another user is let go.
    """
    starter = os.getpid()
    return lambda: end_with(starter, by)
