"""What ties one number to another: a restated amount, a part of a total, a unit stated earlier."""

from bisect import bisect_left
from decimal import Decimal

from wirefacts.mentions.numbers.figures import Figure
from wirefacts.mentions.numbers.lexemes import LINE, WORD, Lexemes
from wirefacts.mentions.numbers.units import Unit
from wirefacts.mentions.passage import Passage

_OF_TOTAL = {
    ("of",),
    ("of", "the"),
    ("of", "its"),
    ("of", "their"),
    ("of", "all"),
    ("out", "of"),
    ("out", "of", "the"),
    ("of", "these"),
    ("of", "those"),
    ("of", "a", "total", "of"),
    ("out", "of", "a", "total", "of"),
}
_RESTATING = frozenset(
    {
        "or",
        "equivalent",
        "equal",
        "to",
        "about",
        "approximately",
        "around",
        "roughly",
        "nearly",
        "some",
        "over",
        "almost",
        "at",
        "current",
        "exchange",
        "rates",
        "worth",
        "i",
        ".",
        "e",
        "more",
        "than",
        ",",
    }
)
_BRACKETS = frozenset({"(", "[", "（"})
_CLOSING = frozenset({")", "]", "）"})
_CONTINUING = frozenset({"from", "including", "to", "than", "against"})
_POINTS = frozenset({"point", "points"})
_POINT = Unit("point", "percentage_point")
_MOVED = frozenset({"up", "down", "higher", "lower", "rising", "falling", "increase", "decrease", "rise", "fall"})
_NEAR = 6
_LONGEST_OWNER = 5
_FARTHEST = 30
_LONGEST_LINK = 8
_SCALED = Decimal(1)


def link_totals(figures: list[Figure], lex: Lexemes) -> None:
    """`300 of the 420 branches`: the first counts what the second counts, which is its total."""
    for number in range(len(figures) - 2, -1, -1):
        part, whole = figures[number], figures[number + 1]
        if part.sense != "count" or part.stated > whole.stated or part.modifier == "range":
            continue
        between = tuple(lex.lowers[part.last + 1 : whole.first])
        if whole.sense == "measure" and part.unit is None and between == ("of",):
            part.unit, part.sense, part.shared = whole.unit, "measure", True
        elif whole.sense == "count" and _is_of_total(between):
            part.total, part.counted = number + 1, whole.counted
            part.counted_first, part.counted_last = whole.counted_first, whole.counted_last


def _is_of_total(words: tuple[str, ...]) -> bool:
    """`of the`, `of the province's`."""
    return words in _OF_TOTAL or (words[:1] == ("of",) and len(words) <= _LONGEST_OWNER and words[-1].endswith("'s"))


def link_counted(figures: list[Figure], lex: Lexemes) -> None:
    """`5 or 6 cities`: the noun after the last of coordinated numbers is counted by all."""
    for left, right in zip(reversed(figures[:-1]), reversed(figures), strict=False):
        words = tuple(lex.lowers[left.last + 1 : right.first])
        if (
            left.counted is None
            and left.unit is None
            and right.unit is None
            and words in {("and",), ("or",), (",",), ("or", "even"), (",", "and"), ("-", ","), ("-", "and"), ("to",)}
        ):
            left.counted, left.counted_first, left.counted_last = right.counted, right.counted_first, right.counted_last


def link_equivalents(figures: list[Figure], lex: Lexemes) -> None:
    """`15 billion yuan ($2.23 billion)`: the amount in brackets restates the one before; so does one after `or`."""
    number = 0
    while number < len(figures):
        figure = figures[number]
        if figure.sense != "money" or number == 0:
            number += 1
            continue
        if not _restates(figure, figures[number - 1], lex):
            number += 1
            continue
        group = [number]
        while (
            group[-1] + 1 < len(figures)
            and figures[group[-1] + 1].sense == "money"
            and _same_bracket(lex, figures[group[-1]].last, figures[group[-1] + 1].first)
        ):
            group.append(group[-1] + 1)
        earlier = [i for i in range(max(0, number - 2 * len(group)), number) if figures[i].sense == "money"][-len(group) :]
        for restated, here in zip(earlier, group, strict=False) if len(earlier) == len(group) else ():
            if _other_currency(figures[restated], figures[here]):
                figures[here].equivalent = restated
        number = group[-1] + 1


def _restates(figure: Figure, before: Figure, lex: Lexemes) -> bool:
    """Whether what stands between two amounts says that the second restates the first."""
    between = lex.lowers[before.last + 1 : figure.first]
    if before.sense != "money" or len(between) > _LONGEST_LINK or not all(word in _RESTATING or word in _BRACKETS for word in between):
        return False
    return any(word in _BRACKETS or word in ("or", "equivalent", "equal") for word in between)


def _same_bracket(lex: Lexemes, last: int, first: int) -> bool:
    return first - last <= _FARTHEST and not any(lex.at(i) in _CLOSING or lex.kind(i) == LINE for i in range(last + 1, first))


def _other_currency(one: Figure, other: Figure) -> bool:
    return one.unit is not None and other.unit is not None and one.unit.name != other.unit.name


