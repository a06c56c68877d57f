"""The benchmark run and printed: gold through the extractor, the outcome as tables or JSON."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click
from rich.console import Console
from rich.text import Text

from wirefacts.cli.extract import extracted
from wirefacts.cli.messages import Messages
from wirefacts.interchange import GoldArticle, GoldError, GoldFact, read_gold
from wirefacts.records import KINDS, ExtractorInfo, Fact
from wirefacts.records.encoding import to_json
from wirefacts.scoring.benchmark import Outcome, judged, story_for
from wirefacts.scoring.errors import CONTEXT, ERROR_CLASSES, Error, stated
from wirefacts.scoring.report import report_of
from wirefacts.scoring.scorecard import MEASURES, Counts, Rates, Scorecard
from wirefacts.showing.formats import JsonLines
from wirefacts.showing.scores import ErrorRow, Reading, ScoreRow, errors_block, roles_table, scores_tables
from wirefacts.showing.tables import View
from wirefacts.showing.visible import escaped_json, one_line

if TYPE_CHECKING:
    from wirefacts.extractor import Extractor


def gold_of(path: Path) -> list[GoldArticle]:
    """The gold at a path. Raises click.ClickException, in one line, when any of it is broken."""
    try:
        return read_gold(path)
    except GoldError as error:
        raise click.ClickException(str(error)) from error


def measured(gold: Sequence[GoldArticle], extractor: "Extractor", messages: Messages, saved: TextIO | None) -> Outcome:
    """What the extractor comes to on the gold; what it finds is written to `saved` as JSON Lines.

    An article that it fails on is named, and all its gold counts as missed.
    """
    writer = JsonLines(saved) if saved else None
    outcome = Outcome()
    waiting = {article.id: article for article in gold}
    for story, result in extracted(map(story_for, gold), extractor, messages):
        outcome += judged(waiting.pop(story.article.id), result.facts)
        if writer:
            writer.add(View(result, result.facts, story.text))
        messages.advance(shown=False)
    for failed in waiting.values():
        outcome += judged(failed, ())
    return outcome


def print_json(out: TextIO, outcome: Outcome, info: ExtractorInfo) -> None:
    """Print the outcome as one JSON object."""
    out.write(escaped_json(to_json(report_of(outcome, info), indent=1)) + "\n")


def print_tables(out: TextIO, outcome: Outcome, info: ExtractorInfo, *, errors: bool) -> None:
    """Print the scores, the agreement of the other fields and, when they are wanted, the errors."""
    console = Console(file=out, markup=False, emoji=False, highlight=False)
    articles = f"{outcome.articles} article{'s' * (outcome.articles != 1)}"
    console.print(Text(one_line(f"{articles}, wirefacts {info.version}, {info.model} {info.model_version}"), style="bold"))
    kinds, averages = _score_rows(outcome.card)
    for table in scores_tables(kinds, averages, console.width):
        console.print(table)
        console.print()
    roles: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for (kind, name), (agreed, compared) in outcome.card.roles().items():
        roles[kind].append((name, agreed, compared))
    if roles:
        console.print(roles_table(roles))
    if errors:
        for title, rows in _error_groups(outcome.errors):
            console.print(errors_block(title, rows))


def _score_rows(card: Scorecard) -> tuple[list[ScoreRow], list[ScoreRow]]:
    kinds = [_score_row(kind, card.counts(kind)) for kind in KINDS]
    means: dict[str, Rates] = {measure: card.macro(measure) for measure in MEASURES}
    return kinds, [_score_row("all", card.counts()), ScoreRow("macro", None, None, means)]


def _score_row(name: str, counts: Counts) -> ScoreRow:
    return ScoreRow(name, counts.gold, counts.found, {measure: counts.rates(measure) for measure in MEASURES})


def _error_groups(errors: Sequence[Error]) -> Iterator[tuple[str, list[ErrorRow]]]:
    for name in ERROR_CLASSES:
        for kind in KINDS:
            rows = [_error_row(error) for error in errors if (error.error, error.kind) == (name, kind)]
            if rows:
                yield f"{name}: {kind}", rows


def _error_row(error: Error) -> ErrorRow:
    return ErrorRow(
        place=f"{error.article}:{error.start}",
        gold=_reading(error.gold),
        found=_reading(error.found),
        before=("…" if error.start > len(error.before) else "") + error.before,
        surface=error.surface,
        after=error.after + ("…" if len(error.after) == CONTEXT else ""),
    )


def _reading(fact: GoldFact | Fact | None) -> Reading | None:
    return None if fact is None else Reading(fact.kind, fact.text, stated(fact))
