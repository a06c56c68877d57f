"""The runs of a ledger that a comparison names, and the gold that its reviewed articles are."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from wirefacts.cli.keeping import opened

if TYPE_CHECKING:
    from wirefacts.interchange import GoldArticle
    from wirefacts.records import Result

_RUN = re.compile(r"(?P<ledger>.+)@(?P<number>[0-9]+)", re.DOTALL)


class Side(NamedTuple):
    """A run of a ledger."""

    ledger: Path
    run: int

    def __str__(self) -> str:
        return f"{self.ledger}@{self.run}"

    def results(self) -> "dict[str, Result]":
        """What the run found, by the digest of the text. Raises click.ClickException."""
        with opened(self.ledger) as book:
            return {result.article.sha256: result for result in book.results(self.run)}


def sides(a: Path, b: Path | None) -> tuple[Path | Side, Path | Side]:
    """The two that are to be compared, files or runs. Raises click.ClickException."""
    if b is None:
        return _last_two(a)
    return _side(a), _side(b)


def _side(named: Path) -> Path | Side:
    from wirefacts.ledger import is_database

    if is_database(named):
        return Side(named, _numbers(named)[-1])
    found = _RUN.fullmatch(str(named))
    if found and not named.exists() and is_database(Path(found["ledger"])):
        return Side(Path(found["ledger"]), int(found["number"]))
    return named


def _last_two(named: Path) -> tuple[Side, Side]:
    from wirefacts.ledger import is_database

    if not is_database(named):
        raise click.UsageError(f"{named} is to be compared with what? Give two files of results, or a ledger")
    numbers = _numbers(named)
    if len(numbers) == 1:
        raise click.ClickException(f"{named}: there is but one run; extract again with another model, version or options")
    return Side(named, numbers[-2]), Side(named, numbers[-1])


def _numbers(ledger: Path) -> list[int]:
    with opened(ledger) as book:
        numbers = [run.number for run in book.runs()]
    if not numbers:
        raise click.ClickException(f"{ledger}: nothing was extracted into it yet")
    return numbers


def gold_in(runs: Iterable[Side]) -> "dict[str, GoldArticle]":
    """The articles of the ledgers that are done, as gold by the digest of their text. Raises click.ClickException."""
    from wirefacts.interchange import Annotated
    from wirefacts.interchange.gold_out import gold_article

    gold: dict[str, GoldArticle] = {}
    for ledger in dict.fromkeys(side.ledger for side in runs):
        with opened(ledger) as book:
            for article, text, facts in book.reviewed():
                gold[article.sha256] = gold_article(Annotated(article, text, facts))
    return gold
