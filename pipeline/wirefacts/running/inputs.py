"""Many inputs: stories one after another, and every input that gives none named with its reason."""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from wirefacts.lexicon import Lexicon
from wirefacts.reading import ReadingError, Story, decode, read_file, story_of
from wirefacts.reading.files import article_id, refuse_devices, why_not
from wirefacts.running.json_lines import Manner, are_json_lines, stories_in_lines
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

    `-` is standard input, or `stdin` in its stead: plain text, or JSON Lines when its first line is a whole object. A file
    that is named twice is read once. Each text is read when it is asked for. `published` is the day of texts that state
    none, with `override` of all. Nothing is raised for what an input holds.

    >>> [str(failure) for failure in stories(["no-such-file.txt"])]
    ["Failure(input='no-such-file.txt', reason='no such file or folder, check the name')"]
    """
    manner = Manner(encoding, published, override, lexicon or Lexicon())
    for found in article_files(inputs):
        if isinstance(found, Failure):
            yield found
        elif found == STANDARD_INPUT:
            yield from _from_standard_input(stdin or getattr(sys.stdin, "buffer", None), manner)
        elif found.lower().endswith((*LINES_SUFFIXES, ".json")):
            yield from _from_lines_file(found, manner)
        else:
            try:
                yield read_file(found, encoding=encoding, published=published, override=override, lexicon=manner.lexicon)
            except ReadingError as error:
                yield Failure(found, str(error))


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
        begun = _with_first_words(stream)
        if are_json_lines(begun[-1]):
            yield from stories_in_lines(chain(begun, stream), manner, name=_STANDARD_INPUT_NAME, stem=_STANDARD_INPUT_ID, path=None)
        else:
            text = decode(b"".join(begun) + stream.read(), manner.encoding)
            yield story_of(text, id=_STANDARD_INPUT_ID, published=manner.published, override=manner.override, lexicon=manner.lexicon)
    except (OSError, ReadingError) as error:
        yield Failure(_STANDARD_INPUT_NAME, why_not(error))


def _with_first_words(stream: BinaryIO) -> list[bytes]:
    """The lines up to the first that is not blank; the last one is empty when there is none."""
    begun = [stream.readline()]
    while begun[-1].isspace():
        begun.append(stream.readline())
    return begun


def _from_lines_file(path: str, manner: Manner) -> Iterator[Story | Failure]:
    try:
        refuse_devices(path)
        with Path(path).open("rb") as stream:
            begun = _with_first_words(stream)
            if path.lower().endswith(LINES_SUFFIXES) or are_json_lines(begun[-1]) or not begun[-1]:
                yield from stories_in_lines(chain(begun, stream), manner, name=path, stem=article_id(path), path=path)
            else:
                yield Failure(path, 'JSON, but plain text or JSON Lines is wanted: a {"text": ...} on each line')
    except (OSError, ReadingError) as error:
        yield Failure(path, why_not(error))
