"""The parts of the desk that need no screen."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from wirefacts.ledger import Line
from wirefacts.records import Kind
from wirefacts.records.base import text_sha256
from wirefacts.records.review import State
from wirefacts.records.specimen import TEXT, specimen
from wirefacts.reviewing.draft import Base, Draft
from wirefacts.reviewing.keys import KEYS, keys_table
from wirefacts.reviewing.page import Mark, Page
from wirefacts.reviewing.progress import Decided, changed_fields, summary
from wirefacts.reviewing.queue import Queue, Wanted, wanted
from wirefacts.reviewing.styles import KIND_WORDS, STATE_WORDS
from wirefacts.reviewing.words import Words

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def line(key: str, confidence: float | None = None, state: State = "pending", article: int = 1, kind: Kind = "money") -> Line:
    start = int(key, 16)
    return Line(article, key, state, kind, start, start + 1, f"words {key}", confidence, start)


def by_article(*lines: Line) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = {}
    for each in lines:
        found.setdefault(each.article, []).append(each)
    return found


def shown(queue: Queue) -> list[str]:
    return [queue.line(place).key for place in range(len(queue))]


def test_doubtful_facts_come_first_and_those_that_nobody_measured_before_all() -> None:
    queue = Queue(by_article(line("1", 0.9), line("2"), line("3", 0.1)))
    assert shown(queue) == ["2", "3", "1"]
    queue.arrange("text")
    assert shown(queue) == ["1", "2", "3"]
    assert queue.current is not None
    assert queue.current.key == "2"  # what was looked at still is


def test_skipped_facts_come_when_all_others_are_decided() -> None:
    queue = Queue(by_article(line("1"), line("2"), line("3")), "text")
    queue.skipped.add("1")
    queue.go_on()
    queue.renew(by_article(line("1"), line("2", state="accepted"), line("3")))
    assert queue.go_on()
    assert queue.position == 2
    queue.renew(by_article(line("1"), line("2", state="accepted"), line("3", state="rejected")))
    assert queue.go_on()
    assert queue.position == 0
    assert queue.decided == 2


def test_what_is_new_is_shown_and_what_is_gone_is_not() -> None:
    queue = Queue(by_article(line("1"), line("3"), line("4", article=2)), "text")
    queue.renew(by_article(line("1"), line("2", state="added"), line("3")))
    assert shown(queue) == ["1", "2", "3", "4"]
    queue.step(1)
    queue.renew(by_article(line("1"), line("3")))
    assert shown(queue) == ["1", "3", "4"]
    assert queue.position == 0
    assert queue.total == 3
    queue.renew({1: []})
    queue.renew({2: []})
    assert queue.current is None
    assert not queue.go_on()


def test_only_facts_that_are_shown_left_and_sure_enough_are_accepted_at_once() -> None:
    queue = Queue(by_article(line("1", 0.9), line("2", 0.95, "rejected"), line("3", 0.97), line("4"), line("5", 0.99, kind="date")))
    assert set(queue.left_above(0.9)) == {"1", "3", "5"}
    queue.arrange(filtered=wanted("money"))
    assert set(queue.left_above(0.95)) == {"3"}


@pytest.mark.parametrize(
    ("written", "states", "kinds", "words"),
    [
        ("date, left", {"pending"}, {"date"}, ""),
        ("date,left ,", {"pending"}, {"date"}, ""),
        ("port, Dates", set(), {"date"}, "port"),
        ("org acc", {"accepted"}, {"organization"}, ""),
        ("corr quant perc", {"corrected"}, {"quantity", "percentage"}, ""),
        ("rej add pend mon", {"rejected", "added", "pending"}, {"money"}, ""),
        ("quantities percentages", set(), {"quantity", "percentage"}, ""),
        ("or ac", set(), set(), "or ac"),
        ("per cent", set(), set(), "per cent"),
        ("5,000 tonnes", set(), set(), "5,000 tonnes"),
        ("July 19, 2022", set(), set(), "july 19, 2022"),
        ("organizer", set(), set(), "organizer"),
        (" , ", set(), set(), ""),
    ],
)
def test_a_filter_names_states_and_kinds_as_the_queue_prints_them(written: str, states: set[str], kinds: set[str], words: str) -> None:
    assert wanted(written) == Wanted(frozenset(states), frozenset(kinds), words)


def test_a_search_goes_through_all_that_contain_the_words_then_through_all_that_are_near_them() -> None:
    queue = Queue(by_article(*map(line, "12345")), "text")
    queue.step(1)
    told = [(queue.find("words 4", lambda line: line.key in "135"), queue.position) for _ in range(6)]
    assert told == [("fact", 3), ("sentence", 0), ("sentence", 2), ("sentence", 4), ("fact", 3), ("sentence", 0)]
    assert queue.find("boat", lambda _: False) is None
    assert queue.position == 0
    assert Queue({}).find("boat", lambda _: True) is None


@given(st.text(alphabet="ab,. 5\n中", max_size=60), st.data())
def test_moving_an_end_keeps_a_range_of_the_text(text: str, data: st.DataObject) -> None:
    words = Words(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for side in ("start", "end"):
        for step in (1, -1):
            moved = words.moved(start, end, side, step)
            assert moved == (start, end) or 0 <= moved[0] < moved[1] <= len(text)


@given(st.text(max_size=200), st.integers(1, 30), st.data())
def test_a_page_shows_every_character_and_finds_it_again(text: str, width: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    marks = [Mark(start, end, "money", "pending")] if start < end else []
    for bracketed in (False, True):
        page = Page(text, marks, width, bracketed=bracketed)
        for offset in range(len(text)):
            assert 0 <= page.line_of(offset) < len(page.pieces)
        for number, piece in enumerate(page.pieces):
            assert 0 <= page.offset(number, 0) <= len(text)
            assert all(0 <= first < last <= len(piece.words) for _, first, last in page.marks_on(piece))
    assert "".join(piece.words for piece in Page(text, (), width).pieces).count("a") == text.count("a")


def test_steering_characters_are_shown_and_not_obeyed() -> None:
    page = Page("a\x1b[31m\u202e[bold]b[/bold]", (), 80)
    assert [piece.words for piece in page.pieces] == ["a␛[31m\ufffd[bold]b[/bold]"]


FACTS = {fact.text: fact for fact in specimen().facts}
BASE = Base(TEXT, text_sha256(TEXT))


@pytest.mark.parametrize(
    ("surface", "typed", "fault"),
    [
        ("2.08 billion yuan", {"value": "2,090,000,000"}, ""),
        ("2.08 billion yuan", {"value": "many"}, "value: expected a number, not 'many'"),
        ("2.08 billion yuan", {"modifier": "range"}, "a number that is 'range' states low"),
        ("2.08 billion yuan", {"modifier": "range", "low": "5", "high": "6"}, ""),
        ("2010", {"start_date": "2010"}, "start_date: expected a day as YYYY-MM-DD, not '2010'"),
        ("2010", {"type": "date"}, ""),
        ("4 tonnes", {"kind": "organization"}, ""),
        ("Harbor Times", {"kind": "boat"}, "kind: expected one of money"),
    ],
)
def test_a_draft_is_held_against_the_record_as_it_is_typed(surface: str, typed: dict[str, str], fault: str) -> None:
    draft = Draft(BASE, FACTS[surface])
    for name, value in typed.items():
        draft.set(name, value)
    assert fault in draft.fault
    assert bool(draft.fault) == bool(fault) == (draft.fact is None)


def test_a_draft_that_is_typed_back_changes_nothing() -> None:
    draft = Draft(BASE, FACTS["2.08 billion yuan"])
    draft.set("currency", "USD")
    draft.set("currency", "CNY")
    draft.mark(draft.span[0], draft.span[1] - 5)
    assert draft.changes
    assert draft.fact is not None
    assert draft.fact.text == "2.08 billion"
    draft.mark(draft.span[0], draft.span[1] + 5)
    draft.set_kind("quantity")
    draft.set_kind("money")
    assert not draft.changes


def test_what_follows_from_others_can_be_set_to_what_it_was() -> None:
    draft = Draft(BASE, FACTS["2010"])
    draft.set("start_date", "2010-01-22")
    assert draft.written("timex") == "2010-01-22/.."
    draft.set("timex", "2010/..")
    assert draft.written("timex") == "2010/.."
    draft.set("start_date", "2010-01-01")
    draft.set("timex", "2010/..")
    assert not draft.changes


@pytest.mark.parametrize(
    ("surface", "typed", "fields"),
    [
        ("2010", {"start_date": "2010-01-22"}, ("start_date",)),
        ("2010", {"start_date": "2010-01-22", "timex": "2010-W03/.."}, ("start_date", "timex")),
        ("2010", {"timex": "2010-01/.."}, ("timex",)),
        ("2010", {"modifier": "approximate"}, ("modifier",)),
        ("4 tonnes", {"value": "5"}, ("value",)),
        ("4 tonnes", {"modifier": "exact"}, ("modifier",)),
        ("4 tonnes", {"modifier": "range", "value": "", "high": "5"}, ("value", "high", "modifier")),
    ],
)
def test_fields_that_follow_from_others_are_not_told_as_corrected(surface: str, typed: dict[str, str], fields: tuple[str, ...]) -> None:
    draft = Draft(BASE, FACTS[surface])
    for name, value in typed.items():
        draft.set(name, value)
    assert draft.fact is not None
    assert changed_fields(FACTS[surface], draft.fact) == fields


def test_an_addition_wants_what_its_kind_states() -> None:
    start = TEXT.index("port")
    draft = Draft(BASE, kind="money", span=(start, start + 4))
    assert draft.fault
    draft.set("value", "5")
    assert draft.fact is not None
    assert (draft.fact.text, draft.values()["start"]) == ("port", str(start))


def test_the_summary_tells_what_goes_wrong_most() -> None:
    log = [
        Decided("accept", "1", "money", "money"),
        Decided("correct", "2", "money", "money", ("value", "boundary")),
        Decided("reject", "3", "date", "date.calendar"),
        Decided("reject", "4", "date", "date.calendar"),
        Decided("add", "5", "organization"),
        Decided("accept", None, facts=40),
    ]
    console = Console(width=100, record=True, file=io.StringIO())
    console.print(summary(log, skipped=1, done=["port\x1b[31m"], left=9, total=60))
    told = " ".join(console.export_text().split())
    assert "accepted 41 rejected 2 corrected 1 added 1 skipped 1" in told
    assert "left in all 9 of 60" in told
    assert "date: date.calendar 2 2 2 – – money: money 1 2 – 1 – value, boundary organization: (not found) 1 – – – 1" in told
    assert "port␛[31m" in told


@pytest.mark.parametrize(
    ("log", "told"),
    [
        ([Decided("correct", "1", "money", "m", ("boundary",)), Decided("correct", "1", "money", "m", ("value", "boundary"))], "corrected 1"),
        ([Decided("correct", "1", "money", "m", ("value",)), Decided("accept", "1", "money", "m")], "accepted 1"),
        ([Decided("accept", None, facts=3, on=frozenset("123")), Decided("reject", "2", "money", "m")], "accepted 2 rejected 1"),
        ([Decided("reject", None, facts=1, on=frozenset("1")), Decided("accept", "1", "money", "m")], "accepted 1"),
        ([Decided("accept", "1", "money", "m"), Decided("done", None, facts=2, on=frozenset("23"))], "accepted 1 accepted with done 2"),
        ([Decided("add", "1", "money"), Decided("add", "1", "money")], "added 1"),
    ],
)
def test_a_fact_counts_once_in_the_summary_by_what_it_came_to(log: list[Decided], told: str) -> None:
    console = Console(width=100, record=True, file=io.StringIO())
    console.print(summary(log, skipped=0, done=[], left=0, total=9))
    words = " ".join(console.export_text().split())
    assert f"{told} left in all" in " ".join(words.replace("─", "").split())
    assert "m 2" not in words


def test_what_the_queue_prints_filters_it() -> None:
    assert {wanted(words).kinds for words in KIND_WORDS.values()} == {frozenset({kind}) for kind in KIND_WORDS}
    assert {wanted(words.split()[1]).states for words in STATE_WORDS.values()} == {frozenset({state}) for state in STATE_WORDS}


def test_the_readme_has_the_keys() -> None:
    assert keys_table() in README
    assert len({key.action for key in KEYS}) == len(KEYS)
