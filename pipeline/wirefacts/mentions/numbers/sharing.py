"""What a bare number takes from its neighbours: the unit of an earlier amount, of its series, of what it continues."""

from bisect import bisect_left
from decimal import Decimal

from wirefacts.mentions.numbers.continuing import in_one_sentence, stands_alone
from wirefacts.mentions.numbers.figures import Figure
from wirefacts.mentions.numbers.lexemes import Lexemes
from wirefacts.mentions.numbers.links import BRACKETS, other_currency, restates
from wirefacts.mentions.numbers.units import Unit
from wirefacts.mentions.passage import Passage

_CONTINUING = frozenset({"from", "including", "to", "than", "against"})
_FURTHER = frozenset({"more", "fewer"})
"""Words behind a bare number that holds it against another: `147 more than in May`, `will build 30,000 more`."""
_POINTS = frozenset({"point", "points"})
_POINT = Unit("point", "percentage_point")
_MOVED = frozenset({"up", "down", "higher", "lower", "rising", "falling", "increase", "decrease", "rise", "fall"})
_HELD = _MOVED | {"above", "below", "more", "less"}
"""Words behind points that hold one level against another."""
_TOLERANCES = (("give", "or", "take"), ("plus", "or", "minus"))
_TIMES = frozenset({"time", "year", "duration", "ordinal"})
_WORTH = frozenset({"worth", "costing"})
"""Words before a bare number that make it money, whatever is measured beside it."""
_NEAR = 6
_SCALED = Decimal(1)


def share_units(figures: list[Figure], lex: Lexemes, passage: Passage) -> None:
    """A bare number that plainly shares the unit of an earlier one takes it: `62.4 billion dollars … exports reached 37.5 billion`."""
    last: Figure | None = None
    amount: Figure | None = None
    price: Figure | None = None
    for number, figure in enumerate(figures):
        if figure.own and figure.unit is not None and figure.unit.kind in ("money", "measure", "percent"):
            if not (
                last is not None and figure.sense == last.sense == "money" and (lex.at(figure.first - 1) in BRACKETS or restates(figure, last, lex))
            ):
                last = figure  # what a bracket restates hands nothing on
                amount = figure if figure.unit.kind != "percent" else amount
                price = figure if figure.sense == "money" else price
            continue
        giver = amount if figure.numeral.scale > 1 else last
        worth = price is not None and figure.numeral.scale > 1 and lex.at(figure.first - 1) in _WORTH
        giver = price if worth else giver
        if (
            giver is not None
            and figure.sense == "count"
            and figure.counted is None
            and figure.unit is None
            and stands_alone(figure, lex)
            and (worth or _shares(giver, figures, number, lex, passage))
        ):
            figure.unit, figure.shared = giver.unit, True
            figure.sense = "percentage" if giver.sense == "percentage" else giver.sense
            factor = giver.unit.factor if giver.unit is not None else _SCALED
            if factor < 1 or (factor > 1 and figure.numeral.scale == 1):
                figure.scale *= factor
                figure.value = figure.value * factor if figure.value is not None else None
                figure.low = figure.low * factor if figure.low is not None else None
                figure.high = figure.high * factor if figure.high is not None else None


def share_percent_points(figures: list[Figure], lex: Lexemes, passage: Passage) -> None:
    """`9.8 percent, up 1.9 points`, `fell 0.6 points to 11.8 percent`: points beside a percentage that they change are points of percent."""
    for number, figure in enumerate(figures):
        if figure.sense != "count" or figure.unit is not None or figure.counted not in _POINTS:
            continue
        before = next((other for other in reversed(figures[max(number - _NEAR, 0) : number]) if other.sense not in _TIMES), None)
        after = figures[number + 1] if number + 1 < len(figures) else None
        told = (
            before is not None
            and before.sense == "percentage"
            and any(word in _MOVED for word in lex.lowers[before.last + 1 : figure.first][-_NEAR:])
            and in_one_sentence(before, figure, lex, passage)
            and not (after is not None and lex.lowers[figure.counted_last + 1 : after.first] == ["to"] and after.sense != "percentage")
        )
        told = told or _points_on(before, figure, lex, passage)
        levelled = after is not None and after.sense == "percentage" and lex.lowers[figure.counted_last + 1 : after.first] == ["to"]
        if told or levelled:
            figure.unit, figure.sense, figure.last = _POINT, "percentage", figure.counted_last
            figure.counted, figure.counted_first, figure.counted_last = None, -1, -1


