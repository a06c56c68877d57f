"""Many inputs: stories one after another, and every input that gives none named with its reason."""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from wirefacts.lexicon import Lexicon
from wirefacts.reading import ReadingError, Story, decode, story_of
from wirefacts.reading.files import article_id, refuse_devices, why_not
from wirefacts.running.json_lines import WANTED_INSTEAD, Manner, are_json_lines, refuse_json, stories_in_lines
from wirefacts.running.walking import LINES_SUFFIXES, STANDARD_INPUT, Failure, article_files

_STANDARD_INPUT_NAME = "standard input"
_STANDARD_INPUT_ID = "stdin"


def stories(
    inputs: Sequence[str],
    *,
    encoding: str | None = None,
    published: dt.date | None = None,
    override: bool = False,
    lexicon: Lexicon | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Story | Failure]:
    """The stories in files, folders, globs and JSON Lines, in order, and a failure for each input that cannot be read.

    `-` is standard input, or `stdin` in its stead. What is not named as JSON Lines is plain text, or JSON Lines when its first
    line is a whole object. A file that is named twice is read once. Each text is read when it is asked for. `published` is the
    day of texts that state none, with `override` of all. Nothing is raised for what an input holds.

    >>> [str(failure) for failure in stories(["no-such-file.txt"])]
    ["Failure(input='no-such-file.txt', reason='no such file or folder, check the name')"]
    """
    manner = Manner(encoding, published, override, lexicon or Lexicon())
    for found in article_files(inputs):
        if isinstance(found, Failure):
            yield found
        elif found == STANDARD_INPUT:
            yield from _from_standard_input(stdin or getattr(sys.stdin, "buffer", None), manner)
        else:
            yield from _from_file(found, manner)


def count(inputs: Sequence[str]) -> int | None:
    """How many articles the inputs hold, as far as can be told without reading them; None with standard input or a pipe.

    >>> count(["-"]) is None, count(["no-such-file.txt"])
    (True, 0)
    """
    articles = 0
    for found in article_files(inputs):
        if isinstance(found, Failure):
            continue
        if not Path(found).is_file():
            return None
        if found.lower().endswith(LINES_SUFFIXES):
            with suppress(OSError), Path(found).open("rb") as stream:
                articles += sum(1 for line in stream if not line.isspace())
        else:
            articles += 1
    return articles


def _from_standard_input(stream: BinaryIO | None, manner: Manner) -> Iterator[Story | Failure]:
    if stream is None:
        yield Failure(_STANDARD_INPUT_NAME, "closed, there is nothing to read")
        return
    try:
        yield from _stories_in(stream, manner, name=_STANDARD_INPUT_NAME, stem=_STANDARD_INPUT_ID)
    except (OSError, ReadingError) as error:
        yield Failure(_STANDARD_INPUT_NAME, why_not(error))


def _from_file(path: str, manner: Manner) -> Iterator[Story | Failure]:
    try:
        refuse_devices(path)
        with Path(path).open("rb") as stream:
            yield from _stories_in(stream, manner, name=path, stem=article_id(path), path=path)
    except (OSError, ReadingError) as error:
        yield Failure(path, why_not(error))


def _stories_in(stream: BinaryIO, manner: Manner, *, name: str, stem: str, path: str | None = None) -> Iterator[Story | Failure]:
    """The one story of a plain text, or those of JSON Lines. Raises ReadingError for what is neither."""
    suffix = Path(path or "").suffix.lower()
    begun = _with_first_words(stream)
    lines = chain(begun, stream if begun[-1].endswith(b"\n") else ())  # without a line end the input is at its end, which a terminal tells but once
    if suffix in LINES_SUFFIXES or are_json_lines(begun[-1], manner.encoding):
        yield from stories_in_lines(lines, manner, name=name, stem=stem, path=path)
        return
    text = decode(b"".join(lines), manner.encoding)
    refuse_json(text)
    if suffix == ".json":
        raise ReadingError(WANTED_INSTEAD)
    yield story_of(text, id=stem, published=manner.published, override=manner.override, path=path, lexicon=manner.lexicon)


def _with_first_words(stream: BinaryIO) -> list[bytes]:
    """The lines up to the first that is not blank; the last one is empty when there is none."""
    begun = [stream.readline()]
    while begun[-1].isspace():
        begun.append(stream.readline())
    return begun
