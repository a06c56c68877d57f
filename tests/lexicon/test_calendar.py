"""The words of the temporal grammar."""

from wirefacts.lexicon import Lexicon

CALENDAR = Lexicon().calendar


def test_a_word_keeps_all_its_senses() -> None:
    assert CALENDAR.senses["last"] == {"SHIFT": -1, "RUNNING": -1, "LAST": None}


def test_words_are_in_lower_case() -> None:
    assert all(word == word.lower() for word in CALENDAR.senses)
