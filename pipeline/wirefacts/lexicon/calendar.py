"""The words of the temporal grammar and what each can stand for."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from wirefacts.records import Record

Reference = Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]
Edge = Literal["start", "mid", "end"]
Unit = Literal["second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "half", "season", "year", "decade", "century"]
LengthModifier = Literal["approximate", "more_than", "less_than", "at_least", "at_most"]


class Calendar(Record):
    """Temporal words and phrases in lower case, by what they stand for."""

    capitalised: frozenset[str] = Field(description="words that are the calendar's only with a capital")
    numbered: frozenset[str] = Field(description="abbreviations that need a number beside them or a full stop")
    months: dict[str, int]
    weekdays: dict[str, int] = Field(description="Monday is 1")
    seasons: dict[str, int] = Field(description="spring is 1")
    units: dict[str, Unit]
    spells: dict[str, str] = Field(description="TIMEX3 value of a vague length")
    long_units: dict[str, Unit] = Field(description="adjectives of a length")
    decades: dict[str, int] = Field(description="first year of the decade in its century")
    day_parts: dict[str, str] = Field(description="TIMEX3 letters")
    clock_words: dict[str, str] = Field(description="the hour")
    near_days: dict[str, int] = Field(description="days from today")
    near_nights: dict[str, int] = Field(description="nights from today's")
    time_zones: dict[str, str] = Field(description="offset from UTC, empty where the word alone does not tell it")
    references: dict[Reference, tuple[str, ...]]
    vague_adjectives: dict[str, Reference]
    recurrences: dict[str, str] = Field(description="TIMEX3 length between two times")
    bounds: dict[LengthModifier, tuple[str, ...]]
    shifts: dict[str, int] = Field(description="units from now")
    neighbours: dict[str, int] = Field(description="units from what was last spoken of")
    running: dict[str, int] = Field(description="-1 up to now, 1 from now on")
    holidays: dict[str, tuple[int, int] | tuple[int, int, int]] = Field(
        description="month and day; the weekday that it is the first of from that day on"
    )
    easter_days: dict[str, int] = Field(description="days from Easter Sunday")
    edges: dict[str, Edge]
    dated: frozenset[str] = Field(description="plural nouns that a year before them dates rather than counts")
    lasting: frozenset[str] = Field(description="verbs of what lasts longer than a day")
    habitual: frozenset[str] = Field(description="adverbs of what happens every year")
    amounts: frozenset[str] = Field(description="vague numbers")
    words: dict[str, tuple[str, ...]] = Field(description="symbol to the words that only the grammar needs")

    @cached_property
    def senses(self) -> Mapping[str, Mapping[str, object]]:
        """Each word or phrase with all it can stand for: symbol to value."""
        tables: tuple[tuple[str, Mapping[str, object]], ...] = (
            ("MONTH", self.months),
            ("WEEKDAY", self.weekdays),
            ("SEASON", self.seasons),
            ("UNIT", self.units),
            ("LONG_UNIT", self.long_units),
            ("SPELL", self.spells),
            ("DECADE_WORD", self.decades),
            ("DAY_PART", self.day_parts),
            ("CLOCK", self.clock_words),
            ("NEAR_DAY", self.near_days),
            ("NEAR_NIGHT", self.near_nights),
            ("ZONE", self.time_zones),
            ("REFERENCE", {word: reference for reference, words in self.references.items() for word in words}),
            ("VAGUE", self.vague_adjectives),
            ("RECURRENCE", self.recurrences),
            ("BOUND", {word: modifier for modifier, words in self.bounds.items() for word in words}),
            ("SHIFT", self.shifts),
            ("NEIGHBOUR", self.neighbours),
            ("RUNNING", self.running),
            ("HOLIDAY", self.holidays),
            ("EASTER_DAY", self.easter_days),
            ("EDGE", self.edges),
            ("AMOUNT", dict.fromkeys(self.amounts)),
            *((symbol, dict.fromkeys(words)) for symbol, words in self.words.items()),
        )
        senses: dict[str, dict[str, object]] = {}
        for symbol, values in tables:
            for word, value in values.items():
                senses.setdefault(word, {})[symbol] = value
        return MappingProxyType(senses)
