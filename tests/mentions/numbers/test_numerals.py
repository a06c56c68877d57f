"""What written numbers state."""

from decimal import Decimal

import pytest

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.numbers.lexemes import lexemes_of
from wirefacts.mentions.numbers.numerals import Numeral, NumeralReader, rounded


def numerals_of(text: str) -> list[tuple[str, Numeral]]:
    lex = lexemes_of(text)
    reader = NumeralReader(
        Lexicon().numerals,
        lex,
        letter_is_scale=lambda index, value: value > 0 and lex.glued(index),
        prefix_is_currency=lambda index: lex.texts[index] in ("$", "USD"),
        unit_starts=lambda index: lex.at(index) == "mile",
        moves=lambda index: lex.at(index) in ("lost", "shrank"),
    )
    return [(text[lex.starts[n.first] : lex.ends[n.last]], n) for n in reader.read()]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("4,500 ships", "4,500", "4500"),
        ("12,34,567.89 rupees", "12,34,567.89", "1234567.89"),
        ("2.08 billion", "2.08 billion", "2080000000"),
        (".001 percent", ".001", "0.001"),
        ("1.5-billion-yuan", "1.5-billion", "1500000000"),
        ("4 hundred million", "4 hundred million", "400000000"),
        ("35 lakh", "35 lakh", "3500000"),
        ("six", "six", "6"),
        ("zero", "zero", "0"),
        ("twenty-five", "twenty-five", "25"),
        ("two hundred and five", "two hundred and five", "205"),
        ("thirty-one thousand seven hundred sixty-four", "thirty-one thousand seven hundred sixty-four", "31764"),
        ("three million two hundred thousand", "three million two hundred thousand", "3200000"),
        ("one and a half million", "one and a half million", "1500000"),
        ("half a million", "half a million", "500000"),
        ("half a mile", "half a", "0.5"),
        ("a quarter million", "a quarter million", "250000"),
        ("a dozen", "a dozen", "12"),
        ("two dozen", "two dozen", "24"),
        ("two-thirds", "two-thirds", "0.666667"),
        ("a quarter of it", "a quarter", "0.25"),
        ("1/4 mile", "1/4", "0.25"),
        ("3½ acres", "3½", "3.5"),
        ("1 1/2 cups", "1 1/2", "1.5"),
        ("minus 5", "minus 5", "-5"),
        ("fell -1.6%", "-1.6", "-1.6"),
        ("Index 50 -1.3%", "-1.3", "-1.3"),
        ("tenfold", "tenfold", "10"),
    ],
)
def test_written_number(text: str, surface: str, value: str) -> None:
    assert (surface, Decimal(value)) in [(written, rounded((n.value or Decimal(0)) * n.scale)) for written, n in numerals_of(text)]


@pytest.mark.parametrize(
    ("text", "surface", "least"),
    [
        ("dozens", "dozens", 24),
        ("hundreds", "hundreds", 200),
        ("thousands", "thousands", 2000),
        ("several thousand", "several thousand", 2000),
        ("a few hundred", "a few hundred", 200),
        ("tens of thousands", "tens of thousands", 20_000),
        ("hundreds of millions", "hundreds of millions", 200_000_000),
    ],
)
def test_orders_of_magnitude(text: str, surface: str, least: int) -> None:
    ((written, numeral),) = numerals_of(text)
    assert (written, numeral.form) == (surface, "vague")
    assert (numeral.value or Decimal(0)) * numeral.scale == least


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("18th", "ordinal"),
        ("twenty-first", "ordinal"),
        ("second", "ordinal"),
        ("11:24:01", "clock"),
        ("COVID-19", "code"),
        ("G20", "code"),
        ("A380", "code"),
        ("2022.07.19", "code"),
        ("9/11", "code"),
        ("7" * 60, "code"),
    ],
)
def test_what_is_no_amount(text: str, form: str) -> None:
    assert [numeral.form for _, numeral in numerals_of(text)] == [form]


def test_signs_need_a_free_place() -> None:
    assert [n.value for _, n in numerals_of("5-6 and 5 - 6 and (-6) and $-7")] == [5, 6, 5, 6, -6, -7]


def test_cardinals_that_do_not_combine_stay_apart() -> None:
    assert [written for written, _ in numerals_of("seven eight, three thousand and four thousand")] == [
        "seven",
        "eight",
        "three thousand",
        "four thousand",
    ]
