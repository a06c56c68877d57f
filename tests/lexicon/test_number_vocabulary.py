"""The vocabulary of numbers agrees with itself and with the library it was generated from."""

import json
from importlib.resources import files

import pytest

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.generate_units import catalogue


def test_the_catalogue_is_what_the_generator_writes() -> None:
    written = json.loads((files("wirefacts.lexicon") / "data" / "units_catalogue.json").read_text(encoding="utf-8"))
    assert written == catalogue()


def test_currencies_are_listed_once() -> None:
    codes = [currency.code for currency in Lexicon().currencies.currencies]
    assert len(codes) == len(set(codes))


def test_a_word_names_one_currency() -> None:
    words = [word.lower() for currency in Lexicon().currencies.currencies for word in (*currency.words, *currency.minor)]
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize("table", ["before", "after"])
def test_a_bound_means_one_thing(table: str) -> None:
    phrases = [phrase for surfaces in getattr(Lexicon().bounds, table).values() for phrase in surfaces]
    assert sorted({phrase for phrase in phrases if phrases.count(phrase) > 1}) == []


def test_directions_do_not_contradict() -> None:
    changes = Lexicon().changes
    assert not changes.up.verbs & changes.down.verbs
    assert not changes.up.nouns & changes.down.nouns
    assert not changes.up.adverbs & changes.down.adverbs
