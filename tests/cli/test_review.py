"""`wirefacts review` where there is nothing to review, or nobody to do it."""

from pathlib import Path
from typing import Any

import click
import pytest

from wirefacts.cli.review import _beside, review
from wirefacts.ledger import Ledger


def told(*arguments: str | Path) -> str:
    """The one line that the command ends with, without its name."""
    with pytest.raises(click.ClickException) as caught:
        review.main([str(argument) for argument in arguments], standalone_mode=False)
    line = caught.value.format_message()
    assert "\n" not in line
    return line


@pytest.fixture
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert review.callback is not None
    monkeypatch.setitem(review.callback.__globals__, "_refuse_no_terminal", lambda: None)


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    with Ledger(tmp_path / "facts.db", write=True, create=True):
        pass
    assert "it needs a terminal" in told(tmp_path / "facts.db")


def test_without_a_terminal_a_ledger_that_is_missing_is_told_first(tmp_path: Path) -> None:
    assert "no such ledger, check the name" in told(tmp_path / "nofile.db")
    assert "it needs a terminal" in told(tmp_path / "nofile.txt")


@pytest.mark.usefixtures("_terminal")
@pytest.mark.parametrize(
    ("given", "line"),
    [
        ((), "no input"),
        (("-",), "standard input is the keyboard"),
        (("no-such.db",), "no-such.db: no such ledger, check the name"),
        (("a.txt", "--published-override"), "--published-override needs --published"),
        (("empty.db", "a.txt"), "empty.db is a ledger"),
        (("empty.db", "--ledger", "b.db"), "--ledger is where articles go"),
        (("empty.db",), "holds no articles yet"),
        (("a.txt", "--ledger", "a.txt"), "a.txt: no ledger"),
        (("a.txt", "--ledger", "none/b.db"), "there is no such folder"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(given: tuple[str, ...], line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("The port shipped 5 tonnes.\n")
    with Ledger("empty.db", write=True, create=True):
        pass
    assert line in told(*given)
    assert Path("a.txt").read_text() == "The port shipped 5 tonnes.\n"


@pytest.fixture
def _nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sits down at the desk gets up at once."""
    assert review.callback is not None
    monkeypatch.setitem(review.callback.__globals__, "_review", lambda *_, **__: 0)


@pytest.mark.usefixtures("_terminal", "_nobody")
@pytest.mark.parametrize(("options", "warned"), [((), True), (("--published", "2022-07-19"), False), (("--quiet",), False)])
def test_an_article_without_a_day_of_publication_is_warned_of(wirefacts: Any, tmp_path: Path, options: tuple[str, ...], warned: bool) -> None:
    article = tmp_path / "port.txt"
    article.write_text("The port shipped 5 tonnes yesterday.\n")
    outcome = wirefacts("review", article, *options)
    assert outcome.exit_code == 0
    assert (f"{article}: no publication date found" in outcome.stderr and "--published" in outcome.stderr) == warned
    assert (tmp_path / "port.facts.db").exists()


@pytest.mark.usefixtures("_terminal", "_nobody")
@pytest.mark.parametrize("words", [None, "told to fail"])
def test_a_new_ledger_that_nothing_came_into_is_not_left_behind(wirefacts: Any, tmp_path: Path, words: str | None) -> None:
    article = tmp_path / "port.txt"
    if words is not None:
        article.write_text(f"The port shipped 5 tonnes, {words}.\n")
    outcome = wirefacts("review", article)
    assert outcome.exit_code == 1
    assert str(article) in outcome.stderr
    assert [path for path in tmp_path.iterdir() if path != article] == []


@pytest.mark.usefixtures("_terminal", "_nobody")
def test_a_ledger_that_was_there_before_stays(wirefacts: Any, tmp_path: Path) -> None:
    ledger = tmp_path / "facts.db"
    with Ledger(ledger, write=True, create=True):
        pass
    assert wirefacts("review", tmp_path / "none.txt", "--ledger", ledger).exit_code == 1
    assert ledger.exists()


@pytest.mark.parametrize(
    ("name", "ledger"),
    [("news/port.txt", "news/port.facts.db"), ("news", "news.facts.db"), ("news/*.txt", "news/articles.facts.db"), ("port", "port.facts.db")],
)
def test_articles_go_into_a_ledger_beside_them(name: str, ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    assert _beside(name) == Path(ledger)
