import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.records import Fact, fact_from
from wirefacts.showing.context import Window, window

TEXT = "First. The two ports together shipped 5 tonnes of coal to the coast last year. Last."


def fact_in(text: str, surface: str, start: int, end: int) -> Fact:
    at = text.index(surface)
    value = {"kind": "quantity", "value": 5, "sentence": {"start": start, "end": end}, "provenance": {"rule": "rule"}}
    return fact_from({"id": "x", "start": at, "end": at + len(surface), "text": surface, **value})


@pytest.mark.parametrize(
    ("reach", "wanted"),
    [
        (100, Window("The two ports together shipped ", "5 tonnes", " of coal to the coast last year.")),
        (20, Window("… together shipped ", "5 tonnes", " of coal to the …")),
        (3, Window("… ", "5 tonnes", " of …")),
        (0, Window("… ", "5 tonnes", " …")),
    ],
)
def test_a_window_is_cut_between_words_and_never_leaves_the_sentence(reach: int, wanted: Window) -> None:
    assert window(fact_in(TEXT, "5 tonnes", 7, 78), TEXT, reach) == wanted


def test_a_window_is_one_line() -> None:
    text = "Trade\r\nrose\x1b[31m\n5\tpercent"
    assert "".join(window(fact_in(text, "5", 0, len(text)), text, 50)) == "Trade  rose␛[31m 5 percent"


@given(before=st.text(max_size=200), after=st.text(max_size=200), reach=st.integers(0, 100))
def test_a_window_is_never_wider_than_asked(before: str, after: str, reach: int) -> None:
    text = f"{before}5{after}"
    fact = fact_from(
        {"id": "x", "start": len(before), "end": len(before) + 1, "text": "5", "kind": "quantity", "value": 5}
        | {"sentence": {"start": 0, "end": len(text)}, "provenance": {"rule": "rule"}},
        text,
    )
    around = window(fact, text, reach)
    assert around.surface == "5"
    assert len(around.before) <= reach + 2
    assert len(around.after) <= reach + 2
