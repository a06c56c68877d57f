"""From what a user names, files, folders and globs, to the files that hold articles."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wirefacts.reading.files import why_not

STANDARD_INPUT = "-"
LINES_SUFFIXES = (".jsonl", ".ndjson")

_ARTICLE_SUFFIXES = (".txt", *LINES_SUFFIXES)
_NO_ARTICLES = frozenset({"gold.json"})


class Failure(NamedTuple):
    """An input that could not be read."""

    input: str
    """What was named or found; in a JSON Lines file, `file:line`."""
    reason: str
    """What is wrong and what to do, in one line."""


def article_files(inputs: Iterable[str]) -> Iterator[str | Failure]:
    """The files that the inputs name, each once, and why an input names none; `-` stands for itself.

    A folder gives its `*.txt`, `*.jsonl` and `*.ndjson` files and those of the folders in it, in sorted order, hidden ones
    and `gold.json` left out; a glob gives what it matches.
    """
    done: set[str] = set()
    for named in inputs:
        for found in _named(named):
            if isinstance(found, str):
                key = found if found == STANDARD_INPUT else os.path.realpath(found)
                if key in done:
                    continue
                done.add(key)
            yield found


def _named(named: str) -> Iterator[str | Failure]:
    if named == STANDARD_INPUT:
        yield named
    elif not named:
        yield Failure("an empty name", "give a file, a folder, or - for standard input")
    elif glob.has_magic(named) and not os.path.lexists(named):
        yield from _matched(named)
    else:
        try:
            folder = stat.S_ISDIR(os.stat(named).st_mode)
        except (OSError, ValueError) as error:
            yield Failure(named, why_not(error))
            return
        if folder:
            yield from _or_else(_walk(named), Failure(named, "holds no articles (*.txt, *.jsonl)"))
        else:
            yield named


def _matched(pattern: str) -> Iterator[str | Failure]:
    """What a glob matches; of folders, the articles in them."""
    matches = sorted(match for match in glob.iglob(pattern, recursive=True) if os.path.basename(match) not in _NO_ARTICLES)
    found = (file for match in matches for file in (_walk(match) if os.path.isdir(match) else (match,)))
    yield from _or_else(found, Failure(pattern, "matches no article, check the pattern"))


def _or_else(found: Iterator[str | Failure], failure: Failure) -> Iterator[str | Failure]:
    first = next(found, failure)
    yield first
    yield from found


def _walk(folder: str) -> Iterator[str | Failure]:
    """The articles in a folder and below, without recursion: folders may lie deep."""
    walked: set[str] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            mode = os.stat(path).st_mode
            if stat.S_ISDIR(mode):
                real = os.path.realpath(path)
                if real not in walked:
                    walked.add(real)
                    names = sorted(name for name in os.listdir(path) if not name.startswith(".") and name not in _NO_ARTICLES)
                    waiting += (os.path.join(path, name) for name in reversed(names))
                elif f"{os.path.realpath(os.path.dirname(path))}{os.sep}".startswith(f"{real}{os.sep}"):
                    yield Failure(path, "a link back to a folder above it, which is read once")
            elif path.lower().endswith(_ARTICLE_SUFFIXES):
                yield path if stat.S_ISREG(mode) else Failure(path, "a device or a pipe, name it by itself to read it")
        except OSError as error:
            if path.lower().endswith(_ARTICLE_SUFFIXES) or not isinstance(error, FileNotFoundError):
                yield Failure(path, why_not(error))