def _points_on(before: Figure | None, figure: Figure, lex: Lexemes, passage: Passage) -> bool:
    """`was 7.4 percent, and 2.3 points lower than …`, `6 percent, plus or minus a point`: fewer points than the level has percent, and beside it."""
    if before is None or before.sense != "percentage" or not 0 < figure.stated < before.stated:
        return False
    allowed = tuple(lex.lowers[max(figure.first - 3, 0) : figure.first]) in _TOLERANCES
    return (allowed or lex.at(figure.counted_last + 1) in _HELD) and in_one_sentence(before, figure, lex, passage)


def share_counted(figures: list[Figure], lex: Lexemes, passage: Passage) -> None:
    """`3.9 million headsets, up from 2.4 million`: a bare number counts what an earlier one of its sentence counts."""
    giver: Figure | None = None
    for figure in figures:
        if figure.sense != "count":
            continue
        if figure.counted is not None:
            giver = figure
        elif (
            giver is not None
            and (stands_alone(figure, lex) or figure.numeral.form == "words")
            and _counts_on(giver, figure, lex)
            and in_one_sentence(giver, figure, lex, passage)
        ):
            figure.counted = giver.counted
    _share_points(figures, lex, passage)


def _counts_on(giver: Figure, figure: Figure, lex: Lexemes) -> bool:
    """Whether the words say that a bare number goes on counting: `up from 2.4 million`, `and 900 who left`."""
    if lex.at(figure.last + 1) in _FURTHER:
        return True
    return lex.at(figure.first - 1) in _CONTINUING or (lex.at(figure.last + 1) in ("who", "whose") and figure.stated > 1 and giver.counted_last >= 0)


def _share_points(figures: list[Figure], lex: Lexemes, passage: Passage) -> None:
    """`the index rose 58.06 points to 1,369.03`: levels with decimals in a sentence that counts points are points."""
    givers = [figure for figure in figures if figure.sense == "count" and figure.counted in _POINTS]
    firsts = [giver.first for giver in givers]
    for taker in figures if givers else ():
        if taker.sense == "count" and taker.counted is None and taker.numeral.places > 0 and taker.numeral.scale == 1 and stands_alone(taker, lex):
            place = bisect_left(firsts, taker.first)
            near = [giver for giver in givers[max(place - 1, 0) : place + 1] if in_one_sentence(giver, taker, lex, passage)]
            taker.counted = near[0].counted if near else None


def _shares(giver: Figure, figures: list[Figure], number: int, lex: Lexemes, passage: Passage) -> bool:
    figure = figures[number]
    near = in_one_sentence(giver, figure, lex, passage)
    scaled = figure.numeral.scale > 1
    following = figures[number + 1] if number + 1 < len(figures) else None
    if (
        following is not None
        and giver.sense == following.sense == "money"
        and lex.at(figure.last + 1) in BRACKETS
        and not other_currency(giver, following)
    ):
        return False  # what a bracket restates is another currency
    if near and following is not None and giver.sense == following.sense == "money" and lex.at(figure.last + 1) in BRACKETS:
        return True
    if giver.sense == "money" and scaled:
        return giver.scale > 1 and (near or lex.starts[figure.first] - lex.ends[giver.last] < 200)  # noqa: PLR2004 - the sentence before
    if giver.sense == "measure" and scaled:
        return giver.scale > 1 and near
    if giver.sense == "percentage":
        before = lex.at(figure.first - 1)
        moved = (before == "by" and figure.direction is not None) or (before == "from" and figure.numeral.places > 0)
        levels = number and figures[number - 1] is not giver and figures[number - 1].sense == "count"  # rose 3 percent to 98.1 from 95.2
        return near and not scaled and moved and not levels
    return near and not scaled and figure.numeral.places > 0 and figure.numeral.places == giver.numeral.places
