"""How far the review is: a bar, the count and the rate; and in the end what was decided and what the extractor gets wrong most."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from wirefacts.ledger.editing import followed
from wirefacts.records import Fact
from wirefacts.showing.visible import one_line

_FULL, _EMPTY = "█", "░"
_RATE_FROM = 3
"""Decisions from which on a rate is told."""
_MOST = 8
"""Lines of what goes wrong most."""
_MISSED = "(not found)"
_NOT_VALUES = frozenset({"id", "text", "sentence", "provenance"})


class Decided(NamedTuple):
    """A decision of this sitting: what was said of what the extractor had found, by which rule, and which fields were wrong."""

    verdict: str
    fact: str | None
    kind: str = ""
    rule: str = ""
    fields: tuple[str, ...] = ()
    facts: int = 1
    """How many facts it is on."""
    on: frozenset[str] = frozenset()
    """Which these are, where it names no one fact."""


def came_to(decided: Iterable[Decided]) -> list[Decided]:
    """The decisions that nothing of the sitting overtook, so that each fact counts once, by the last one on it.

    >>> [each.verdict for each in came_to([Decided("correct", "a"), Decided("reject", "b"), Decided("accept", "a")])]
    ['reject', 'accept']
    """
    last: list[Decided] = []
    later: set[str] = set()
    for each in reversed(list(decided)):
        facts = each.on if each.fact is None else {each.fact}
        left = each.facts - len(facts & later)
        later |= facts
        if left > 0:
            last.append(each._replace(facts=left))
    return last[::-1]


def changed_fields(before: Fact, after: Fact) -> tuple[str, ...]:
    """The fields that two readings of one fact have differently, without those that follow from others; of two kinds, the kind alone.

    >>> from wirefacts.records import fact_from
    >>> where = {"id": "x", "kind": "quantity", "start": 0, "end": 1, "text": "5", "sentence": {"start": 0, "end": 1}, "provenance": {"rule": "r"}}
    >>> changed_fields(fact_from({**where, "value": 5}), fact_from({**where, "value": 6, "unit": "mu"}))
    ('value', 'unit')
    """
    if before.kind != after.kind:
        return ("kind",)
    names = dict.fromkeys((*type(before).model_fields, *type(after).model_fields))
    leaves_out = _NOT_VALUES | followed(before, after)
    changed = [name for name in names if name not in leaves_out and getattr(before, name, None) != getattr(after, name, None)]
    ends = [name for name in changed if name in {"start", "end"}]
    return (*(name for name in changed if name not in ends), *(("boundary",) if ends else ()))


def bar(done: int, total: int, width: int) -> str:
    """A bar of that many characters.

    >>> bar(1, 4, 8)
    '██░░░░░░'
    """
    full = width * done // total if total else 0
    return _FULL * full + _EMPTY * (width - full)


def rate(moments: Sequence[float], now: float) -> str:
    """Decisions a minute from the first of these moments, in seconds, until now; empty as long as they are too few to tell.

    >>> rate([0, 5, 10], 30), rate([0], 30)
    ('6 a minute', '')
    """
    if len(moments) < _RATE_FROM or now <= moments[0]:
        return ""
    a_minute = 60 * len(moments) / (now - moments[0])
    return f"{a_minute:.0f} a minute" if a_minute >= _RATE_FROM else f"{a_minute:.1f} a minute"


def summary(decided: Iterable[Decided], *, skipped: int, done: Sequence[str], left: int, total: int) -> RenderableType:
    """What was decided in a sitting, and what the extractor got wrong most: by rule, with the fields that were wrong."""
    decided = came_to(decided)
    counts = Counter[str]()
    for each in decided:
        counts[each.verdict] += each.facts
    table = _table("decided", "facts")
    for verdict, words in (
        ("accept", "accepted"),
        ("reject", "rejected"),
        ("correct", "corrected"),
        ("add", "added"),
        ("done", "accepted with done"),
    ):
        if counts[verdict]:
            table.add_row(words, str(counts[verdict]))
    if skipped:
        table.add_row("skipped", str(skipped))
    table.add_section()
    table.add_row("left in all", f"{left} of {total}")
    pieces: list[RenderableType] = [table]
    if done:
        pieces.append(Text(f"done: {', '.join(map(one_line, done))}"))
    wrong = wrong_most(decided)
    if wrong.row_count:
        pieces += [Text(), wrong]
    return Group(*pieces)


def wrong_most(decided: Iterable[Decided]) -> Table:
    """A line a rule, that with the most faults first: how many of its facts were looked at one by one, were none, were corrected, and where.

    Each fact is to be decided on once.
    """
    seen, rejected, corrected = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    fields: dict[tuple[str, str], Counter[str]] = {}
    for each in decided:
        if each.facts != 1 or not each.rule:
            continue
        rule = (each.kind, each.rule)
        seen[rule] += 1
        rejected[rule] += each.verdict == "reject"
        corrected[rule] += each.verdict == "correct"
        fields.setdefault(rule, Counter()).update(each.fields)
    missed = Counter(each.kind for each in decided if each.verdict == "add" and not each.rule)
    table = _table("wrong most", "wrong", "of", "rejected", "corrected", "missed", last="fields corrected")
    faults = {rule: rejected[rule] + corrected[rule] for rule in seen if rejected[rule] or corrected[rule]}
    rows = [(faults[kind, rule], kind, rule, seen[kind, rule], rejected[kind, rule], corrected[kind, rule], 0) for kind, rule in faults]
    rows += [(count, kind, _MISSED, 0, 0, 0, count) for kind, count in missed.items()]
    for wrong, sort, made_by, *numbers in sorted(rows, key=lambda row: (-row[0], row))[:_MOST]:
        where = fields.get((sort, made_by), Counter[str]()).most_common()
        told = ", ".join(f"{name} {count}" if count > 1 else name for name, count in where)
        table.add_row(Text(f"{sort}: {one_line(made_by)}"), str(wrong), *(str(number or "–") for number in numbers), told)
    return table


def _table(first: str, *numbers: str, last: str | None = None) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column(first, overflow="fold")
    for name in numbers:
        table.add_column(name, justify="right")
    if last:
        table.add_column(last, overflow="fold")
    return table
