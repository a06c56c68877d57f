"""What is kept comes back as it was, and nothing is kept twice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wirefacts.ledger import Ledger, LedgerError
from wirefacts.records import ExtractorInfo, Result
from wirefacts.records.specimen import TEXT, specimen

SAID = "Trade rose 5 percent to 3 billion yuan, the Port Bureau said."
PERCENT = ("5 percent", "percentage", {"value": 5, "role": "change"})
Made = Callable[..., Result]


def test_a_result_comes_back_as_it_was(ledger: Ledger) -> None:
    assert list(ledger.results(1)) == [specimen()]
    assert ledger.result(specimen().article, specimen().extractor) == specimen()
    assert ledger.text(1) == TEXT


def test_the_same_extraction_adds_nothing(ledger: Ledger) -> None:
    before = list(ledger.database.iterdump())
    assert not ledger.keep(specimen(), TEXT).new
    assert list(ledger.database.iterdump()) == before


def test_each_make_of_extractor_is_a_run_and_holds_an_article_once(path: Path, made: Made) -> None:
    with Ledger(path, write=True, create=True) as ledger:
        assert ledger.keep(made(PERCENT), SAID).new
        assert ledger.keep(made(PERCENT, text=SAID + " "), SAID + " ").new
        assert ledger.keep(made(PERCENT, version="2"), SAID).new
        assert ledger.keep(made(PERCENT, published="2010-01-01"), SAID).new
        assert [(run.number, run.extractor.version, run.articles) for run in ledger.runs()] == [(1, "1", 2), (2, "2", 1), (3, "1", 1)]
        assert ledger.database.execute("SELECT count(*) FROM fact").fetchone() == (3,)  # two texts, one of them by two versions


def test_options_and_model_are_part_of_a_run(path: Path, made: Made) -> None:
    with Ledger(path, write=True, create=True) as ledger:
        result = made(PERCENT)
        makes = [
            result.extractor,
            result.extractor.model_copy(update={"options": {"lexicon": "mine"}}),
            result.extractor.model_copy(update={"model_version": "1"}),
        ]
        assert [ledger.keep(result.model_copy(update={"extractor": make}), SAID).new for make in makes] == [True] * 3
        assert [ledger.has(result.article, make) for make in (*makes, ExtractorInfo(version="9", model="x", model_version="0"))] == [True] * 3 + [
            False
        ]


def test_a_text_that_is_not_the_articles_is_refused(path: Path, made: Made) -> None:
    with Ledger(path, write=True, create=True) as ledger, pytest.raises(LedgerError, match="the text is not the one"):
        ledger.keep(made(PERCENT), SAID + "!")


@pytest.mark.parametrize(("run", "words"), [(7, "there is no run 7; the runs are 1 to 1")])
def test_a_run_that_is_not_there_is_told(ledger: Ledger, run: int, words: str) -> None:
    with pytest.raises(LedgerError, match=words):
        list(ledger.results(run))
    with pytest.raises(LedgerError, match=words):
        list(ledger.views(run=run))


def test_what_fails_half_way_leaves_nothing(path: Path, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(path, write=True, create=True) as ledger:
        ledger.keep(made(PERCENT), SAID)
        before = list(ledger.database.iterdump())
        monkeypatch.setattr("wirefacts.ledger.runs.to_json", lambda *_: (_ for _ in ()).throw(RuntimeError("told to fail")))
        with pytest.raises(RuntimeError):
            ledger.keep(made(PERCENT, version="2"), SAID)
        assert list(ledger.database.iterdump()) == before


def test_what_is_decided_in_the_middle_of_a_listing_is_on_the_disk(ledger: Ledger, path: Path) -> None:
    for number, line in enumerate(ledger.lines(), start=1):
        ledger.decide(line.key, "accept", reviewer="li")
        with Ledger(path) as other:
            assert len(other.acts()) == number
        if number == 3:
            break
    assert [line.state for line in ledger.lines()][:4] == ["accepted"] * 3 + ["pending"]


def test_a_reader_sees_one_moment_while_another_writes(path: Path, made: Made) -> None:
    with Ledger(path, write=True, create=True) as writer, Ledger(path) as reader:
        writer.keep(made(PERCENT), SAID)
        lines = reader.lines()
        first = next(lines)
        writer.decide(first.key, "accept", reviewer="li")
        writer.keep(made(PERCENT, text=SAID + " "), SAID + " ")
        assert [line.state for line in (first, *lines)] == ["pending"]
        assert [line.state for line in reader.lines()] == ["accepted", "pending"]


@pytest.mark.parametrize("text", ["'; DROP TABLE fact; --", "a\x00b 5 c", "𝄞 clef 5 \r\n\u2028 x", "\ufeff 5"])
def test_any_text_is_kept_as_it_is(path: Path, made: Made, text: str) -> None:
    result = made((text, "organization", {"name": text}), text=text, name=text, title=text)
    with Ledger(path, write=True, create=True) as ledger:
        ledger.keep(result, text)
        ledger.decide(next(ledger.lines()).key, "accept", reviewer=text.replace("\x00", ""), note=text)
    with Ledger(path) as ledger:
        assert list(ledger.results(1)) == [result]
        assert ledger.text(ledger.article_named(text)) == text
        review = ledger.entries(1)[0].review
        assert (review.note, review.reviewer) == (text, text.replace("\x00", ""))
