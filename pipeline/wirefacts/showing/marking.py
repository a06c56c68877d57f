"""A text cut into pieces for marking: every fact in one piece or several, no piece in two, the inner one of nested facts."""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from wirefacts.records import Fact


class Piece(NamedTuple):
    """A stretch of text and the fact it is marked for, if any."""

    text: str
    fact: Fact | None
    first: bool
    """Whether it is the first of its fact's pieces."""


def pieces(text: str, facts: Sequence[Fact]) -> list[Piece]:
    """The text in pieces, in order. A fact that others cover whole has an empty piece behind them, so that each can be reached.

    >>> from wirefacts.records import fact_from
    >>> where = {"sentence": {"start": 0, "end": 9}, "provenance": {"rule": "r"}, "kind": "quantity", "value": 5}
    >>> inner, outer = ({"id": "i", "start": 2, "end": 3, "text": "5"}, {"id": "o", "start": 0, "end": 6, "text": "a 5 km"})
    >>> cut = pieces("a 5 km so", [fact_from(inner | where), fact_from(outer | where)])
    >>> [(piece.text, piece.fact and piece.fact.id, piece.first) for piece in cut]
    [('a ', 'o', True), ('5', 'i', True), (' km', 'o', False), (' so', None, False)]
    """
    opening = [(fact.start, -fact.end, index) for index, fact in enumerate(facts)]
    heapify(opening)
    closing: list[tuple[int, int, int]] = []  # how far the facts go that are open here: the end, the order of opening from the last, the fact
    made: list[Piece] = []
    seen: set[int] = set()
    position = 0

    def put(end: int) -> None:
        nonlocal position
        innermost = min(closing)[2] if closing else None
        if end > position:
            fact = facts[innermost] if innermost is not None else None
            made.append(Piece(text[position:end], fact, first=innermost is not None and innermost not in seen))
            seen.update(() if innermost is None else (innermost,))
            position = end

    while opening or closing:
        if closing and (not opening or closing[0][0] <= opening[0][0]):
            put(closing[0][0])
            index = heappop(closing)[2]
            if index not in seen:
                made.append(Piece("", facts[index], first=True))
                seen.add(index)
        else:
            start, _, index = heappop(opening)
            put(start)
            heappush(closing, (facts[index].end, -len(made) - len(closing), index))
    put(len(text))
    return made
