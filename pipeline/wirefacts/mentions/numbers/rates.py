"""Denominators that stand apart from their amount: `per capita income was 9,000 yuan`, `$1,150 a ton from $1,780`, `N1,563 to the dollar`."""

from itertools import pairwise

from wirefacts.lexicon.units import Denominators
from wirefacts.mentions.numbers.continuing import in_one_sentence
from wirefacts.mentions.numbers.figures import Figure
from wirefacts.mentions.numbers.lexemes import LINE, Lexemes
from wirefacts.mentions.passage import Passage

_AGAIN = frozenset({"from", "to", "against", ", from", ", up from", ", down from", ", against", ", compared with", ", compared to"})
"""What stands between a rate and another level of it."""
_FARTHEST = 14
"""Lexemes from the words that tell a denominator to the amount."""
_STOPS = frozenset({".", ";", ":", ",", "(", ")"})
_MONEYS = frozenset({"dollar", "euro", "yuan", "pound", "yen"})
_EXCHANGED = ({"to", "against"}, {"the"})
_TIMES = frozenset({"time", "year", "duration"})


def divide_apart(figures: list[Figure], lex: Lexemes, passage: Passage) -> None:
    """Set the denominators of amounts beside which none stands."""
    denominators = passage.lexicon.units.denominators
    for number, figure in enumerate(figures):
        if figure.sense == "money" and figure.per is None:
            earlier = figures[number - 1].last if number else -1
            figure.per = _exchanged(figure, lex) or _told_before(figure, earlier, lex, denominators)
    for left, right in pairwise([figure for figure in figures if figure.sense not in _TIMES]):
        if (
            left.sense == right.sense == "money"
            and _same_unit(left, right)
            and in_one_sentence(left, right, lex, passage)
            and _goes_on(left, right, lex)
        ):
            left.per, right.per = left.per or right.per, right.per or left.per


def _exchanged(figure: Figure, lex: Lexemes) -> str | None:
    """`N1,563 to the dollar`: a price of one of another currency."""
    after = figure.last + 1
    placed = lex.at(after) in _EXCHANGED[0] and lex.at(after + 1) in _EXCHANGED[1]
    return lex.at(after + 2) if placed and lex.at(after + 2) in _MONEYS else None


def _told_before(figure: Figure, earlier: int, lex: Lexemes, denominators: Denominators) -> str | None:
    """`per capita spending stood at`, `the monthly wage is`: in the figure's own clause, behind every other figure."""
    following: set[str] = set()
    for i in range(figure.first - 1, max(figure.first - _FARTHEST, earlier), -1):
        if lex.kind(i) == LINE or lex.at(i) in _STOPS:
            return None
        if lex.at(i) == "capita" and lex.at(i - 1) in ("per", "-"):
            return "capita"
        named = denominators.adjectives.get(lex.at(i))
        if named and following & denominators.paid:
            return named
        following.add(lex.at(i))
    return None


def _same_unit(left: Figure, right: Figure) -> bool:
    return left.unit is not None and right.unit is not None and left.unit.name == right.unit.name


def _goes_on(left: Figure, right: Figure, lex: Lexemes) -> bool:
    return (left.per is None) != (right.per is None) and " ".join(lex.lowers[left.last + 1 : right.first]) in _AGAIN