def share_units(figures: list[Figure], lex: Lexemes, passage: Passage) -> None:
    """A bare number that plainly shares the unit of an earlier one takes it: `62.4 billion dollars … exports reached 37.5 billion`."""
    last: Figure | None = None
    amount: Figure | None = None
    for number, figure in enumerate(figures):
        if figure.own and figure.unit is not None and figure.unit.kind in ("money", "measure", "percent"):
            if not (last is not None and figure.sense == last.sense == "money" and lex.at(figure.first - 1) in _BRACKETS):
                last = figure  # what a bracket restates hands nothing on
                amount = figure if figure.unit.kind != "percent" else amount
            continue
        giver = amount if figure.numeral.scale > 1 else last
        if (
            giver is not None
            and figure.sense == "count"
            and figure.counted is None
            and figure.unit is None
            and _bare(figure, lex)
            and _shares(giver, figures, number, lex, passage)
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
        before = figures[number - 1] if number else None
        after = figures[number + 1] if number + 1 < len(figures) else None
        told = (
            before is not None
            and before.sense == "percentage"
            and any(word in _MOVED for word in lex.lowers[before.last + 1 : figure.first][-_NEAR:])
            and _same_sentence(before, figure, lex, passage)
            and not (after is not None and lex.lowers[figure.counted_last + 1 : after.first] == ["to"] and after.sense != "percentage")
        )
        levelled = after is not None and after.sense == "percentage" and lex.lowers[figure.counted_last + 1 : after.first] == ["to"]
        if told or levelled:
            figure.unit, figure.sense, figure.last = _POINT, "percentage", figure.counted_last
            figure.counted, figure.counted_first, figure.counted_last = None, -1, -1


def share_counted(figures: list[Figure], lex: Lexemes, passage: Passage) -> None:
    """`3.9 million headsets, up from 2.4 million`: a bare number counts what an earlier one of its sentence counts."""
    giver: Figure | None = None
    for figure in figures:
        if figure.sense != "count":
            continue
        if figure.counted is not None:
            giver = figure
        elif giver is not None and _bare(figure, lex) and _counts_on(giver, figure, lex) and _same_sentence(giver, figure, lex, passage):
            figure.counted = giver.counted
    _share_points(figures, lex, passage)


def _counts_on(giver: Figure, figure: Figure, lex: Lexemes) -> bool:
    """Whether the words say that a bare number goes on counting: `up from 2.4 million`, `and 900 who left`."""
    return lex.at(figure.first - 1) in _CONTINUING or (lex.at(figure.last + 1) in ("who", "whose") and figure.stated > 1 and giver.counted_last >= 0)


def _share_points(figures: list[Figure], lex: Lexemes, passage: Passage) -> None:
    """`the index rose 58.06 points to 1,369.03`: levels with decimals in a sentence that counts points are points."""
    givers = [figure for figure in figures if figure.sense == "count" and figure.counted in _POINTS]
    firsts = [giver.first for giver in givers]
    for taker in figures if givers else ():
        if taker.sense == "count" and taker.counted is None and taker.numeral.places > 0 and taker.numeral.scale == 1 and _bare(taker, lex):
            place = bisect_left(firsts, taker.first)
            near = [giver for giver in givers[max(place - 1, 0) : place + 1] if _same_sentence(giver, taker, lex, passage)]
            taker.counted = near[0].counted if near else None


def _same_sentence(left: Figure, right: Figure, lex: Lexemes, passage: Passage) -> bool:
    return passage.sentence_at(lex.starts[left.first]) == passage.sentence_at(lex.starts[right.first])


def _bare(figure: Figure, lex: Lexemes) -> bool:
    return (
        figure.numeral.form == "digits"
        and not (lex.kind(figure.last + 1) == WORD and lex.glued(figure.last + 1))
        and lex.at(figure.last + 1) not in ("-", "of", "%", "/")
    )


def _shares(giver: Figure, figures: list[Figure], number: int, lex: Lexemes, passage: Passage) -> bool:
    figure = figures[number]
    near = _same_sentence(giver, figure, lex, passage)
    scaled = figure.numeral.scale > 1
    following = figures[number + 1] if number + 1 < len(figures) else None
    if (
        following is not None
        and giver.sense == following.sense == "money"
        and lex.at(figure.last + 1) in _BRACKETS
        and not _other_currency(giver, following)
    ):
        return False  # what a bracket restates is another currency
    if near and following is not None and giver.sense == following.sense == "money" and lex.at(figure.last + 1) in _BRACKETS:
        return True
    if giver.sense == "money" and scaled:
        return giver.scale > 1 and (near or lex.starts[figure.first] - lex.ends[giver.last] < 200)  # noqa: PLR2004 - the sentence before
    if giver.sense == "measure" and scaled:
        return giver.scale > 1 and near
    if giver.sense == "percentage":
        before = lex.at(figure.first - 1)
        moved = (before == "by" and figure.direction is not None) or (before == "from" and figure.numeral.places > 0)
        return near and not scaled and moved
    return near and not scaled and figure.numeral.places > 0 and figure.numeral.places == giver.numeral.places
