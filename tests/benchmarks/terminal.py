"""A program under a pseudo-terminal: when its first frame stands, and when a key is answered."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence

QUIET = 0.04  # seconds without output after which a frame counts as whole


class Terminal:
    """A child process on a pseudo-terminal of its own."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
    ) -> None:
        self.started = time.perf_counter()
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), dict(environment))
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.seen = b""

    def read(self, timeout: float) -> bytes:
        """What comes within ``timeout`` seconds; nothing if it stays quiet."""
        if not select.select([self.file], [], [], timeout)[0]:
            return b""
        with contextlib.suppress(OSError):
            data = os.read(self.file, 65536)
            self.seen += data
            return data
        return b""

    def until(self, text: bytes, timeout: float = 20) -> float:
        """Seconds from the start until ``text`` was printed."""
        end = time.perf_counter() + timeout
        while text not in self.seen:
            if time.perf_counter() > end:
                raise TimeoutError(f"{text!r} never came; last seen: {self.seen[-400:]!r}")
            self.read(0.5)
        return time.perf_counter() - self.started

    def settle(self) -> None:
        """Waits until nothing more is printed."""
        while self.read(0.3):
            pass

    def press(self, keys: bytes) -> float:
        """Seconds from a key to the last byte of the frame that answers it."""
        start = time.perf_counter()
        os.write(self.file, keys)
        last = None
        while True:
            data = self.read(1.0 if last is None else QUIET)
            if not data:
                break
            last = time.perf_counter()
        return (last or time.perf_counter()) - start

    def memory(self) -> int:
        """The resident memory in KiB (where the system tells; else 0)."""
        try:
            with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
                rows = (line.split() for line in status)
                return next(int(row[1]) for row in rows if row[0] == "VmRSS:")
        except (OSError, StopIteration):
            return 0

    def close(self) -> None:
        """Ends the child."""
        with contextlib.suppress(OSError):
            os.kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.close(self.file)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


def python(*arguments: str) -> list[str]:
    """A command of this Python."""
    return [sys.executable, *arguments]
