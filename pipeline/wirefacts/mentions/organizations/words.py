"""The words of a passage in columns, with what their letters and lines say of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from wirefacts.mentions.passage import Passage

SMALL = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "de",
        "for",
        "from",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "no",
        "nor",
        "not",
        "of",
        "on",
        "or",
        "over",
        "per",
        "than",
        "that",
        "the",
        "their",
        "this",
        "to",
        "under",
        "up",
        "via",
        "vs",
        "was",
        "with",
    }
)
"""Words that headlines in title case leave small."""

_FIGURE = re.compile(r"[0-9][.,][0-9]")
"""What is an amount, whatever letters lead it: Sh104.3, US$1,200."""

_CAMEL = re.compile(r"[a-z]{1,2}[A-Z][a-z]{2}")
"""Names that open with a small letter: iPaper, eBooks."""

_SITE = r"-(?=\w+\.(?:com|cn|net|org)\b)"
_STROKE = r"[/|]|--+|(?<=-)\(|\)(?=\.?-)"
_PIECES = re.compile(rf"{_STROKE}|{_SITE}|(?:(?!{_STROKE}|{_SITE}).)+")
"""What strokes and double dashes join, the brackets beside these, and a website that a hyphen hangs on a word."""
_JOINED = re.compile(rf"[^/|][/|]|[/|][^/|]|[^-]--|--[^-]|\)\.?-|{_SITE}")
LOUD_SHARE = 0.75
"""Share of capitalised words from which on a line tells nothing by its capitals."""

_ENDS_SENTENCE = frozenset({".", "!", "?", ":", ";", '"', "''", "``", "-", "--", "|", "*", "•", "["})
_LABELLING = frozenset({":", "-", "--", "–", "—"})
_ARTICLE = 2
"""Letters of al-, which is part of names."""
_FEWEST_LOUD = 4
_FEWEST_SHOUTED = 3


@dataclass(frozen=True)
class Words:
    """The tokens that are not blank, in pieces where a slash joins them. Columns hold one entry a word; a range of words is half-open."""

    text: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)
    fresh: list[bool] = field(default_factory=list)
    """Whether the word is the first of its line."""
    loud: list[bool] = field(default_factory=list)
    """Whether the line is in title case or in capitals, so that a capital says nothing."""

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def opening(self) -> list[bool]:
        """Whether the word opens a line, a sentence or a quotation, so that its capital says nothing."""
        return [fresh or (i > 0 and self.text[i - 1] in _ENDS_SENTENCE) for i, fresh in enumerate(self.fresh)]

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the text also writes without a capital."""
        return frozenset(lower for lower, capital in zip(self.lower, self.capital, strict=True) if not capital)

    def at(self, start: int, end: int) -> tuple[int, int]:
        """The range of words that share a character with a range of characters."""
        return bisect_right(self.end, start), bisect_left(self.start, end)

    def glued(self, i: int) -> bool:
        """Whether the word is a hyphen between two words without spaces."""
        return self.lower[i] == "-" and 0 < i < len(self.text) - 1 and self.end[i - 1] == self.start[i] and self.end[i] == self.start[i + 1]

    def prefixed(self, i: int) -> bool:
        """Whether a hyphen hangs a word in small letters on this one: anti-Acme."""
        return i > 1 and self.glued(i - 1) and not self.capital[i - 2] and len(self.text[i - 2]) > _ARTICLE

    def is_label(self, first: int, last: int) -> bool:
        """Whether the words, in capitals, are what a line is about or where it is from: WHEAT: prices rose; LIMA - Prices rose."""
        return self.fresh[first] and self.after(last) in _LABELLING and all(word.isupper() for word in self.text[first:last])

    def is_shouted(self, first: int, last: int) -> bool:
        """Whether the words are common ones in capitals: the text writes each of them small elsewhere."""
        spelled = [i for i in range(first, last) if self.text[i].isalpha()]
        return all(self.text[i].isupper() and self.lower[i] in self.small for i in spelled)

    def key(self, first: int, last: int) -> str:
        """What two mentions of one name have in common: the words in lower case."""
        return " ".join(self.lower[first:last])

    def before(self, first: int, back: int = 1) -> str:
        """The word so far before a position in lower case; empty where the line starts in between."""
        position = first - back
        return "" if position < 0 or any(self.fresh[position + 1 : first + 1]) else self.lower[position]

    def after(self, last: int, ahead: int = 0) -> str:
        """The word so far behind the end of a range in lower case; empty where the line ends in between."""
        position = last + ahead
        return "" if position >= len(self.text) or any(self.fresh[last : position + 1]) else self.lower[position]


