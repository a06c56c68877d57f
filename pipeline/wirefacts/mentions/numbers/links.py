"""What ties one number to another: a restated amount, a part of a total, a noun that several count."""

from wirefacts.mentions.numbers.figures import Figure
from wirefacts.mentions.numbers.lexemes import LINE, Lexemes

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
BRACKETS = frozenset({"(", "[", "（"})
"""What opens an aside."""
_CLOSING = frozenset({")", "]", "）"})
_LONGEST_OWNER = 5
_FARTHEST = 30
_LONGEST_LINK = 8


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
        if not restates(figure, figures[number - 1], lex):
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
            if other_currency(figures[restated], figures[here]):
                figures[here].equivalent = restated
        number = group[-1] + 1


def restates(figure: Figure, before: Figure, lex: Lexemes) -> bool:
    """Whether what stands between two amounts says that the second restates the first."""
    between = lex.lowers[before.last + 1 : figure.first]
    if before.sense != "money" or len(between) > _LONGEST_LINK or not all(word in _RESTATING or word in BRACKETS for word in between):
        return False
    return any(word in BRACKETS or word in ("or", "equivalent", "equal") for word in between)


def _same_bracket(lex: Lexemes, last: int, first: int) -> bool:
    return first - last <= _FARTHEST and not any(lex.at(i) in _CLOSING or lex.kind(i) == LINE for i in range(last + 1, first))


def other_currency(one: Figure, other: Figure) -> bool:
    """Whether two amounts are of different currencies."""
    return one.unit is not None and other.unit is not None and one.unit.name != other.unit.name
