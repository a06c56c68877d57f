"""From a passage to its temporal expressions, resolved in text order."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.dates.business import BusinessYear, Unplaced, year_ends
from wirefacts.mentions.dates.comparing import is_base, only_compared
from wirefacts.mentions.dates.context import Context, Said, Tense
from wirefacts.mentions.dates.evidence import Evidence
from wirefacts.mentions.dates.expressions import Expression, resolved
from wirefacts.mentions.dates.grammar import Alphabet, Cascade
from wirefacts.mentions.dates.lengths import Length, Recurring, Spell, Vague
from wirefacts.mentions.dates.lexing import Item, lexed, number_sense_sets, words_of
from wirefacts.mentions.dates.making import ROLES, sense_sets
from wirefacts.mentions.dates.pointing import Apart, Around, Beyond, Relative, Same, That
from wirefacts.mentions.dates.points import Clock, ComingMonth, DayOfMonth, EasterDay, MonthDay, Nth, Weekday
from wirefacts.mentions.dates.stages import STAGES
from wirefacts.mentions.dates.stretches import Between, Edge, Ending, Occasion, Onward, Opened, Running, SoFar
from wirefacts.mentions.dates.values import TimeValue
from wirefacts.mentions.passage import Passage

Role = Literal["time", "basis", "rate", "adjective", "name"]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A temporal expression with its resolved value. Only those whose role is `time` are facts."""

    start: int
    end: int
    role: Role
    """`basis`: a comparison, as in `from a year earlier`; `rate`: a denominator or frequency, as in `per day`, `annual`;
    `adjective`: a vague one, as in `the current plan`; `name`: the name of an event that dates nothing."""
    rule: str
    """The family of rules that made it."""
    expression: Expression
    """What the words say, before it was resolved."""
    value: TimeValue


_RULES: tuple[tuple[type, str], ...] = (
    (BusinessYear, "date.business"),
    (Unplaced, "date.business"),
    (Between, "date.period"),
    (Ending, "date.period"),
    (SoFar, "date.period"),
    (Running, "date.running"),
    (Relative, "date.relative"),
    (Beyond, "date.relative"),
    (Around, "date.nearest"),
    (Apart, "date.anaphora"),
    (Same, "date.anaphora"),
    (That, "date.anaphora"),
    (Length, "date.duration"),
    (Spell, "date.duration"),
    (Recurring, "date.set"),
    (Vague, "date.reference"),
    (Occasion, "date.event"),
    (Clock, "date.time"),
    (DayOfMonth, "date.nearest"),
    (ComingMonth, "date.nearest"),
)

_NEAR = (Nth, MonthDay, EasterDay, Weekday)
"""Points whose year or week, where none is named, is chosen by tense and nearness."""

_MARGIN = 10
"""Years around a publication date that resolving may look at."""


def find_times(passage: Passage) -> list[TimeMention]:
    """Every temporal expression, in text order: the facts, and what is told apart from them by its role. Ages are none.

    >>> from wirefacts.mentions.passage import passage_of
    >>> import spacy, datetime as dt
    >>> text = "Output grew 5% last year, up from 3% a year earlier."
    >>> passage = passage_of(text, [(0, spacy.blank("en")(text))], published=dt.date(2022, 7, 19))
    >>> [(text[time.start : time.end], time.role, time.value.timex) for time in find_times(passage)]
    [('last year', 'time', '2021'), ('a year earlier', 'basis', '2020')]
    """
    evidence = Evidence(passage)
    items = lexed(passage.view, words_of(passage.lexicon), evidence)
    parsed = _cascade(passage.lexicon).parsed(items, passage.view, evidence)
    context = Context(
        _countable(passage.published or passage.today),
        _countable(passage.today),
        _tense_in(passage, evidence),
        passage.sentence_at,
        year_ends(passage.view, passage.lexicon.calendar.months),
    )
    return [_mention(item, context, passage, evidence) for item in parsed if "TIME" in item.senses]


def _tense_in(passage: Passage, evidence: Evidence) -> Callable[[int], Tense | None]:
    """The tense around a character; what a picture shows has happened, though its caption tells it in the present."""

    def tense_at(offset: int) -> Tense | None:
        tense = evidence.tense_at(offset)
        return "past" if tense != "future" and passage.part_at(offset) == "caption" else tense

    return tense_at


def _countable(day: dt.date | None) -> dt.date | None:
    """The day, where years can be counted from it in both directions without leaving the calendar."""
    return day if day is not None and dt.MINYEAR + _MARGIN < day.year < dt.MAXYEAR - _MARGIN else None


def _mention(item: Item, context: Context, passage: Passage, evidence: Evidence) -> TimeMention:
    expression = _usual(cast("Expression", item.senses["TIME"]), item.start, evidence)
    role = next((role.lower() for role in sorted(ROLES) if role in item.senses), "time")
    context.start = item.start
    if is_base(passage, item.start):
        with context.looking("past"):
            value = resolved(expression, context)
    else:
        value = resolved(expression, context)
    aside = role != "time" or only_compared(passage, item.start, expression)
    context.said.append(Said(item.start, value, aside))
    if value.granularity == "season":  # when spring begins, the words alone do not tell: it is another day in Sydney than in Leeds
        value = replace(value, first=None, last=None)
    return TimeMention(item.start, item.end, cast("Role", role), _rule(expression), expression, value)


def _usual(expression: Expression, start: int, evidence: Evidence) -> Expression:
    """What is told of every year, `sales usually peak in December`, comes again; all else as it is."""
    if isinstance(expression, Nth) and expression.recurrence is not None and evidence.is_habit(start):
        return Recurring(expression.unit, expression.recurrence)
    return expression


def _rule(expression: Expression) -> str:
    if isinstance(expression, Opened | Onward | Edge):
        return _rule(expression.inside)
    if isinstance(expression, _NEAR) and expression.inside is None:
        return "date.nearest"
    if isinstance(expression, Nth | MonthDay) and isinstance(expression.inside, BusinessYear):
        return "date.business"
    return next((rule for kind, rule in _RULES if isinstance(expression, kind)), "date.calendar")


@cache
def _cascade(lexicon: Lexicon) -> Cascade:
    words = words_of(lexicon)
    known = [*words.single.values(), *(senses for phrases in words.phrases.values() for _, senses in phrases)]
    return Cascade(STAGES, Alphabet.of([*map(frozenset, known), *number_sense_sets(), *sense_sets()]))
