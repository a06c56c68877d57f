"""How numbers are written out: cardinal and ordinal words, scale words and their abbreviations."""

from wirefacts.records import Amount, Record


class Numerals(Record):
    """Number words, all in lower case."""

    cardinals: dict[str, int]
    ordinals: dict[str, int]
    scales: dict[str, Amount]
    abbreviations: dict[str, Amount]
