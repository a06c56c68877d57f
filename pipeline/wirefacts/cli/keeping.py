"""Results on their way into a ledger: what is there is not extracted again, and what became of decisions is told."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wirefacts.cli.messages import Messages

if TYPE_CHECKING:
    from wirefacts.ledger import Ledger
    from wirefacts.reading import Story
    from wirefacts.records import ExtractorInfo, Result
    from wirefacts.running import Failure


@contextmanager
def opened(path: Path, *, write: bool = False, create: bool = False) -> "Iterator[Ledger]":
    """An open ledger, in which whatever cannot be done ends the command in one line. Raises click.ClickException."""
    from wirefacts.ledger import Ledger, LedgerError

    try:
        with Ledger(path, write=write, create=create) as ledger:
            yield ledger
    except LedgerError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def made(path: Path) -> "Iterator[Ledger]":
    """A ledger to write to, made where there is none; one that was made here, and in which nothing was kept, is gone in the end."""
    new = not os.path.lexists(path)
    try:
        with opened(path, write=True, create=True) as ledger:
            yield ledger
    finally:
        if new:
            from wirefacts.ledger.opening import remove_empty

            remove_empty(path)


class Keeping:
    """A ledger that results are kept in, and how many were."""

    def __init__(self, ledger: "Ledger") -> None:
        self.ledger = ledger
        self.new = self.known = self.facts = self.held = self.changed = self.lost = 0

    def unread(self, read: "Iterable[Story | Failure]", extractor: "ExtractorInfo", passed: Callable[[], None]) -> "Iterator[Story | Failure]":
        """Those that the extractor has still to read; `passed` is called for each of the others."""
        from wirefacts.running import Failure

        for outcome in read:
            if not isinstance(outcome, Failure) and self.ledger.has(outcome.article, extractor):
                self.known += 1
                passed()
            else:
                yield outcome

    def keep(self, result: "Result", text: str) -> None:
        """Keep a result; it is on the disk when the call returns."""
        kept = self.ledger.keep(result, text)
        if not kept.new:
            self.known += 1
            return
        self.new += 1
        self.facts += len(result.facts)
        self.held += kept.held
        self.changed += kept.changed
        self.lost += kept.lost

    def told(self, path: Path) -> Iterator[str]:
        """What was kept, in a line, and what became of decisions, in another."""
        known = f", {self.known} there already" if self.known else ""
        yield f"{path}: {self.new} article{'s' * (self.new != 1)} kept, with {self.facts} fact{'s' * (self.facts != 1)}{known}"
        if self.held or self.changed or self.lost:
            yield f"{path}: of the decisions on them {self.held} hold, {self.changed} read otherwise now, {self.lost} are on facts not found now"
        if self.changed or self.lost:
            yield f"{path}: wirefacts ledger changes {path} lists the latter"


@contextmanager
def kept_in(path: Path, messages: Messages) -> Iterator[Keeping]:
    """A ledger to keep results in, made where there is none; in the end it is told what was kept."""
    with opened(path, write=True, create=True) as ledger:
        keeping = Keeping(ledger)
        yield keeping
        for line in keeping.told(path):
            messages.warn(line)
