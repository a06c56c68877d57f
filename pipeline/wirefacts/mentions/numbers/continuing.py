"""Bare numbers that go on with a neighbour's unit: `61.5 percent against 48 a year ago`, `at 13.4 and at 9.7 percent`, `another 1,500`."""

from itertools import pairwise

from wirefacts.mentions.numbers.figures import Figure
from wirefacts.mentions.numbers.lexemes import LINE, WORD, Lexemes
from wirefacts.mentions.numbers.mention import Sense
from wirefacts.mentions.passage import Passage
from wirefacts.records.values import Role

_UNSAID: frozenset[Sense] = frozenset({"time", "year", "duration", "ordinal", "name"})
"""What tells no amount, and so stands between none."""
_EARLIER = frozenset({"against", "from", "versus", "vs"})
_CHANGES: frozenset[Role] = frozenset({"change"})
_JOINING = frozenset({"and", ","})
_TIMING = frozenset({"in", "at", "on", "during", "a", "last", "the", "for", "this", "one"})
_PLACING = frozenset({"at", "to", "by", "from", "with"})
_FURTHER = ("another", "further")
_LEVELS = {("to",), ("from",), (",", "from"), (",", "up", "from"), (",", "down", "from"), ("against",), (",", "against")}
"""What stands between two levels of one thing."""
_BEING = frozenset({"is", "was", "at", "reached", "hit", "averaged"})
_LENGTHS = frozenset({"hours", "days", "nights", "weeks", "months", "years"})
_BRACKETED = 4
"""Lexemes before a number in which its bracket opens."""
_WHOLE = 100
_NEAREST_SIZE = 10
_EARLIER_FIGURES = 20
"""Figures back to the one that a further number goes on from."""
_FARTHEST = 16
"""Lexemes between the bare number and the one with the unit behind it."""


def continue_units(figures: list[Figure], lex: Lexemes, passage: Passage) -> None:
    """Give bare numbers the unit of the number that they go on from, or that goes on from them."""
    said = [figure for figure in figures if figure.sense not in _UNSAID]
    for number, figure in enumerate(said):
        if number and is_bare(figure, lex) and _adds(figure, lex):
            earlier = said[max(number - _EARLIER_FIGURES, 0) : number]
            _add(figure, [before for before in earlier if in_one_sentence(before, figure, lex, passage)])
    for left, right in pairwise(said):
        if is_bare(right, lex) and in_one_sentence(left, right, lex, passage) and _goes_on(left, right, lex):
            _hand(left, right)
    for number in range(len(said) - 2, -1, -1):
        left, right = said[number], said[number + 1]
        listed = number > 0 and said[number - 1].sense == "percentage" and in_one_sentence(said[number - 1], left, lex, passage)
        if is_bare(left, lex) and in_one_sentence(left, right, lex, passage) and _leads_to(left, right, lex, listed=listed):
            _hand(right, left)
    rates = frozenset(passage.lexicon.changes.roles.rate)
    for left, right in pairwise(said):
        if left.sense == "percentage" and is_bare(right, lex) and _is_rated(right, lex, rates):
            _hand(left, right)
    _stretch(figures, lex)


def is_bare(figure: Figure, lex: Lexemes) -> bool:
    """Whether a count in digits has neither a unit nor a noun of its own."""
    return figure.sense == "count" and figure.unit is None and figure.counted is None and stands_alone(figure, lex)


def stands_alone(figure: Figure, lex: Lexemes) -> bool:
    """Whether nothing behind the digits makes more of them."""
    return (
        figure.numeral.form == "digits"
        and not (lex.kind(figure.last + 1) == WORD and lex.glued(figure.last + 1))
        and lex.at(figure.last + 1) not in ("-", "of", "%", "/")
    )


def in_one_sentence(left: Figure, right: Figure, lex: Lexemes, passage: Passage) -> bool:
    """Whether two figures stand in the same sentence."""
    return passage.sentence_at(lex.starts[left.first]) == passage.sentence_at(lex.starts[right.first])


