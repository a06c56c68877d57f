"""Texts cut for marking: nothing lost, nothing twice, every fact reachable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.records import Fact, fact_from
from wirefacts.showing.marking import pieces

TEXT = "abcdefghijklmnop"


def fact(start: int, end: int) -> Fact:
    return fact_from(
        {
            "id": f"{start}-{end}",
            "kind": "quantity",
            "value": 1,
            "start": start,
            "end": end,
            "text": TEXT[start:end],
            "sentence": {"start": 0, "end": len(TEXT)},
            "provenance": {"rule": "r"},
        }
    )


@pytest.mark.parametrize(
    ("spans", "cut"),
    [
        ([], ["abcdefghijklmnop"]),
        ([(0, 2)], ["ab*", "cdefghijklmnop"]),
        ([(2, 8), (4, 6)], ["ab", "cd*", "ef*", "gh", "ijklmnop"]),
        ([(2, 8), (5, 11)], ["ab", "cde*", "fgh", "ijk*", "lmnop"]),
        ([(2, 4), (2, 4)], ["ab", "cd*", "*", "efghijklmnop"]),
    ],
)
def test_pieces(spans: list[tuple[int, int]], cut: list[str]) -> None:
    assert [piece.text + "*" * piece.first for piece in pieces(TEXT, [fact(*span) for span in spans])] == cut


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda span: span[0] < span[1])


@given(st.lists(SPANS, max_size=8))
def test_pieces_make_up_the_text_and_reach_every_fact_once(spans: list[tuple[int, int]]) -> None:
    facts = [fact(*span) for span in spans]
    made = pieces(TEXT, facts)
    assert "".join(piece.text for piece in made) == TEXT
    assert sorted(piece.fact.id for piece in made if piece.fact and piece.first) == sorted(each.id for each in facts)
    position = 0
    for piece in made:
        if piece.fact and piece.text:
            assert piece.fact.start <= position
            assert position + len(piece.text) <= piece.fact.end
        position += len(piece.text)
