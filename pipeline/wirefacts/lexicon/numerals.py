"""How numbers are written out: cardinal and ordinal words, scale words and their abbreviations, fractions, orders of magnitude."""

from wirefacts.records import Amount, Record


class Numerals(Record):
    """Number words, all in lower case."""

    cardinals: dict[str, int]
    ordinals: dict[str, int]
    scales: dict[str, Amount]
    abbreviations: dict[str, Amount]
    denominators: dict[str, int]
    glyphs: dict[str, Amount]
    groups: dict[str, Amount]
    plurals: dict[str, Amount]
    indefinite: dict[str, int]
