"""JSON Lines: an article a line, as an object with its `text` and what else is known of it."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from wirefacts.lexicon import Lexicon
from wirefacts.reading import ReadingError, Story, decode, story_of
from wirefacts.reading.days import day_of
from wirefacts.reading.decoding import announced, refuse_documents
from wirefacts.running.walking import LONGEST_BEGINNING, RESULT, Failure

WANTED_INSTEAD = 'JSON, but plain text or JSON Lines is wanted: a {"text": ...} on each line'
"""Why JSON of another form is refused."""

_UTF8_MARK = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"[\r\n]")
_JSON = re.compile(r"\s*[\[{]")
_OBJECT = re.compile(rb"\s*\{\s*\S")
_RESULTS = "saved results, not articles; wirefacts show reads them"
_WANTED = '{"text": ...} is wanted'


@dataclass(frozen=True)
class Manner:
    """How inputs are to be read: their encoding, a publication day for those that have none or for all, the vocabulary."""

    encoding: str | None
    published: dt.date | None
    override: bool
    lexicon: Lexicon


def are_json_lines(first: bytes, encoding: str | None = None) -> bool:
    """Whether a first line is plainly one of JSON Lines: a whole object.

    >>> are_json_lines(b'{"text": "Trade grew."}'), are_json_lines(b'{"text":'), are_json_lines(b"Trade grew.")
    (True, False, False)
    """
    try:
        # a line of wide characters is cut within its line end, so what is no whole character is left out
        text = first.decode(encoding or announced(first) or "utf-8", "ignore").removeprefix("\ufeff")
        return isinstance(json.loads(_LINE_END.split(text.strip(), maxsplit=1)[0]), dict)
    except (LookupError, ValueError, RecursionError):
        return False


def refuse_json(text: str) -> None:
    """Raises ReadingError for a text that is JSON as a whole, or saved results."""
    if RESULT.match(text[:LONGEST_BEGINNING].encode("utf-8", "surrogatepass")):
        raise ReadingError(_RESULTS)
    if not _JSON.match(text):
        return
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return
    raise ReadingError(WANTED_INSTEAD)


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
        raise ReadingError(_RESULTS)
    if not _OBJECT.match(first):
        raise ReadingError(f"no JSON Lines, {_WANTED} on each line")


def _sound(lines: Iterable[bytes], encoding: str | None) -> Iterator[bytes]:
    """The lines in UTF-8, without their ends: line feeds, carriage returns, or both. Raises ReadingError for what is no text."""
    lines = iter(lines)
    first = next(lines, b"")
    refuse_documents(first)
    encoding = encoding or announced(first)
    if encoding is None or encoding == "utf-8":
        for line in chain([first], lines):
            yield from line.splitlines()
    else:
        yield from decode(first + b"".join(lines), encoding).encode("utf-8", "surrogatepass").splitlines()


def _story(line: bytes, manner: Manner, number: str, path: str | None) -> Story:
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ReadingError(f"not UTF-8 (byte {error.start:,} of the line), give its --encoding") from None
    except json.JSONDecodeError as error:
        raise ReadingError(f"no JSON: {error.msg[0].lower()}{error.msg[1:].removesuffix(' at')} at column {error.colno}, {_WANTED}") from None
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
