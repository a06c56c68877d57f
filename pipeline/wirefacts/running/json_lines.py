"""JSON Lines: an article a line, as an object with its `text` and what else is known of it."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wirefacts.lexicon import Lexicon
from wirefacts.reading import ReadingError, Story, decode, story_of
from wirefacts.reading.days import day_of
from wirefacts.reading.decoding import announced, refuse_documents
from wirefacts.running.walking import RESULT, Failure

_UTF8_MARK = b"\xef\xbb\xbf"
_OBJECT = re.compile(rb"\s*\{\s*\S")
_WANTED = '{"text": ...} is wanted'


@dataclass(frozen=True)
class Manner:
    """How inputs are to be read: their encoding, a publication day for those that have none or for all, the vocabulary."""

    encoding: str | None
    published: dt.date | None
    override: bool
    lexicon: Lexicon


def are_json_lines(first: bytes) -> bool:
    """Whether a first line is plainly one of JSON Lines: a whole object.

    >>> are_json_lines(b'{"text": "Trade grew."}'), are_json_lines(b'{"text":'), are_json_lines(b"Trade grew.")
    (True, False, False)
    """
    try:
        return isinstance(json.loads(first.removeprefix(_UTF8_MARK)), dict)
    except (ValueError, RecursionError):
        return False


def stories_in_lines(lines: Iterable[bytes], manner: Manner, *, name: str, stem: str, path: str | None) -> Iterator[Story | Failure]:
    """The stories in JSON Lines, one at a time; a line that holds none is a failure at `name:line`, the others are still read.

    Lines of which the first is no object's, or one of saved results, are one failure.
    A line's own `published` goes before what its text states. A line without `id` has the stem and its number.
    """
    found = False
    try:
        for number, sound in enumerate(_sound(lines, manner.encoding), start=1):
            line = sound.removeprefix(_UTF8_MARK)  # of each line, for files are joined with their marks
            if line.strip():
                if not found:
                    _refuse_other_lines(line)
                found = True
                try:
                    yield _story(line, manner, f"{stem}-{number}", path)
                except ReadingError as error:
                    yield Failure(f"{name}:{number}", str(error))
    except ReadingError as error:
        yield Failure(name, str(error))
    else:
        if not found:
            yield Failure(name, "empty, there is nothing to read")


def _refuse_other_lines(first: bytes) -> None:
    """Raises ReadingError for a first line that shows what follows to hold no articles."""
    if RESULT.match(first):
        raise ReadingError("saved results, not articles; wirefacts show reads them")
    if not _OBJECT.match(first):
        raise ReadingError(f"no JSON Lines, {_WANTED} on each line")


def _sound(lines: Iterable[bytes], encoding: str | None) -> Iterator[bytes]:
    """The lines in UTF-8. Raises ReadingError for what is no text."""
    lines = iter(lines)
    first = next(lines, b"")
    refuse_documents(first)
    encoding = encoding or announced(first)
    if encoding is None or encoding == "utf-8":
        yield first
        yield from lines
    else:
        whole = decode(first + b"".join(lines), encoding)
        yield from (line.encode("utf-8", "surrogatepass") for line in whole.split("\n"))


def _story(line: bytes, manner: Manner, number: str, path: str | None) -> Story:
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ReadingError(f"not UTF-8 (byte {error.start:,} of the line), give its --encoding") from None
    except json.JSONDecodeError as error:
        raise ReadingError(f"no JSON: {error.msg[0].lower()}{error.msg[1:]} at column {error.colno}, {_WANTED}") from None
    except (ValueError, RecursionError):
        raise ReadingError(f"no JSON that can be read: a number too long, or nested too deep, {_WANTED}") from None
    if not isinstance(fields, dict):
        raise ReadingError(f"no JSON object, {_WANTED}")
    known = {key: _words(fields, key) for key in ("text", "id", "title", "published", "url", "source")}
    text = known.pop("text")
    if not text:
        raise ReadingError(f'no "text" in it, {_WANTED}')
    written = known.pop("published")
    own = day_of(written, manner.lexicon) if written else None
    if written and own is None:
        raise ReadingError(f'"published" is no day: {written[:40]!r}, YYYY-MM-DD is wanted')
    every = manner.published if manner.override else None
    published = every or own or manner.published
    return story_of(
        text,
        id=known["id"] or number,
        published=published,
        override=(every or own) is not None,
        path=path,
        url=known["url"],
        title=known["title"],
        source=known["source"],
        lexicon=manner.lexicon,
    )


def _words(fields: dict[str, object], key: str) -> str | None:
    """The string under a key, None for nothing or blank space. Raises ReadingError for anything else; an `id` may be a whole number."""
    given = fields.get(key)
    if key == "id" and isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    if given is not None and not isinstance(given, str):
        raise ReadingError(f'"{key}" is no text, words in quotes are wanted')
    return given if given and given.strip() else None
