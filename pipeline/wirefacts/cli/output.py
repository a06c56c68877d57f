"""Where results go: standard output, or a file that is written whole or not at all."""

import io
import os
import secrets
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

import click

from wirefacts.cli.messages import forget

if TYPE_CHECKING:
    from wirefacts.showing.formats import Form

READER_GONE = 141
"""128 + SIGPIPE, as shells have it."""

_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".parquet": "parquet"}
_SUFFIXES |= {".html": "html", ".htm": "html", ".txt": "table"}
_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "there is no such folder, make it first",
    NotADirectoryError: "what it should lie in is no folder",
    IsADirectoryError: "it is a folder, name a file in it",
}


class CannotWrite(click.ClickException):
    """The results have nowhere to go."""

    exit_code = 2

    def __init__(self, place: str, reason: str | OSError) -> None:
        if isinstance(reason, OSError):
            reason = _REASONS.get(type(reason)) or reason.strerror or str(reason)
        super().__init__(f"cannot write to {place}: {reason}")


def seen_by_a_person(path: Path | None) -> bool:
    """Whether results written to the path, or to standard output for None, go to a terminal."""
    return path is None and sys.stdout is not None and sys.stdout.isatty()


def form_of(named: str | None, path: Path | None, *, for_people: bool = False) -> str:
    """The form of the results: the named one, else by the file's suffix, else tables for people and JSON Lines for programs."""
    suffix = _SUFFIXES.get(path.suffix.lower()) if path else None
    return named or suffix or ("table" if for_people or seen_by_a_person(path) else "jsonl")


def refuse_to_overwrite(path: Path | None, inputs: Iterable[object]) -> None:
    """Raise CannotWrite when the results would replace one of their own inputs. What is no file among the inputs is passed over."""
    if path is not None and path.is_file():
        for given in inputs:
            with suppress(OSError, ValueError):
                if isinstance(given, (str, Path)) and path.samefile(given):
                    raise CannotWrite(str(path), "it is an input; give another name")


def writer_to(form: str, out: TextIO, *, reviewed: bool = False) -> "Form":
    """What writes results in the form of that name."""
    from wirefacts.showing.formats import writer_of

    return writer_of(form, out, reviewed=reviewed)


@contextmanager
def results_to(path: Path | None) -> Iterator[TextIO]:
    """A text file for the results: standard output for None, else one that takes the path's place when the context ends well.

    Devices and pipes are written as they are. A reader that has gone ends the command quietly. Raises CannotWrite.
    """
    if path is None:
        context = _standard_output()
    elif path.exists() and not path.is_file():
        context = _device(path)
    else:
        context = _replacement(Path(os.path.realpath(path)), str(path))
    with context as out:
        yield out


@contextmanager
def _troubles(place: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise click.exceptions.Exit(READER_GONE) from None
    except OSError as error:
        raise CannotWrite(place, error) from None


class _Guarded(io.TextIOWrapper):
    """A text file that is flushed with each writing, and whose troubles end the command in one line."""

    def __init__(self, binary: BinaryIO, place: str, encoding: str = "utf-8") -> None:
        super().__init__(binary, encoding=encoding, errors="backslashreplace", newline="")
        self.place = place

    def write_bytes(self, raw: bytes) -> None:
        """Write what is no text."""
        with _troubles(self.place):
            self.flush()
            self.buffer.write(raw)
            self.buffer.flush()

    def write(self, text: str) -> int:
        with _troubles(self.place):
            written = super().write(text)
            self.flush()
        return written


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    if sys.stdout is None:
        raise CannotWrite("standard output", "it is closed")
    out = _Guarded(sys.stdout.buffer, "standard output", sys.stdout.encoding if sys.stdout.isatty() else "utf-8")
    try:
        yield out
    except (click.exceptions.Exit, CannotWrite):
        forget(sys.stdout)
        raise
    finally:
        out.detach()


@contextmanager
def _device(path: Path) -> Iterator[TextIO]:
    with _troubles(str(path)):
        binary = path.open("wb")
    out = _Guarded(binary, str(path))
    try:
        yield out
    finally:
        with suppress(OSError):
            out.close()


@contextmanager
def _replacement(target: Path, place: str) -> Iterator[TextIO]:
    if target.exists() and not os.access(target, os.W_OK):
        raise CannotWrite(place, "it may not be written to")
    from wirefacts.ledger import is_database

    if is_database(target):
        raise CannotWrite(place, "it is a ledger or another database; give another name")
    beside = target.with_name(f".wirefacts-{secrets.token_hex(6)}")
    with _troubles(place):
        out = _Guarded(beside.open("xb"), place)
    try:
        yield out
        with _troubles(place):
            out.close()
            if target.exists():
                beside.chmod(target.stat().st_mode & 0o777)
            beside.replace(target)
    finally:
        with suppress(OSError):
            out.close()
        beside.unlink(missing_ok=True)
