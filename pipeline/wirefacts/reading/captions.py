"""Captions: the lines under pictures, told by how they begin or by the credit with which they end."""

import re
from collections.abc import Iterator
from typing import Literal

from wirefacts.lexicon import Lexicon
from wirefacts.reading.naming import are_names, outlet_of

LONGEST_CAPTION = 700
"""Characters that a caption can have."""

_LONGEST_OPENED_CAPTION = 400
_LONGEST_CREDIT = 100
_MOST_NAME_WORDS = 6
_BRACKETED = re.compile(r"(?P<bracket>[\[(【])(?P<inside>[^\[\]()【】]{2,100})[\])】]\.?\s*\Z")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]{0,2}\s+|\s{3,}")
_NAME_IN_CAPITALS = re.compile(r"(?<!\S)(?:[A-Z][A-Z'.-]+\s){1,4}/?\s?\Z")
_RELATION = re.compile(r"(?:for|provided\s+to|via|from|/|photo|by)\s+", re.IGNORECASE)


def caption_of(view: str, lexicon: Lexicon) -> Literal["caption", "credit"] | None:
    """What a view of a line is to a picture: its caption, the credit alone, or nothing.

    >>> caption_of("Trucks wait at the port. LI MING/XINHUA", Lexicon()), caption_of("[Photo/VCG]", Lexicon())
    ('caption', 'credit')
    >>> caption_of("Trucks waited at the port (see map).", Lexicon()) is None
    True
    """
    if len(view) > LONGEST_CAPTION:
        return None
    start = _credit_start(view, lexicon)
    if start is not None:
        return "credit" if start == 0 else "caption"
    if len(view) <= _LONGEST_OPENED_CAPTION and lexicon.frames.caption_opening.match(view):
        return "caption"
    return None


def _credit_start(view: str, lexicon: Lexicon) -> int | None:
    bracketed = _BRACKETED.search(view, max(len(view) - _LONGEST_CREDIT - 5, 0))
    if bracketed:
        square = bracketed["bracket"] != "("
        return bracketed.start() if _is_credit(bracketed["inside"], lexicon, alone=square) else None
    for start in _candidates(view):
        words = view[start:].rstrip(".")
        if _is_credit(words, lexicon, alone=words.isupper() and start > 0):
            return start
    slash = view.rfind("/", max(len(view) - _LONGEST_CREDIT, 0))
    if slash > 0 and _outlet(view[slash + 1 :], lexicon):
        name = _NAME_IN_CAPITALS.search(view[:slash].rstrip() + " ")
        return name.start() if name else None
    return None


def _candidates(view: str) -> Iterator[int]:
    """Where the last sentence of a line can begin, the whole line included."""
    first = max(len(view) - _LONGEST_CREDIT, 0)
    ends = [end.end() for end in _SENTENCE_END.finditer(view, first)]
    yield from reversed(ends[-3:])
    if first == 0:
        yield 0


def _is_credit(words: str, lexicon: Lexicon, *, alone: bool) -> bool:
    """Whether words credit a picture; an outlet's bare name does so only where it can stand alone."""
    words = words.strip()
    if lexicon.frames.credit_opening.match(words) and len(words.split()) <= 2 * _MOST_NAME_WORDS:
        return True
    parts = [part.strip() for part in words.split("/")]
    outlets = [_outlet(part, lexicon) for part in parts]
    if len(parts) > 1:
        return any(outlets) and all(outlet or _is_name(part, lexicon) for part, outlet in zip(parts, outlets, strict=True))
    return outlets[0] is not None and (alone or outlet_of(words, lexicon) is None)


def _outlet(words: str, lexicon: Lexicon) -> str | None:
    """The outlet in a credit, without the words that tie it to the picture."""
    named = words.strip().rstrip("])")
    relation = _RELATION.match(named)
    while relation:
        named = named[relation.end() :]
        relation = _RELATION.match(named)
    if named.lower().endswith((" photo", " photos")):
        named = named.rpartition(" ")[0]
    return outlet_of(named, lexicon)


def _is_name(words: str, lexicon: Lexicon) -> bool:
    return 0 < len(words.split()) <= _MOST_NAME_WORDS and are_names(words, lexicon)
