"""A text as the finders see it: tokens in columns, sentences, statistical entities, layout, publication date, vocabulary."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.view import view_of
from wirefacts.records import Layout, Part, text_sha256

_GAP = re.compile(r"\n[^\S\n]*\n\s*")
"""Blank lines: no sentence goes on behind them."""


class Span(NamedTuple):
    """A half-open range of characters."""

    start: int
    end: int


class Entity(NamedTuple):
    """What the statistical model says of a range of characters: evidence, not a verdict."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens in columns, in text order; offsets are characters of the whole text, heads are indexes into the columns."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    """Penn Treebank part-of-speech tags; empty strings where the pipeline has no tagger."""
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    """Dependency labels; empty strings where the pipeline has no parser."""

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True)
class Passage:
    """Everything a finder may look at. Finders are pure functions from a passage to mentions."""

    text: str
    tokens: Tokens
    sentences: Sequence[Span]
    entities: Sequence[Entity]
    layout: Layout
    published: dt.date | None
    lexicon: Lexicon

    @cached_property
    def view(self) -> str:
        """The text for matching, with the same offsets."""
        return view_of(self.text)

    @cached_property
    def sha256(self) -> str:
        """The digest that the ids of this text's facts are made from."""
        return text_sha256(self.text)

    @cached_property
    def today(self) -> dt.date | None:
        """The day that `Wednesday` and `today` are said on: the dateline's, else the publication day."""
        return self.layout.dateline or self.published

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Span:
        """The sentence around a character; the whole text where there are none."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 else Span(0, len(self.text))

    def part_at(self, offset: int) -> Part:
        """The part of the article that a character stands in."""
        return self.layout.part_at(offset)

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends after the character; `len(tokens)` past the last."""
        return bisect_right(self.tokens.ends, offset)

    def tokens_in(self, start: int, end: int) -> range:
        """Indexes of the tokens that share a character with the range."""
        return range(self.token_at(start), bisect_left(self.tokens.starts, end))

    def entities_in(self, start: int, end: int) -> Sequence[Entity]:
        """The entities that share a character with the range."""
        first = bisect_right(self._entity_ends, start)
        last = bisect_left(self._entity_starts, end)
        return self.entities[first:last]

    @cached_property
    def _entity_starts(self) -> list[int]:
        return [entity.start for entity in self.entities]

    @cached_property
    def _entity_ends(self) -> list[int]:
        return [entity.end for entity in self.entities]


def passage_of(
    text: str,
    docs: Iterable[tuple[int, Doc]],
    *,
    layout: Layout | None = None,
    published: dt.date | None = None,
    lexicon: Lexicon | None = None,
) -> Passage:
    """The passage that analysed pieces of a text make up; each piece comes with the offset of its first character.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> passage = passage_of("Up 5%. Down.", [(0, nlp("Up 5%.")), (7, nlp("Down."))])
    >>> passage.tokens.lowers, passage.sentence_at(8)
    (['up', '5', '%', '.', 'down', '.'], Span(start=7, end=12))
    """
    tokens, sentences, entities = Tokens(), [], []
    for offset, doc in docs:
        first = len(tokens)
        for token in doc:
            start = offset + token.idx
            tokens.starts.append(start)
            tokens.ends.append(start + len(token))
            tokens.lowers.append(token.lower_)
            tokens.tags.append(token.tag_)
            tokens.heads.append(first + token.head.i)
            tokens.deps.append(token.dep_)
        if doc.has_annotation("SENT_START"):
            sentences += [Span(offset + sentence.start_char, offset + sentence.end_char) for sentence in doc.sents]
        elif len(doc):
            sentences.append(Span(offset, offset + len(doc.text)))
        entities += [Entity(offset + entity.start_char, offset + entity.end_char, entity.label_) for entity in doc.ents]
    layout = layout or Layout()
    borders = sorted({*(block.start for block in layout.blocks), *(gap.end() for gap in _GAP.finditer(text))})
    return Passage(text, tokens, list(_divided(text, sentences, borders)), entities, layout, published, lexicon or _built_in())


def _divided(text: str, sentences: Iterable[Span], borders: Sequence[int]) -> Iterator[Span]:
    """The sentences cut at the borders inside them, without blank space around: no sentence runs from a heading into the body."""
    for start, end in sentences:
        inside = borders[bisect_right(borders, start) : bisect_left(borders, end)]
        for left, right in pairwise((start, *inside, end)):
            piece = text[left:right]
            lead = len(piece) - len(piece.lstrip())
            if lead < len(piece):
                yield Span(left + lead, left + len(piece.rstrip()))


@cache
def _built_in() -> Lexicon:
    return Lexicon()
