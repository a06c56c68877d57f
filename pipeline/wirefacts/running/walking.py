"""From what a user names, files, folders and globs, to the files that hold articles."""

import glob
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from wirefacts.reading.files import why_not

STANDARD_INPUT = "-"
LINES_SUFFIXES = (".jsonl", ".ndjson")

RESULT = re.compile(rb"\s*(?:\[\s*)?\{\s*\"schema_version\"")
"""How saved results begin, lines of them or an array."""
LONGEST_BEGINNING = 64

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

    A folder gives its `*.txt`, `*.jsonl` and `*.ndjson` files and those of the folders in it, in sorted order, hidden ones,
    `gold.json` and saved results left out; a glob gives what it matches, without the latter two.
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
            folder = stat.S_ISDIR(Path(named).stat().st_mode)
        except (OSError, ValueError) as error:
            yield Failure(named, why_not(error))
            return
        if folder:
            yield from _or_else(_walk(named), Failure(named, "holds no articles (*.txt, *.jsonl)"))
        else:
            yield named


def _matched(pattern: str) -> Iterator[str | Failure]:
    """What a glob matches; of folders, the articles in them."""
    matches = [match for match in map(Path, glob.iglob(pattern, recursive=True)) if match.name not in _NO_ARTICLES]  # noqa: PTH207 - any path may be asked for
    found = (file for match in sorted(matches) for file in (_walk(str(match)) if match.is_dir() else _unless_results(str(match))))
    yield from _or_else(found, Failure(pattern, "matches no article, check the pattern"))


def _or_else(found: Iterator[str | Failure], failure: Failure) -> Iterator[str | Failure]:
    yield next(found, failure)
    yield from found


def _walk(folder: str) -> Iterator[str | Failure]:
    """The articles in a folder and below, without recursion: folders may lie deep."""
    walked: set[str] = set()
    waiting = [Path(folder)]
    while waiting:
        path = waiting.pop()
        is_article = path.name.lower().endswith(_ARTICLE_SUFFIXES)
        try:
            mode = path.stat().st_mode
            if stat.S_ISDIR(mode):
                real = os.path.realpath(path)
                if real not in walked:
                    walked.add(real)
                    waiting += sorted((inner for inner in path.iterdir() if _is_looked_at(inner.name)), reverse=True)
                elif Path(os.path.realpath(path.parent)).is_relative_to(real):
                    yield Failure(str(path), "a link back to a folder above it, which is read once")
            elif is_article:
                yield from (
                    _unless_results(str(path)) if stat.S_ISREG(mode) else (Failure(str(path), "a device or a pipe, name it by itself to read it"),)
                )
        except OSError as error:
            if is_article or not isinstance(error, FileNotFoundError):
                yield Failure(str(path), why_not(error))


def _unless_results(file: str) -> Iterator[str]:
    """The file, unless it holds results of an earlier run, which may lie among their articles; one that came to nothing left an empty file."""
    beginning = None
    if Path(file).is_file():
        with suppress(OSError), Path(file).open("rb") as stream:
            beginning = stream.read(LONGEST_BEGINNING)
    came_to_nothing = beginning == b"" and file.lower().endswith(LINES_SUFFIXES)
    if not (came_to_nothing or RESULT.match(beginning or b"")):
        yield file


def _is_looked_at(name: str) -> bool:
    return not name.startswith(".") and name not in _NO_ARTICLES
