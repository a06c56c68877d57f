"""Confidences: counted, and drawn towards their kind where little was counted."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.lexicon import Lexicon, LexiconError
from wirefacts.lexicon.confidences import Confidences, Tally

TALLIES = st.integers(0, 500).flatmap(lambda found: st.builds(Tally, right=st.integers(0, found), found=st.just(found)))


@given(st.dictionaries(st.sampled_from(["date", "date.set", "date.event", "money"]), TALLIES, min_size=1))
def test_a_confidence_is_a_share_and_never_certain_for_what_was_hardly_counted(rules: dict[str, Tally]) -> None:
    measured = Confidences(rules=rules)
    for rule, tally in rules.items():
        told = measured.of(rule)
        assert told is not None
        assert 0 <= told <= 1
        assert 0 < told < 1, tally


def test_much_that_was_counted_speaks_for_itself() -> None:
    measured = Confidences(rules={"date.set": Tally(right=0, found=400), "date.event": Tally(right=400, found=400)})
    assert (measured.of("date.set") or 1) < 0.02
    assert (measured.of("date.event") or 0) > 0.98
    assert 0.4 < (measured.of("date.new") or 0) < 0.6


def test_every_kind_has_been_counted() -> None:
    measured = Lexicon().confidences
    assert all(measured.of(kind) for kind in ("money", "percentage", "quantity", "date", "organization"))


def test_a_vocabulary_of_ones_own_has_confidences_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "confidences.toml").write_text("[rules]\nmoney = { right = 0, found = 96 }\n")
    assert (Lexicon(tmp_path).confidences.of("money") or 1) < 0.1


def test_more_right_than_found_is_refused(tmp_path: Path) -> None:
    (tmp_path / "confidences.toml").write_text("[rules]\nmoney = { right = 3, found = 2 }\n")
    with pytest.raises(LexiconError, match=r"confidences\.toml: rules\.money: .*3 of 2 cannot be right"):
        Lexicon(tmp_path)
