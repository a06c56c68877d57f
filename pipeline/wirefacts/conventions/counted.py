"""Counted nouns in the words of NewsQuant: a dictionary's forms, the noun in the singular, superlatives and possessives plain."""

from collections.abc import Collection, Iterator
from functools import cache

import inflect

from wirefacts.mentions.numbers import NumberMention
from wirefacts.mentions.passage import Passage

_JOINING = frozenset({"and", "&"})
_DEGREES = frozenset({"RBS", "POS"})
"""Tags of `most` before an adjective and of the possessive `'s`."""
_AMONG = frozenset({"in", "of"})
_NAMING = ("NN", "JJ")
_SUPERLATIVE = "JJS"
_KEEPING = frozenset("lsz")
"""Letters that adjectives double of themselves: `small`, `full`."""


def counted_noun(passage: Passage, number: NumberMention, silent: Collection[str]) -> str | None:
    """What the number counts, as a unit; `silent` are adjectives that lose an `e` before `-est`. None where nothing is counted."""
    if not number.counted:
        return None
    words = " ".join(_words(passage, *number.counted_span, silent)) if number.counted_span else ""
    first, space, head = (words or number.counted).rpartition(" ")
    field = _field(passage, number.counted_span[1]) if number.sense == "pronoun" and number.counted_span else ()
    return " ".join((f"{first}{space}{_singular(head)}", *field))


def _field(passage: Passage, end: int) -> Iterator[str]:
    """The words that say among what one is singled out: `one of the oldest harbors in the world`."""
    tokens = passage.tokens
    index = passage.token_at(end)
    if index < len(tokens) and tokens.lowers[index] in _AMONG:
        index += 1 + (tokens.tags[index + 1 : index + 2] == ["DT"])
        while index < len(tokens) and tokens.tags[index].startswith(_NAMING):
            yield passage.text[tokens.starts[index] : tokens.ends[index]]
            index += 1


def _words(passage: Passage, start: int, end: int, silent: Collection[str]) -> Iterator[str]:
    """The words that blanks divide, each of one or more tokens."""
    tokens, word = passage.tokens, ""
    for index in passage.tokens_in(start, end):
        told = passage.text[max(tokens.starts[index], start) : min(tokens.ends[index], end)]
        if tokens.tags[index] not in _DEGREES and tokens.lowers[index] not in _JOINING:
            word += positive(told, silent) if tokens.tags[index] == _SUPERLATIVE else told
        if word and (tokens.ends[index] >= end or passage.view[tokens.ends[index]].isspace()):
            yield word
            word = ""


def positive(superlative: str, silent: Collection[str]) -> str:
    """The plain form of a superlative; another word as it is.

    >>> [positive(word, {"large"}) for word in ("largest", "oldest", "hottest", "smallest", "busiest", "best")]
    ['large', 'old', 'hot', 'small', 'busy', 'best']
    """
    stem = superlative.removesuffix("est")
    if stem == superlative or len(stem) < len("old") - 1:
        return superlative
    if stem + "e" in silent:
        return stem + "e"
    if stem.endswith("i"):
        return stem[:-1] + "y"
    return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in _KEEPING else stem


def _singular(head: str) -> str:
    one = _english().singular_noun(head)
    return one if isinstance(one, str) and head.lower() != "people" else head


@cache
def _english() -> inflect.engine:
    return inflect.engine()