def _goes_on(left: Figure, right: Figure, lex: Lexemes) -> bool:
    """Whether the right one tells another level of what the left one is said of, or the next of a list in brackets: `(21 percent) … (10)`."""
    between = tuple(lex.lowers[left.last + 1 : right.first])
    if left.sense == "measure":
        return between in _LEVELS and _is_near(left, right)
    if left.sense != "percentage" or right.numeral.scale != 1 or right.numeral.separated:
        return False
    if between[:1] == (")",) and "(" in between[-_BRACKETED:] and lex.at(right.last + 1) == ")":
        return right.stated < _WHOLE
    before = lex.at(right.first - 1)
    if before in _EARLIER or lex.lowers[max(right.first - 2, 0) : right.first] in (["compared", "with"], ["compared", "to"]):
        return left.role not in _CHANGES
    timed = lex.at(right.last + 1) in _TIMING or lex.kind(right.last + 1) != WORD
    return before in _JOINING and timed and 0 < right.numeral.places == left.numeral.places


def _leads_to(left: Figure, right: Figure, lex: Lexemes, *, listed: bool) -> bool:
    """Whether the right one, of its own unit, closes a pair of which the left one is the first: `came next at 13.4 and Benin at 9.7 percent`.

    Whole numbers do so only where they are `listed` behind another percentage.
    """
    if not right.own or right.unit is None or right.scale != 1 or right.sense not in ("percentage", "measure"):
        return False
    between = lex.lowers[left.last + 1 : right.first]
    alike = lex.at(left.first - 1) == lex.at(right.first - 1) in _PLACING
    joined = len(between) <= _FARTHEST and "and" in between and not any(lex.kind(i) == LINE for i in range(left.last, right.first))
    written = left.numeral.places == right.numeral.places and (left.numeral.places > 0 or (listed and right.sense == "percentage"))
    return alike and joined and written and left.numeral.scale == 1


def _is_rated(figure: Figure, lex: Lexemes, rates: frozenset[str]) -> bool:
    """`the monthly rate was 6.3`: a rate in a text that tells of percentages."""
    return (
        figure.numeral.places > 0 and lex.at(figure.first - 1) in _BEING and lex.at(figure.first - 2) in rates and lex.kind(figure.last + 1) != WORD
    )


def _is_near(left: Figure, right: Figure) -> bool:
    """Whether two numbers are of one order: a level and another of the same thing."""
    return bool(left.stated and right.stated) and 1 / _NEAREST_SIZE < float(right.stated / left.stated) < _NEAREST_SIZE


def _stretch(figures: list[Figure], lex: Lexemes) -> None:
    """`from 60 to 45 days`, `from 2.4 nights to 3.1`: a bare number beside a length of time is one too."""
    for left, right in pairwise(figures):
        if tuple(lex.lowers[left.last + 1 : right.first]) not in _LEVELS:
            continue
        if is_bare(right, lex) and _is_length(left, lex):
            right.sense = "duration"
        elif left.sense == "count" and left.unit is None and lex.at(left.first - 1) == "from" and _is_length(right, lex):
            left.sense = "duration"


def _is_length(figure: Figure, lex: Lexemes) -> bool:
    if figure.unit is not None:
        return figure.sense == "duration"
    return figure.time is not None and figure.sense == "time" and lex.at(lex.after(figure.time[1]) - 1) in _LENGTHS


def _hand(giver: Figure, taker: Figure) -> None:
    taker.unit, taker.sense, taker.shared, taker.per = giver.unit, giver.sense, True, giver.per


def _adds(figure: Figure, lex: Lexemes) -> bool:
    """`will buy another 1,500 by May`."""
    return lex.at(figure.first - 1) in _FURTHER and figure.numeral.separated


def _add(figure: Figure, before: list[Figure]) -> None:
    """Let a further number go on with the one of its sentence that is nearest in size."""
    alike = [other for other in before if other.stated and 1 / _NEAREST_SIZE < float(figure.stated / other.stated) < _NEAREST_SIZE]
    nearest = min(alike, key=lambda other: max(figure.stated / other.stated, other.stated / figure.stated), default=None)
    if nearest is None:
        return
    if nearest.sense == "measure":
        _hand(nearest, figure)
    elif nearest.sense == "count":
        figure.counted = nearest.counted
