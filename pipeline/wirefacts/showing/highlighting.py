"""The article itself with its facts marked: coloured by kind, or bracketed and named where there is no colour."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from wirefacts.records import KINDS, Fact, Kind
from wirefacts.showing.visible import visible

STYLES: dict[Kind, str] = {
    "money": "bold green",
    "percentage": "bold cyan",
    "quantity": "bold yellow",
    "date": "bold magenta",
    "organization": "bold blue",
}


def coloured(text: str, facts: Iterable[Fact]) -> Iterator[Text]:
    """The lines of the text, each fact in the colour of its kind; of nested facts the inner one's colour shows."""
    waiting = iter(sorted(facts, key=lambda fact: (fact.start, -fact.end)))
    following = next(waiting, None)
    current: list[Fact] = []
    start = 0
    for line in visible(text).split("\n"):
        end = start + len(line)
        while following is not None and following.start < end:
            current.append(following)
            following = next(waiting, None)
        shown = Text(line)
        for fact in current:
            shown.stylize(STYLES[fact.kind], max(0, fact.start - start), fact.end - start)
        yield shown
        current = [fact for fact in current if fact.end > end]
        start = end + 1


def legend(kinds: Sequence[Kind] = KINDS) -> Text:
    """The kinds, each in its colour."""
    return Text("  ").join(Text(kind, style=STYLES[kind]) for kind in kinds)


def bracketed(text: str, facts: Iterable[Fact]) -> str:
    """The text with each fact in brackets beside its kind, for readers without colour.

    >>> from wirefacts.records import fact_from
    >>> fact = fact_from({"id": "x", "kind": "quantity", "start": 0, "end": 4, "text": "5 km", "value": 5, "unit": "kilometre",
    ...     "sentence": {"start": 0, "end": 9}, "provenance": {"rule": "measure"}})
    >>> bracketed("5 km long", [fact])
    '[5 km | quantity] long'
    """
    marks: list[tuple[int, int, int, str]] = []  # offset, closing before opening, inner closing first and outer opening first, the mark
    for fact in facts:
        marks.append((fact.start, 1, -fact.end, "["))
        marks.append((fact.end, 0, -fact.start, f" | {fact.kind}]"))
    pieces, last, shown = [], 0, visible(text)
    for offset, _, _, mark in sorted(marks):
        pieces += [shown[last:offset], mark]
        last = offset
    return "".join([*pieces, shown[last:]])
