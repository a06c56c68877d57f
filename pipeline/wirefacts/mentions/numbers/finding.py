"""Every number of a passage: read, joined, bent, told apart and tied together."""

from collections.abc import Sequence

from wirefacts.mentions.numbers.bounds import BoundReader
from wirefacts.mentions.numbers.continuing import continue_units
from wirefacts.mentions.numbers.figures import Figure, FigureReader
from wirefacts.mentions.numbers.lexemes import Lexemes
from wirefacts.mentions.numbers.links import link_counted, link_equivalents, link_totals
from wirefacts.mentions.numbers.mention import NumberMention
from wirefacts.mentions.numbers.nouns import NounReader
from wirefacts.mentions.numbers.parts import count_numbers_of, link_parts
from wirefacts.mentions.numbers.percentages import PercentageReader
from wirefacts.mentions.numbers.ranges import Neighbours
from wirefacts.mentions.numbers.rates import divide_apart
from wirefacts.mentions.numbers.senses import SenseReader
from wirefacts.mentions.numbers.sharing import share_counted, share_percent_points, share_units
from wirefacts.mentions.passage import Passage, Span


def find_numbers(passage: Passage, times: Sequence[Span], names: Sequence[Span]) -> list[NumberMention]:
    """The numbers of a passage in text order, each with what it is.

    `times` are the temporal expressions, `names` the organizations: a number inside one is no quantity.

    >>> import spacy
    >>> from wirefacts.mentions.passage import passage_of
    >>> text = "Sales rose 5.2 percent to 3 billion yuan."
    >>> [(n.sense, str(n.value)) for n in find_numbers(passage_of(text, [(0, spacy.blank("en")(text))]), [], [])]
    [('percentage', '5.2'), ('money', '3000000000')]
    """
    reader = FigureReader(passage)
    lex = reader.lex
    bounds = BoundReader(passage.lexicon, lex)
    nouns = NounReader(passage, lex, reader.signs, times)
    senses = SenseReader(passage, lex, times, names)
    figures = reader.read()
    for figure in figures:
        figure.time = senses.time(figure)
    figures = Neighbours(passage, lex, bounds).joined(figures)
    kept: list[Figure] = []
    for figure in figures:
        before = kept[-1] if kept else None
        if before is not None and figure.first <= before.last:
            continue  # a second, of `5 litres per second`
        kept.append(figure)
        if figure.numeral.form in ("ordinal", "code", "clock"):
            continue
        nouns.count(figure)
        bounds.bend(figure, before)
        nouns.divide(figure)
    figures = kept
    link_counted(figures, lex)
    for figure in figures:
        figure.sense = senses.sense(figure)
    share_percent_points(figures, lex, passage)
    percentages = PercentageReader(passage, lex, bounds, times)
    percentages.read(figures)
    continue_units(figures, lex, passage)
    share_units(figures, lex, passage)
    divide_apart(figures, lex, passage)
    count_numbers_of(figures, lex, nouns)
    share_counted(figures, lex, passage)
    link_totals(figures, lex)
    link_parts(figures, lex, passage)
    link_equivalents(figures, lex)
    return [_mention(figure, lex) for figure in figures]


def _mention(figure: Figure, lex: Lexemes) -> NumberMention:
    assert figure.sense is not None
    unit = figure.unit
    numerals = [figure.numeral, *figure.merged]
    money = figure.sense == "money"
    return NumberMention(
        start=lex.starts[figure.first],
        end=lex.ends[figure.last],
        sense=figure.sense,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        modifier=figure.modifier,
        numeral=(lex.starts[numerals[0].first], lex.ends[numerals[-1].last]),
        currency=unit.name or None if unit and money else None,
        minor=bool(unit and money and unit.factor < 1),
        unit=unit.name if unit and not money else None,
        shared=figure.shared,
        per=figure.per,
        counted=figure.counted,
        counted_span=(lex.starts[figure.counted_first], lex.ends[figure.counted_last]) if figure.counted_first >= 0 else None,
        role=figure.role,
        direction=figure.direction,
        mover=figure.mover,
        basis=figure.basis,
        basis_text=figure.basis_text,
        equivalent_of=figure.equivalent,
        of_total=figure.total,
        earlier=figure.pair,
    )
