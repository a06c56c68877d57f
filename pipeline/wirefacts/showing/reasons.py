"""Why a field is null: for each, the first reason that holds of the fact and its article."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from wirefacts.records import Article, Fact

Holds = Callable[[Any, Article], bool]


class Reason(NamedTuple):
    """The words that explain a null, and when they do."""

    words: str
    holds: Holds = lambda _fact, _article: True


_UNSETTLED = Reason("the words do not settle it")
_NO_DENOMINATOR = Reason("no denominator follows")


def _modifier(*names: str) -> Holds:
    return lambda fact, _: fact.modifier in names


def _type(name: str) -> Holds:
    return lambda fact, _: fact.type == name


def _vague_reference(fact: Any, _: Article) -> bool:
    return fact.timex is not None and fact.timex.endswith("_REF")


def _no_day_to_count_from(fact: Any, article: Article) -> bool:
    return article.published is None and fact.start_date is None and fact.end_date is None


_DAYS = (
    Reason("a length of time has no days", _type("duration")),
    Reason("a recurring time has no days", _type("set")),
    Reason("a vague reference names no days", _vague_reference),
)
_NO_DAYS = (
    Reason("when a season begins depends on the place", lambda fact, _: fact.granularity == "season" and fact.timex is not None),
    Reason("no publication date to resolve it against (give --published)", _no_day_to_count_from),
    _UNSETTLED,
)
_BOUNDS = (
    Reason("an exact number has no bounds", _modifier("exact")),
    Reason("an approximation names no bounds", _modifier("approximate")),
)

REASONS: dict[str, tuple[Reason, ...]] = {
    # field: its reasons, the first that holds is told
    "value": (
        Reason("a range has two ends and no one value", _modifier("range")),
        Reason("the words count vaguely", _modifier("vague")),
    ),
    "low": (*_BOUNDS, Reason("the words bound it from above alone")),
    "high": (*_BOUNDS, Reason("the words bound it from below alone")),
    "currency": (Reason("the words name no currency"),),
    "per": (_NO_DENOMINATOR,),
    "equivalent_of": (Reason("it restates no other amount"),),
    "direction": (Reason("only a change has a direction", lambda fact, _: fact.role != "change"), Reason("the words do not say where it goes")),
    "basis": (Reason("the words name nothing it is compared with"),),
    "basis_text": (Reason("the words name nothing it is compared with"),),
    "unit": (Reason("a count has no unit of measure"),),
    "counted": (Reason("nothing counted or measured is named beside it"),),
    "of_total": (Reason("no total is named with it"),),
    "base": (
        Reason("a count has no unit of measure", lambda fact, _: fact.unit is None),
        Reason("no one factor converts its unit"),
    ),
    "start_date": (
        *_DAYS,
        Reason("the period is open at its start", lambda fact, _: fact.open == "start"),
        Reason("the words name an end and no start", lambda fact, _: fact.end_date is not None),
        *_NO_DAYS,
    ),
    "end_date": (
        *_DAYS,
        Reason("the period is open at its end", lambda fact, _: fact.open == "end"),
        Reason("the words name a start and no end", lambda fact, _: fact.start_date is not None),
        *_NO_DAYS,
    ),
    "timex": _NO_DAYS,
    "edtf": (*_DAYS, Reason("EDTF has no form for one end alone", lambda fact, _: (fact.start_date is None) != (fact.end_date is None)), *_NO_DAYS),
    "granularity": (Reason("a vague reference has no unit of time", _vague_reference), _UNSETTLED),
    "open": (
        Reason("only a period can be open", lambda fact, _: fact.type != "period"),
        Reason("both ends are settled"),
    ),
    "modifier": (Reason("no word bends it"),),
    "event": (Reason("no event dates it"),),
    "place": (Reason("the text gives no place for it"),),
}


def null_reasons(fact: Fact, article: Article) -> Iterator[tuple[str, str]]:
    """Each reason that leaves fields of the fact null, with the names of those fields."""
    told: dict[str, list[str]] = {}
    for field in type(fact).model_fields:
        if field in REASONS and getattr(fact, field) is None:
            words = next(reason.words for reason in (*REASONS[field], _UNSETTLED) if reason.holds(fact, article))
            told.setdefault(words, []).append(field)
    for words, fields in told.items():
        yield ", ".join(fields), words
