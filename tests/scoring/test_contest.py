"""Peers in a contest: how they stand, and why they do not."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from spacy.language import Language

from wirefacts.interchange import NameDocument
from wirefacts.records import NameSpan
from wirefacts.scoring.bootstrap import Resampling
from wirefacts.scoring.contest import Contest
from wirefacts.scoring.outcome import outcome_of
from wirefacts.scoring.tasks import DATASETS

TEXT = "Sealand spoke. The Harbor Bureau left."
NAMES = (NameSpan(start=0, end=7), NameSpan(start=19, end=32))
DOCUMENTS = [NameDocument(id=f"{index}", text=TEXT, published=dt.date(2021, 5, index + 1), names=NAMES) for index in range(10)]
TASK = DATASETS["organizations"]


class MadeUp:
    """A peer that answers in some forms what it is told to."""

    name = "made-up"
    install = "pip install made-up"

    def __init__(self, answer: Callable[[], Sequence[NameSpan]] = tuple, forms: Sequence[str] = ("names",)) -> None:
        self.answer, self.forms = answer, forms
        self.asked: list[tuple[str, dt.date | None]] = []

    def names(self, text: str, published: dt.date | None) -> Sequence[NameSpan]:
        self.asked.append((text, published))
        return self.answer()


@pytest.fixture
def contest() -> Contest:
    ours = outcome_of(TASK, [(document, NAMES) for document in DOCUMENTS])
    return Contest(TASK, DOCUMENTS, ours, Resampling(len(ours.units)))


@pytest.fixture
def enter(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    return lambda peer: monkeypatch.setattr("wirefacts.scoring.contest.loaded_peer", lambda _name, _nlp: peer)


@pytest.mark.parametrize(
    ("answer", "f1", "lead", "clear"),
    [(NAMES, 1.0, 0.0, False), (NAMES[:1], 2 / 3, 1 / 3, True), ((), 0.0, 1.0, True)],
)
def test_a_peer_stands_by_its_answers(
    contest: Contest, enter: Callable[[Any], None], nlp: Language, *, answer: Sequence[NameSpan], f1: float, lead: float, clear: bool
) -> None:
    enter(MadeUp(lambda: answer))
    standing = contest.standing("made-up", nlp)
    assert (standing.name, standing.failure) == ("made-up", None)
    assert standing.outcome is not None
    assert standing.outcome.card.counts().rates("strict").f1 == pytest.approx(f1)
    assert standing.difference is not None
    assert standing.difference.f1 == pytest.approx(lead)
    assert standing.difference.is_more_than_chance is clear


def test_every_item_is_asked_once_with_its_day_and_told(contest: Contest, enter: Callable[[Any], None], nlp: Language) -> None:
    done: list[None] = []
    peer = MadeUp()
    enter(peer)
    Contest(TASK, DOCUMENTS, contest.ours, contest.draws, lambda: done.append(None)).standing("made-up", nlp)
    assert peer.asked == [(TEXT, document.published) for document in DOCUMENTS]
    assert len(done) == len(DOCUMENTS)


def raises(error: Exception) -> Callable[[], Sequence[NameSpan]]:
    def answer() -> Sequence[NameSpan]:
        raise error

    return answer


@pytest.mark.parametrize(
    ("peer", "failure"),
    [
        ("not installed: pip install made-up", "not installed: pip install made-up"),
        (MadeUp(forms=("facts", "timexes")), "does not answer organizations"),
        (MadeUp(forms=()), "does not answer organizations"),
        (MadeUp(raises(ValueError("no\nmodel"))), "crashed: ValueError: no"),
        (MadeUp(raises(MemoryError())), "crashed: MemoryError: "),
        (MadeUp(raises(RecursionError("too deep"))), "crashed: RecursionError: too deep"),
        (MadeUp(lambda: ["no span"]), "crashed: AttributeError: 'str' object has no attribute 'start'"),  # type: ignore[list-item]
    ],
)
def test_a_peer_that_cannot_stand_says_why_in_one_line(
    contest: Contest, enter: Callable[[Any], None], nlp: Language, peer: Any, failure: str
) -> None:
    enter(peer)
    standing = contest.standing("made-up", nlp)
    assert (standing.name, standing.outcome, standing.difference, standing.failure) == ("made-up", None, None, failure)


def test_an_interruption_is_not_a_crash(contest: Contest, enter: Callable[[Any], None], nlp: Language) -> None:
    def interrupted() -> Sequence[NameSpan]:
        raise KeyboardInterrupt

    enter(MadeUp(interrupted))
    with pytest.raises(KeyboardInterrupt):
        contest.standing("made-up", nlp)
