"""The whole way, on any text."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from functools import partial

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wirefacts.extractor import Extractor, extract
from wirefacts.mentions.cutting import pieces_of
from wirefacts.mentions.model import ModelMissingError
from wirefacts.reading import story_of
from wirefacts.records import Result
from wirefacts.records.encoding import result_from_json, to_json

NEWSY = st.lists(
    st.sampled_from(
        [
            "up 5 percent",
            "$2.3 billion",
            "last year",
            "13th",
            "(",
            ")",
            "-",
            "to",
            "from",
            "between",
            "and",
            "1,000",
            ".5",
            "million",
            "Co., Ltd.",
            "the",
            "Ministry of",
            "January",
            "2022",
            "%",
            "½",
            "\x1b[31m",
            "[red]",
            "=cmd()",
            "\u202e",
            "\ud800",
            "\x00",
            "\u00a0",
            ", ",
            ".\n\n",
            "half of",
            "one",
            "first",
            "quarter",
            "a",
            "per",
            "year-on-year",
            "-1.6%",
            "1e9",
            "0x1F",
            "12:30",
            "RMB",
            "¥",
            "'s",
            "’s",
            "\ufeff",
            "𝟗",
            "५",
            "e\u0301",
            "tonnes",
            "Xinhua",
            "By",
            "--",
        ]
    ),
    max_size=30,
).map(" ".join)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="module")
def tokenizer_only(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    """An extractor whose pipeline only splits words and sentences: what is timed with it is ours."""
    folder = tmp_path_factory.mktemp("model") / "blank"
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(folder)
    return Extractor(model=folder)


def check(result: Result, text: str) -> None:
    for fact in result.facts:
        assert text[fact.start : fact.end] == fact.text
        assert fact.sentence.start <= fact.start < fact.end <= fact.sentence.end <= len(text)
    assert [fact.start for fact in result.facts] == sorted(fact.start for fact in result.facts)
    assert result_from_json(to_json(result)) == result


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=200), NEWSY), published=st.one_of(st.none(), st.dates()))
def test_any_text_is_survived(extractor: Extractor, text: str, published: dt.date | None) -> None:
    story = story_of(text, id="any", published=published)
    check(extractor.extract(story), story.text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \n\t\r\n ", id="blank space"),
        pytest.param("\x00\x01\x02\x1b]8;;x\x07 5 percent \x7f", id="control characters"),
        pytest.param("7" * 1_000_000, id="a million digits"),
        pytest.param("7," * 500_000, id="a million digits and commas"),
        pytest.param("one " * 100_000, id="endless number words"),
        pytest.param("5 to " * 10_000 + "6 percent", id="nested ranges"),
        pytest.param("percent yuan km " * 10_000, id="units without numbers"),
        pytest.param("last year " * 10_000, id="endless dates"),
        pytest.param("(" * 100_000, id="brackets"),
    ],
)
def test_strange_texts_are_survived(tokenizer_only: Extractor, text: str) -> None:
    story = story_of(text, id="strange", published=dt.date(2022, 7, 19))
    check(tokenizer_only.extract(story), story.text)


def test_time_grows_with_length(tokenizer_only: Extractor, takes_linear_time: Callable[[Callable[[int], object], int], None]) -> None:
    sentence = "Exports of the port rose 5.2 percent to 3.1 billion yuan ($430 million) in the first half of 2021, the Customs Bureau said. "
    takes_linear_time(lambda copies: tokenizer_only.extract(story_of(sentence * copies, id="long", published=dt.date(2022, 7, 19))), 250)


def test_published_as_text_or_day() -> None:
    text = "Output grew in May."
    assert extract(text, published="2022-07-19") == extract(text, published=dt.date(2022, 7, 19))


@pytest.mark.parametrize(
    ("text", "published", "error", "message"),
    [
        pytest.param("Output grew.", "19/07/2022", ValueError, "write it as YYYY-MM-DD", id="another order"),
        pytest.param("Output grew.", "2022-W10", ValueError, "write it as YYYY-MM-DD", id="a week"),
        pytest.param("Output grew.", "2022-02-30", ValueError, "write it as YYYY-MM-DD", id="no such day"),
        pytest.param("Output grew.", 2022, TypeError, "a day is wanted", id="a number"),
        pytest.param(b"Output grew.", None, TypeError, "decode it first", id="bytes"),
        pytest.param(None, None, TypeError, "a text is wanted", id="nothing"),
    ],
)
def test_what_is_no_text_or_day_is_refused(text: str, published: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        extract(text, published=published)


def test_a_story_must_be_one(extractor: Extractor) -> None:
    for call in (extractor.extract, lambda given: list(extractor.pipe([given]))):
        with pytest.raises(TypeError, match="a story is wanted, not str; make one with story_of"):
            call("Output grew.")  # type: ignore[arg-type]


def test_a_model_must_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", None)  # as it is when a script runs
    for name in ("", "this", "__main__", "no_such_model", "/tmp"):  # noqa: S108 - a folder that is no pipeline
        with pytest.raises(ModelMissingError, match=r"no spaCy pipeline|not installed"):
            Extractor(model=name)


def test_many_stories_come_back_in_order(extractor: Extractor) -> None:
    stories = [story_of(f"Sales reached {n} million yuan.", id=str(n)) for n in range(40)]
    found = [(result.article.id, result.facts[0].text) for result in extractor.pipe(stories)]
    assert found == [(str(n), f"{n} million yuan") for n in range(40)]


def test_facts_of_a_long_text_lie_beyond_the_first_piece(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "The city exported 12 million tonnes of coal. "
    whole = extractor.extract(story_of(sentence * 40, id="a"))
    monkeypatch.setattr("wirefacts.extractor.pieces_of", partial(pieces_of, longest=200))
    in_pieces = extractor.extract(story_of(sentence * 40, id="a"))
    assert [fact.start for fact in in_pieces.facts] == [fact.start for fact in whole.facts]


def test_importing_loads_neither_spacy_nor_the_slow_libraries() -> None:
    script = "import sys, wirefacts, wirefacts.cli; print(sorted({'spacy', 'dateparser', 'quantulum3'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
