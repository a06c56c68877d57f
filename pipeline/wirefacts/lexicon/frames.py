"""The words with which the frame of an article speaks: labels of bylines and dates, marks of captions and credits."""

import re
from collections.abc import Iterable
from functools import cached_property

from wirefacts.records import Record


class Frames(Record):
    """Frame words; the patterns made of them match a `view` and are compiled when they are first used."""

    published: tuple[str, ...]
    updated: tuple[str, ...]
    source: tuple[str, ...]
    people: tuple[str, ...]
    credits: tuple[str, ...]
    small_words: frozenset[str]
    closings: tuple[str, ...]
    places: tuple[str, ...]
    pictures: tuple[str, ...]
    picture_words: tuple[str, ...]
    picture_verbs: tuple[str, ...]
    picture_credits: tuple[str, ...]
    picture_givers: tuple[str, ...]

    @cached_property
    def label(self) -> re.Pattern[str]:
        """A label, its colon in `colon` if it has one; the group that matched says which sort it is."""
        sorts = "|".join(f"(?P<{sort}>{any_of(getattr(self, sort))})" for sort in ("published", "updated", "source", "people"))
        return re.compile(rf"(?<![\w.'-])(?:{sorts})(?![\w'-])(?:\s+(?:on|at)(?!\w))?(?:\s*(?P<colon>:))?", re.IGNORECASE)

    @cached_property
    def opening_credit(self) -> re.Pattern[str]:
        """What a byline without a colon begins with."""
        return re.compile(rf"[(\[]?\s*(?:{any_of(self.credits)})(?!\w)\s*:?", re.IGNORECASE)

    @cached_property
    def closing(self) -> re.Pattern[str]:
        """A whole line that closes an item."""
        return re.compile(rf"[(\[]?\s*(?:{any_of(self.closings)})\s*[)\].]?", re.IGNORECASE)

    @cached_property
    def before_place(self) -> re.Pattern[str]:
        """What may stand before the place of a dateline."""
        return re.compile(rf"(?:{any_of(self.places)})\s+", re.IGNORECASE)

    @cached_property
    def caption_opening(self) -> re.Pattern[str]:
        """What the line under a picture begins with."""
        pictures = any_of(self.pictures)
        return re.compile(
            rf"[(\[]?(?:(?:{any_of(self.picture_words)})\s+)*(?:(?:{pictures})\s*,?\s*(?:{any_of(self.picture_verbs)})\b|file\s+(?:{pictures})\b|(?:{pictures})\s*:)",
            re.IGNORECASE,
        )

    @cached_property
    def credit_opening(self) -> re.Pattern[str]:
        """What the credit of a picture begins with."""
        return re.compile(
            rf"(?:{any_of(self.picture_credits)})(?!\w)\s*(?:by\b|via\b|provided\b|courtesy\b|:|/|$)|(?:{any_of(self.picture_givers)})\s",
            re.IGNORECASE,
        )


def any_of(words: Iterable[str]) -> str:
    """The alternation of the words, the longest first, any white space for a space."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
