"""Facts narrowed down in the database are those that the conditions would choose among all."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wirefacts.ledger import Ledger, LedgerError
from wirefacts.records import Result, text_sha256
from wirefacts.records.specimen import TEXT, specimen
from wirefacts.showing.selecting import Selection

Maker = Callable[..., Result]

NUMBERS = st.none() | st.sampled_from([Decimal(number) for number in ("0", "4", "17.6", "17.60000001", "500", "307000000", "2080000000")])
DAYS = st.none() | st.dates(dt.date(2009, 1, 1), dt.date(2026, 1, 1))
SELECTIONS = st.builds(
    Selection,
    kinds=st.frozensets(st.sampled_from(("money", "date", "quantity", "organization")), max_size=2),
    currencies=st.frozensets(st.sampled_from(("CNY", "USD")), max_size=1),
    minimum=NUMBERS,
    maximum=NUMBERS,
    since=DAYS,
    until=DAYS,
    organization=st.none() | st.sampled_from(("COMMERCE", "times", "")),
    words=st.none() | st.sampled_from(("Port", "goods", "no such words", "")),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SELECTIONS)
def test_what_is_narrowed_down_is_what_is_chosen_among_all(ledger: Ledger, selection: Selection) -> None:
    if not ledger.acts():
        ledger.decide(specimen().facts[2].id, "correct", {"value": "4", "currency": "HKD"}, reviewer="li")
        ledger.add(1, "date", "a day", {"start_date": "2015-05-05", "end_date": "2015-05-05"}, reviewer="li")
    everything = selection.of([entry.fact for entry in ledger.entries(1)], TEXT)
    narrowed = selection.of([entry.fact for view in ledger.views(selection) for entry in view.entries], TEXT)
    assert narrowed == everything
    assert {fact.id for fact in everything} <= {entry.fact.id for view in ledger.views(selection) for entry in view.entries}


def test_lines_and_entries_tell_the_same(ledger: Ledger) -> None:
    ledger.decide(specimen().facts[2].id, "correct", {"text": "2.08 billion"}, reviewer="li")
    ledger.decide(specimen().facts[3].id, "reject", reviewer="li")
    entries = [(entry.place.key, entry.place.state, entry.fact.kind, entry.fact.text) for entry in ledger.entries(1)]
    assert [(line.key, line.state, line.kind, line.surface) for line in ledger.lines()] == entries
    assert [line.surface for line in ledger.lines(states=("corrected", "rejected"))] == ["2.08 billion", "$307 million"]
    assert [line.surface for line in ledger.lines(Selection(currencies=frozenset({"USD"})))] == ["$307 million"]


def test_the_lines_of_all_articles_are_those_of_each(ledger: Ledger, made: Maker) -> None:
    """However its facts were decided on, by whom, and whether a run has read it."""
    text = "The far bridge is 5 km long."
    added = ledger.keep_article(made(text=text, name="bridge").article, text)
    ledger.keep_article(made(text="Nothing.", name="bare").article, "Nothing.")
    ledger.add(added, "quantity", "5 km", {"value": "5"}, reviewer="li")
    for number, (verdict, changes) in enumerate([("accept", {}), ("reject", {}), ("correct", {"text": "2.08 billion"})]):
        ledger.decide(specimen().facts[number].id, verdict, changes, reviewer="wang")
    for reviewer in (None, "li", "wang"):
        whole = ledger.lines_by_article(reviewer=reviewer)
        assert whole == ledger.lines_by_article(ledger.rows(), reviewer=reviewer)
        assert list(whole) == ledger.rows()
        assert [line for lines in whole.values() for line in lines] == list(ledger.lines(reviewer=reviewer))
    assert {line.state for lines in ledger.lines_by_article().values() for line in lines} == {"pending", "accepted", "rejected", "corrected", "added"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("THE PORT", True),
        ("five-year", True),
        ("17.6 percent", True),
        ("17_6", False),
        ("2.08%", False),
        ("port\\", False),
        ("", True),
        ("Łódź", False),
    ],
)
def test_articles_are_found_by_words_of_their_text(ledger: Ledger, words: str, found: bool) -> None:
    assert ledger.articles_saying(words) == ({1} if found else set())


def test_facts_are_found_by_words_of_their_sentence(ledger: Ledger) -> None:
    rows = ledger.near(1, "Eastland SAID")
    assert [line.surface for line in ledger.lines() if line.row in rows][:2] == ["2.08 billion yuan", "$307 million"]
    assert not ledger.near(1, "Westland")


def test_a_link_follows_a_fact_that_was_moved(ledger: Ledger) -> None:
    worth, restated = specimen().facts[2], specimen().facts[3]
    moved = ledger.decide(worth.id, "correct", {"text": "2.08 billion"}, reviewer="li").fact.id
    shown = next(entry.fact for entry in ledger.entries(1) if entry.fact.id == restated.id)
    assert shown.equivalent_of == moved != worth.id  # type: ignore[union-attr]
    entry = ledger.decide(restated.id, "correct", {"value": "308000000"}, reviewer="li")
    assert entry.fact.equivalent_of == moved  # type: ignore[union-attr]
    ledger.undo(reviewer="li")
    ledger.undo(reviewer="li")
    assert next(entry.fact for entry in ledger.entries(1) if entry.fact.id == restated.id).equivalent_of == worth.id  # type: ignore[union-attr]
    ledger.redo(reviewer="li")
    ledger.done(1, reviewer="li")
    assert {getattr(fact, "equivalent_of", None) for fact in ledger.confirmed(1)} == {None, moved}


def test_short_ids_name_one_fact_each(ledger: Ledger) -> None:
    ids = [line.key for line in ledger.lines()]
    short = ledger.short_ids(ids)
    assert all(len(short[id_]) >= 4 and [other for other in ids if other.startswith(short[id_])] == [id_] for id_ in ids)
    assert ledger.decide(short[ids[0]].upper(), "accept", reviewer="li").fact.id == ids[0]


def test_an_id_that_several_begin_with_is_refused_with_their_names(ledger: Ledger) -> None:
    ids = sorted(line.key for line in ledger.lines())
    one, other = next((a, b) for a, b in pairwise(ids) if a[0] == b[0])
    with pytest.raises(LedgerError, match=f"'{one[0]}' could be .*{other}"):
        ledger.decide(one[0], "accept", reviewer="li")


def test_articles_are_named_by_id_path_and_digest(ledger: Ledger) -> None:
    article = specimen().article
    assert {ledger.article_named(name) for name in (article.id, article.path or "", article.sha256[:8], article.sha256)} == {1}
    for name in ("nobody", article.sha256[:5], "ffffffff", ""):
        with pytest.raises(LedgerError, match=f"no article is called {name!r}"):
            ledger.article_named(name)
    text = TEXT + "."
    ledger.keep_article(article.model_copy(update={"sha256": text_sha256(text), "characters": len(text)}), text)
    with pytest.raises(LedgerError, match="2 articles are called 'harbor'; give the beginning of a digest instead"):
        ledger.article_named("harbor")
