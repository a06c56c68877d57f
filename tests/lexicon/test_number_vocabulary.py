"""The vocabulary of numbers agrees with itself and with the library it was generated from."""

import json
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

import pytest

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.generate_units import Choices, catalogue, factors
from wirefacts.lexicon.loader import LexiconError, load


def test_the_catalogue_is_what_the_generator_writes() -> None:
    written = json.loads((files("wirefacts.lexicon") / "data" / "units_catalogue.json").read_text(encoding="utf-8"))
    assert written == catalogue()


def test_the_factors_are_what_the_generator_writes() -> None:
    written = json.loads((files("wirefacts.lexicon") / "data" / "unit_factors.json").read_text(encoding="utf-8"))
    assert written == factors()


def test_a_unit_of_a_dimension_with_a_base_is_worth_something_or_is_unsettled() -> None:
    units, unsettled = Lexicon().units, load("catalogue_choices.toml", Choices).unsettled
    names = {unit.name for unit in units.everything if unit.per is None and unit.dimension in units.bases}
    assert {name for name in names if units.base_of(name) is None} == names & unsettled


def test_a_base_unit_is_worth_itself() -> None:
    units = Lexicon().units
    worths = {base: units.base_of(base) for base in units.bases.values() if " per " not in base and base != "coulomb"}
    assert {base: (worth.factor, worth.unit) for base, worth in worths.items() if worth} == {base: (Fraction(1), base) for base in worths}


def test_a_vocabulary_of_ones_own_says_what_a_unit_is_worth(tmp_path: Path) -> None:
    (tmp_path / "units.toml").write_text('[[units]]\nname = "rai"\ndimension = "area"\nfactor = "1600"\nwords = ["rai"]\n')
    worth = Lexicon(tmp_path).units.base_of("rai")
    assert worth is not None
    assert (worth.factor, worth.unit) == (Fraction(1600), "square metre")


@pytest.mark.parametrize("factor", ["0", "0.0", "1/0", "-2", "1e3", "two"])
def test_a_factor_is_a_positive_decimal_or_fraction(tmp_path: Path, factor: str) -> None:
    (tmp_path / "units.toml").write_text(f'[[units]]\nname = "rai"\ndimension = "area"\nfactor = "{factor}"\n')
    with pytest.raises(LexiconError, match=r"units\.toml: units\.0\.factor"):
        _ = Lexicon(tmp_path)


def test_currencies_are_listed_once() -> None:
    codes = [currency.code for currency in Lexicon().currencies.currencies]
    assert len(codes) == len(set(codes))


def test_a_word_names_one_currency() -> None:
    words = [word.lower() for currency in Lexicon().currencies.currencies for word in (*currency.words, *currency.minor)]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_areas_are_of_known_currencies_and_countries() -> None:
    lexicon = Lexicon()
    codes = {currency.code for currency in lexicon.currencies.currencies} | lexicon.currencies.dollars.keys()
    areas = lexicon.currency_areas.areas
    assert areas.keys() <= codes
    assert {country for area in areas.values() for country in area.countries} <= lexicon.places.countries.keys()


def test_a_name_speaks_for_one_currency() -> None:
    named = [name for area in Lexicon().currency_areas.areas.values() for name in {*area.countries, *area.names, *area.papers}]
    assert sorted({name for name in named if named.count(name) > 1}) == []


def test_what_several_currencies_are_called_can_be_told_apart() -> None:
    lexicon = Lexicon()
    codes = {code for shared in lexicon.currencies.shared for code in shared.currencies}
    assert codes <= lexicon.currency_areas.areas.keys()
    assert all(shared.usual is None or shared.usual in shared.currencies for shared in lexicon.currencies.shared)


@pytest.mark.parametrize("table", ["before", "after"])
def test_a_bound_means_one_thing(table: str) -> None:
    phrases = [phrase for surfaces in getattr(Lexicon().bounds, table).values() for phrase in surfaces]
    assert sorted({phrase for phrase in phrases if phrases.count(phrase) > 1}) == []


def test_directions_do_not_contradict() -> None:
    changes = Lexicon().changes
    assert not changes.up.verbs & changes.down.verbs
    assert not changes.up.nouns & changes.down.nouns
    assert not changes.up.adverbs & changes.down.adverbs
