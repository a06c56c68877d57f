"""What a bare number counts where the noun stands elsewhere: `four of them`, `of the 58 members, three`, `the number of routes rose to 76`."""

from wirefacts.mentions.numbers.continuing import in_one_sentence
from wirefacts.mentions.numbers.figures import Figure
from wirefacts.mentions.numbers.lexemes import Lexemes
from wirefacts.mentions.numbers.nouns import NounReader
from wirefacts.mentions.passage import Passage

_THEM = frozenset({"them", "which", "whom", "these", "those"})
_BENT = frozenset({"about", "around", "some", "nearly", "almost", "over", "just", "only", "least", "at", "more", "than", "fewer"})
"""Words between a comma and the number behind it."""
_OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "all", "an", "estimated", "some", "these", "those", "out"})
_OPENING = frozenset({".", ",", "but", "and", "that", "", '"', "'", "(", ";", ":"})
_STATING = frozenset(
    {"to", "by", "from", "at", "was", "is", "were", "reached", "hit", "totaled", "totalled", "reach", "exceeded", "surpassed", "passed", "topped"}
)
_FARTHEST = 24
"""Lexemes from `the number of` to the number."""
_FARTHEST_WHOLE = 3
"""Figures back to the whole."""


def link_parts(figures: list[Figure], lex: Lexemes, passage: Passage) -> None:
    """`23 routes, four of which are new`, `of the 58 members, three left`: the part counts what the whole does."""
    for number, part in enumerate(figures):
        if part.sense != "count" or part.total is not None or part.unit is not None:
            continue
        for place in range(number - 1, max(number - 1 - _FARTHEST_WHOLE, -1), -1):
            whole = figures[place]
            if whole.sense != "count" or whole.counted is None or not in_one_sentence(whole, part, lex, passage):
                continue
            if part.stated <= whole.stated and (_points_back(part, lex) or (part.counted is None and _is_divided(whole, part, lex))):
                part.total = place
                if part.counted is None or lex.at(part.last + 1) == "of":
                    part.counted, part.counted_first, part.counted_last = whole.counted, whole.counted_first, whole.counted_last
            break


def count_numbers_of(figures: list[Figure], lex: Lexemes, nouns: NounReader) -> None:
    """`the number of routes rose to 76`: a bare number is of what the sentence tells the number of."""
    for figure in figures:
        if figure.sense != "count" or figure.unit is not None or figure.counted is not None or lex.at(_start(figure, lex) - 1) not in _STATING:
            continue
        sentence = nouns.passage.sentence_at(lex.starts[figure.first])
        opening = max(figure.first - _FARTHEST, lex.after(sentence.start))
        place = next((i for i in range(figure.first - 1, opening - 1, -1) if lex.at(i) == "of" and lex.at(i - 1) in ("number", "numbers")), None)
        if place is not None:
            figure.counted = nouns.named_at(place + 1)


def _start(figure: Figure, lex: Lexemes) -> int:
    """First lexeme of the words that bend a figure."""
    index = figure.first
    while lex.at(index - 1) in _BENT - {"at"} or (lex.at(index - 1) == "at" and lex.at(index) == "least"):
        index -= 1
    return index


def _points_back(part: Figure, lex: Lexemes) -> bool:
    """`four of which`, `of whom some 300`."""
    if lex.at(part.last + 1) == "of" and lex.at(part.last + 2) in _THEM:
        return lex.at(part.last + 2) not in ("these", "those") or lex.at(part.last + 3) in (",", "are", "were", "have", "had")
    start = _start(part, lex)
    start -= lex.at(start - 1) == ","
    return lex.at(start - 1) in ("which", "whom", "these", "them") and lex.at(start - 2) == "of"


def _is_divided(whole: Figure, part: Figure, lex: Lexemes) -> bool:
    """`of the 58 members polled, just three had`."""
    index = whole.first - 1
    while lex.at(index) in _OWNERS:
        index -= 1
    opens = lex.at(index) == "of" and (lex.at(index - 1) in _OPENING - {","} or (lex.at(index - 1) == "out" and lex.at(index - 2) in _OPENING))
    commas = [i for i in range(max(whole.last, whole.counted_last) + 1, part.first) if lex.at(i) == ","]
    return opens and len(commas) == 1 and commas[0] == _start(part, lex) - 1
