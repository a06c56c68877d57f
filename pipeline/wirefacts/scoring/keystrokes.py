"""How fast the desk answers: the real command in a terminal of its own, keys sent, the time until its screen is at rest again."""

import os
import select
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

LINES, COLUMNS = 30, 120
_FIRST = b"conf"
"""The head of the queue, which is shown with its first facts."""
_REST = 0.1
"""Seconds without a change after which the screen is at rest."""
_LONGEST = 3.0
_PATIENCE = 60.0
_CHUNK = 1 << 16


class Taken(NamedTuple):
    """Seconds by the clock, and seconds of processor time where the system tells them."""

    seconds: float
    cpu: float | None


@dataclass(frozen=True)
class Answers:
    """What it took until the queue was open, start-up of the program and all, and until each key was answered."""

    opening: Taken
    keys: list[Taken]

    @property
    def median(self) -> Taken:
        """A key in the middle of all of them."""
        cpu = [key.cpu for key in self.keys if key.cpu is not None]
        return Taken(statistics.median(key.seconds for key in self.keys), statistics.median(cpu) if cpu else None)

    @property
    def worst(self) -> float:
        """Seconds of the slowest key."""
        return max(key.seconds for key in self.keys)


class Terminal:
    """A terminal in which a command runs, as a context; POSIX systems alone have such."""

    def __init__(self, command: Sequence[str], *, lines: int = LINES, columns: int = COLUMNS, environment: dict[str, str] | None = None) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self._screen, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        variables = {**os.environ, "TERM": "xterm-256color", **(environment or {})}
        for name in ("COLUMNS", "LINES"):
            variables.pop(name, None)
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=variables, start_new_session=True
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._screen)

    @property
    def cpu(self) -> float | None:
        """Seconds of processor time that the command has used, where the system tells them."""
        told = [path.read_text().split()[0] for path in Path("/proc").glob(f"{self.process.pid}/task/*/schedstat")]
        return sum(map(int, told)) / 1e9 if told else None

    def kill(self) -> None:
        """End the command as kill -9 does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self._screen, keys.encode())

    def read(self, patience: float) -> bytes:
        """What comes next; nothing when nothing comes for so long, or the command has ended."""
        if not select.select([self._screen], [], [], patience)[0]:
            return b""
        with suppress(OSError):  # the other side is closed
            return os.read(self._screen, _CHUNK)
        return b""

    def until(self, words: bytes, patience: float = _PATIENCE) -> bytes:
        """All that comes until the words have come. Raises TimeoutError."""
        seen, end = b"", time.monotonic() + patience
        while words not in seen:
            new = self.read(max(0.0, end - time.monotonic()))
            if not new:
                raise TimeoutError(f"the screen did not show {words!r} within {patience:.0f} s")
            seen += new
        return seen

    def at_rest(self) -> float:
        """Seconds until something came and all was over; nothing at all where nothing came."""
        began = last = time.perf_counter()
        patience = _LONGEST
        while self.read(patience):
            last, patience = time.perf_counter(), _REST
        return last - began


def command_on(ledger: Path, *options: str) -> list[str]:
    """The command that opens the desk on a ledger."""
    return [sys.executable, "-m", "wirefacts", "review", str(ledger), *options]


def answers(ledger: Path, keys: str, reviewer: str) -> Answers:
    """How long the desk took to open on a ledger, and to answer each of the keys."""
    began = time.perf_counter()
    with Terminal(command_on(ledger, "--reviewer", reviewer)) as terminal:
        terminal.until(_FIRST)
        opening = Taken(time.perf_counter() - began, terminal.cpu)
        terminal.at_rest()
        told = []
        for key in keys:
            before = terminal.cpu
            terminal.send(key)
            seconds = terminal.at_rest()
            after = terminal.cpu
            told.append(Taken(seconds, None if before is None or after is None else after - before))
    return Answers(opening, told)
