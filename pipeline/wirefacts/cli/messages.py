"""What the command says beside its results, on standard error: warnings, inputs that failed, progress."""

import os
import sys
from contextlib import suppress
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

import click

from wirefacts.showing.visible import one_line

if TYPE_CHECKING:
    from rich.progress import Progress


FAULT = "a fault of the program; WIREFACTS_TRACEBACK=1 shows where"


def tracebacks_wanted() -> bool:
    """Whether a fault of the program is to show where it happened: no user needs it, whoever mends it does."""
    return bool(os.environ.get("WIREFACTS_TRACEBACK"))


def say(line: str) -> None:
    """One line on standard error; what cannot be written there is lost, for the results matter more."""
    try:
        click.echo(one_line(line), err=True)
    except OSError:
        forget(sys.stderr)


def forget(stream: IO[Any]) -> None:
    """Let what is still buffered go nowhere, so that the interpreter does not fail on it again when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Messages:
    """One line a message; from the second article on a bar, when standard error is a terminal that shows no results."""

    def __init__(self, *, quiet: bool = False, total: int | None = None) -> None:
        self.quiet = quiet
        self.failures = 0
        self.total = total
        self._done = 0
        self._bar: Progress | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()

    def bar_wanted(self, *, shown: bool) -> bool:
        """Whether a bar may appear; `shown` when results go to a terminal, where it would be in their way."""
        return not (shown or self.quiet) and sys.stderr is not None and sys.stderr.isatty()

    def warn(self, line: str) -> None:
        """Say what could be better, unless nobody wants to hear it."""
        if not self.quiet:
            self._say(line)

    def fail(self, line: str) -> None:
        """Name an input that failed, and why."""
        self.failures += 1
        self._say(line)

    def advance(self, *, shown: bool) -> None:
        """Count an article as done, on the bar where one is wanted."""
        self._done += 1
        if not self.bar_wanted(shown=shown):
            return
        if self._bar is None and self._done > 1:
            self._bar = _bar()
            self._bar.start()
            self._bar.add_task("articles", total=self.total)
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=self._done)

    def _say(self, line: str) -> None:
        written = f"wirefacts: {line}"
        if self._bar:
            from rich.text import Text

            self._bar.console.print(Text(one_line(written)), soft_wrap=True)
        else:
            say(written)


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    return Progress(*columns, console=Console(stderr=True), transient=True)
