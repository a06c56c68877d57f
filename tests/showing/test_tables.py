import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from wirefacts.records import Article, Result, fact_from, text_sha256
from wirefacts.records.specimen import TEXT, specimen
from wirefacts.showing.highlighting import bracketed, coloured
from wirefacts.showing.tables import View, print_view

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def printed(view: View, width: int = 120, *, colour: bool = False) -> str:
    out = io.StringIO()
    print_view(Console(file=out, width=width, force_terminal=colour, color_system="standard" if colour else None, legacy_windows=False), view)
    return out.getvalue()


def view_of(surface: str, text: str, **changes: object) -> View:
    """A view of a text whose one fact is an organization of that surface."""
    start = text.index(surface)
    where = {"id": "x", "start": start, "end": start + len(surface), "text": surface, "sentence": {"start": 0, "end": len(text)}}
    fact = fact_from({**where, "provenance": {"rule": "rule"}, "kind": "organization", "name": surface}, text)
    article = Article(id="a", sha256=text_sha256(text), characters=len(text), title=surface, source=surface, path=surface)
    result = Result(article=article, extractor=specimen().extractor, facts=(fact,))
    return View(result, result.facts, text, **changes)  # type: ignore[arg-type]


ATTACKS = [
    pytest.param("[red]Bank[/red]", "[red]Bank[/red]", id="markup"),
    pytest.param("Bank[/]", "Bank[/]", id="closing markup that opens nothing"),
    pytest.param("[link=https://example.org]Bank", "[link=https://example.org]Bank", id="markup link"),
    pytest.param(":smile: Bank", ":smile: Bank", id="emoji code"),
    pytest.param("\x1b[31mBank", "␛[31mBank", id="colour escape"),
    pytest.param("\x1b]8;;https://example.org\x1b\\Bank", "␛]8;;https://example.org␛\\Bank", id="OSC 8 link"),
    pytest.param("\x1b]52;c;aGk=\x07Bank", "␛]52;c;aGk=␇Bank", id="clipboard escape"),
    pytest.param("\x9b2JBank", "�2JBank", id="C1 escape"),
    pytest.param("\u202eknaB", "�knaB", id="right-to-left override"),
]


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize(("surface", "shown"), ATTACKS)
def test_words_of_the_article_are_only_ever_words(surface: str, shown: str, colour: bool) -> None:
    view = view_of(surface, f"The {surface} grew.", why=True, highlight=True)
    output = printed(view, width=400, colour=colour)
    plain = ESCAPES.sub("", output)
    assert plain.count(shown) >= 6  # title, article, source, highlighted text, table and context
    assert "\x1b" not in plain
    assert not re.search("[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e]", output)


@pytest.mark.parametrize("width", [40, 60, 79, 80, 100, 139, 140, 200])
@pytest.mark.parametrize("why", [False, True])
def test_every_line_fits_and_no_word_is_lost(width: int, why: bool) -> None:
    output = printed(View(specimen(), specimen().facts, TEXT, why=why, highlight=True), width=width)
    assert max(cell_len(line) for line in output.splitlines()) <= width
    assert "…" not in re.sub(r"… | …", "", " ".join(output.split()))
    for fact in specimen().facts:
        assert fact.text.split()[0] in output


def test_labels_of_a_narrow_terminal_wrap() -> None:
    header = printed(View(specimen(), (), TEXT), width=20)
    assert "publishe  2022-07-19\nd " in header
    assert "…" not in header


def test_wide_characters_and_long_words_wrap() -> None:
    output = printed(view_of("进出口银行" * 30, "进出口银行" * 30 + "x" * 300), width=40)
    assert max(cell_len(line) for line in output.splitlines()) <= 40


def test_the_header_tells_where_the_facts_are_from() -> None:
    output = printed(View(specimen(), specimen().facts, TEXT))
    for words in ("Harbor trade sets a record", "news/harbor.txt", "Harbor Times", "2022-07-19", "370", "en_core_web_sm 3.8.0"):
        assert words in output


def test_each_kind_has_a_table() -> None:
    output = printed(View(specimen(), specimen().facts, TEXT))
    assert re.findall(r"^\w+ \(\d+\)", output, re.MULTILINE) == ["Money (2)", "Percentages (1)", "Quantities (3)", "Dates (4)", "Organizations (2)"]


def test_the_context_marks_the_fact_without_colour() -> None:
    assert "worth [2.08 billion yuan] (" in " ".join(printed(View(specimen(), specimen().facts, TEXT), width=200).split())


def test_why_tells_rule_place_and_reasons() -> None:
    plain, explained = (printed(View(specimen(), specimen().facts, TEXT, why=why), width=200) for why in (False, True))
    assert "money.symbol" not in plain
    assert "money.symbol" in explained
    assert "87–104" in explained
    assert "the period is open at its end" in explained


def test_without_the_text_there_is_no_context() -> None:
    output = printed(View(specimen(), specimen().facts, None, highlight=True))
    assert "context" not in output
    assert "shipping firms have" not in output


def test_links_are_told_in_words_even_when_their_fact_is_not_shown() -> None:
    facts = [fact for fact in specimen().facts if fact.text == "$307 million"]
    assert "restates 2.08 billion yuan" in printed(View(specimen(), facts, TEXT), width=200)


def test_a_table_goes_on_after_many_facts_under_one_heading() -> None:
    text = "5 " * 1200
    where = {"kind": "quantity", "value": 5, "text": "5", "sentence": {"start": 0, "end": len(text)}, "provenance": {"rule": "rule"}}
    facts = tuple(fact_from({**where, "id": str(start), "start": start, "end": start + 1}) for start in range(0, len(text), 2))
    result = specimen().model_copy(update={"facts": facts, "observations": ()})
    output = printed(View(result, facts, text))
    assert output.count("Quantities (1200)") == output.count("context") == 1
    assert output.count("body") == 1200


def test_colours_of_nested_facts_and_facts_across_lines() -> None:
    fact = {"provenance": {"rule": "rule"}, "sentence": {"start": 0, "end": 11}}
    outer = fact_from({**fact, "id": "a", "kind": "date", "type": "date", "start": 0, "end": 11, "text": "Bank of\nBay"})
    inner = fact_from({**fact, "id": "b", "kind": "organization", "name": "Bank", "start": 0, "end": 4, "text": "Bank"})
    first, second = coloured("Bank of\nBay", [inner, outer])
    assert [(span.start, span.end, span.style) for span in first.spans] == [(0, 7, "bold magenta"), (0, 4, "bold blue")]
    assert [(span.start, span.end, span.style) for span in second.spans] == [(0, 3, "bold magenta")]
    assert bracketed("Bank of\nBay", [outer, inner]) == "[[Bank | organization] of\nBay | date]"