_BRANCH = re.compile(r"(?P<body>[^\W\d_]{2,})(?P<number>-(?:\d{1,2}|[IVX]{1,4}))")
"""A ministry's regional office by its number: PSA-7, Department of Tourism-VII."""
_COLUMNS = 3
"""Spaces that set apart what stands on one line: a byline's author and paper."""


def words_of(passage: Passage) -> Words:
    r"""The words of a passage.

    >>> import spacy
    >>> from wirefacts.mentions.passage import passage_of
    >>> words = words_of(passage_of("Acme rose.\nIt fell.", [(0, spacy.blank("en")("Acme rose.\nIt fell."))]))
    >>> words.lower, [i for i, fresh in enumerate(words.fresh) if fresh]
    (['acme', 'rose', '.', 'it', 'fell', '.'], [0, 3])
    """
    words, view = Words(), passage.view
    text, lower, starts, ends, tags, capital, freshly = words.text, words.lower, words.start, words.end, words.tag, words.capital, words.fresh
    line_start, past = 0, 0
    fresh = True
    tokens = passage.tokens
    endings = passage.lexicon.organization_heads.stopped
    whole = {match.start(): match.end() for match in endings.finditer(view)}
    in_charge = passage.lexicon.organization_heads.official.portfolio
    within = 0
    for start, token_end, tag in zip(tokens.starts, tokens.ends, tokens.tags, strict=True):
        if start < within:
            continue
        end = within = max(whole.get(start, 0), token_end)
        surface = view[start:end]
        if surface.isspace() or not surface:
            fresh = fresh or "\n" in surface or "\r" in surface
            continue
        if not fresh and start > past + 1 and ends:
            gap = view[past:start]
            fresh = "\n" in gap or "\r" in gap or len(gap) >= _COLUMNS
        past = end
        if fresh and text:
            _end_line(words, line_start)
            line_start = len(text)
        ending = start in whole
        numbered = _BRANCH.fullmatch(surface)
        if numbered and (numbered["body"].lower() in in_charge or f"({numbered['body']})" in view):
            pieces: Iterable[tuple[str, int]] = ((numbered["body"], 0), (numbered["number"], numbered.start("number")))
        else:
            pieces = ((surface, 0),) if ending or surface.isalnum() else _parts(surface)
        for part, offset in pieces:
            text.append(part)
            lower.append(part.lower())
            starts.append(start + offset)
            ends.append(start + offset + len(part))
            tags.append(tag)
            capital.append(ending or _is_capital(part))
            freshly.append(fresh)
            fresh = False
    _end_line(words, line_start)
    return words


def _parts(surface: str) -> Iterable[tuple[str, int]]:
    """The pieces of a token that strokes join, each with its offset; an address is whole."""
    if "//" in surface or not _JOINED.search(surface):
        return ((surface, 0),)
    return ((piece.group(), piece.start()) for piece in _PIECES.finditer(surface))


def _is_capital(part: str) -> bool:
    if part[0].isupper():
        return part.isalpha() or not _FIGURE.search(part)
    return not part.islower() and part[0].islower() and _CAMEL.match(part) is not None


def _end_line(words: Words, first: int) -> None:
    spelled = [i for i in range(first, len(words.text)) if words.text[i][0].isalpha() and words.lower[i] not in SMALL]
    capitals = sum(words.capital[i] for i in spelled)
    shouted = len(spelled) >= _FEWEST_SHOUTED and all(words.text[i].isupper() for i in spelled)
    loud = shouted or (len(spelled) >= _FEWEST_LOUD and capitals >= LOUD_SHARE * len(spelled))
    if loud and "." in words.text[first:]:
        loud = all(words.text[i].isupper() for i in spelled)
    words.loud.extend([loud] * (len(words.text) - first))
