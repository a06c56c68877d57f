"""A user's own vocabulary, and what can be wrong with it."""

from pathlib import Path

import pytest

from wirefacts.lexicon import Lexicon, LexiconError


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("notes.md", "", "holds no lexicon file", id="nothing to read"),
        pytest.param("event.toml", "", r"event\.toml: no such table; those read are .*events\.toml", id="misspelt name"),
        pytest.param("numerals.toml", "cardinals = {", r"numerals\.toml: ", id="no TOML"),
        pytest.param("numerals.toml", "[cardinals]\nseven = 'many'", r"numerals\.toml: cardinals\.seven: ", id="wrong type"),
        pytest.param(
            "currency_areas.toml", "[areas.XYZ]\nnames = ['Atlantis']", r"currency_areas\.toml: areas\.XYZ: no such currency", id="no currency"
        ),
        pytest.param("numerals.toml", "[cardinal]\nseven = 7", r"numerals\.toml: cardinal: no such entry", id="unknown section"),
    ],
)
def test_a_folder_that_is_of_no_use_is_refused_at_once(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(LexiconError, match=message):
        Lexicon(tmp_path)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        Lexicon(tmp_path / "absent")


def test_own_entries_are_added_and_overrule(tmp_path: Path) -> None:
    (tmp_path / "numerals.toml").write_text("[cardinals]\nscore = 20\nforty = 41\n")
    cardinals = Lexicon(tmp_path).numerals.cardinals
    assert (cardinals["score"], cardinals["forty"], cardinals["seven"]) == (20, 41, 7)
