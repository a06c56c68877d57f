"""A benchmark's outcome printed: scores, intervals, peers and errors, as tables or as JSON."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from wirefacts.records import ExtractorInfo
from wirefacts.records.encoding import to_json
from wirefacts.scoring.bootstrap import DRAWS, Resampling
from wirefacts.scoring.contest import Standing
from wirefacts.scoring.errors import CONTEXT, Error, Reading
from wirefacts.scoring.outcome import Outcome
from wirefacts.scoring.report import PeerReport, difference_fields, report_of, scores_of
from wirefacts.scoring.scorecard import ALL, Scorecard
from wirefacts.scoring.tasks import Task
from wirefacts.showing.scores import (
    ErrorRow,
    PeerRow,
    ReadingRow,
    ScoreRow,
    counts_table,
    errors_block,
    intervals_table,
    peers_table,
    rates_table,
    roles_table,
    scores_tables,
)
from wirefacts.showing.visible import escaped_json, one_line

OURS = "wirefacts"


class Scoreboard:
    """What one run of a benchmark came to, ready to be printed."""

    def __init__(self, task: Task, articles: int, outcome: Outcome, info: ExtractorInfo) -> None:
        self.task, self.articles, self.outcome, self.info = task, articles, outcome, info
        self.draws = Resampling(len(outcome.units))

    def print_json(self, out: TextIO, standings: Sequence[Standing]) -> None:
        """Print everything as one JSON object."""
        peers = tuple(
            PeerReport(
                name=standing.name,
                scores=scores_of(self.task, standing.outcome, self.draws) if standing.outcome else None,
                difference=difference_fields(standing.difference) if standing.difference else None,
                failure=standing.failure,
            )
            for standing in standings
        )
        report = report_of(self.task, self.outcome, self.draws, articles=self.articles, extractor=self.info, peers=peers)
        out.write(escaped_json(to_json(report, indent=1)) + "\n")

    def print_tables(self, out: TextIO, standings: Sequence[Standing], *, errors: bool) -> None:
        """Print the scores, the peers, the agreement of the other fields, the error groups and, when they are wanted, the errors."""
        console = Console(file=out, markup=False, emoji=False, highlight=False)
        console.print(Text(one_line(self._heading()), style="bold"))
        kinds, averages = _score_rows(self.task, self.outcome.card)
        for table in scores_tables(kinds, averages, console.width):
            console.print(table)
            console.print()
        console.print(self._intervals())
        console.print()
        if standings:
            console.print(peers_table(f"{self.task.headline} F1", [name for name, *_ in self.task.columns], list(self._peers(standings))))
            for standing in standings:
                if standing.failure:
                    console.print(Text(one_line(f"{standing.name}: {standing.failure}")), soft_wrap=True)
            console.print()
        roles: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for (kind, name), (agreed, compared) in self.outcome.card.roles().items():
            roles[kind].append((name, agreed, compared))
        if roles:
            console.print(roles_table(roles))
            console.print()
        if (clustering := self.outcome.card.b_cubed) is not None:
            console.print(rates_table("mentions of one organization", {"B-cubed": clustering}))
            console.print()
        groups = Counter(error.group for error in self.outcome.errors).most_common()
        if groups:
            console.print(counts_table("errors", dict(groups)))
        for title, _ in groups if errors else ():
            console.print(errors_block(title, [_error_row(error) for error in self.outcome.errors if error.group == title]))

    def _heading(self) -> str:
        noun = "article" if self.task.form == "facts" else "text"
        texts = f"{self.articles} {noun}{'s' * (self.articles != 1)}"
        return f"{self.task.name}: {texts}, wirefacts {self.info.version}, {self.info.model} {self.info.model_version}"

    def _intervals(self) -> "object":
        rows = {
            group: [self.draws.interval(self.outcome.units, measure, group) for measure in self.task.measures] for group in (*self.task.groups, ALL)
        }
        return intervals_table(f"F1, 95% of {DRAWS} draws", self.task.measures, rows)

    def _peers(self, standings: Sequence[Standing]) -> Iterator[PeerRow]:
        yield PeerRow(OURS, self._row(self.outcome.card), f"[{len(self.outcome.units)} sentences]")
        for standing in standings:
            if standing.outcome is None or standing.difference is None:
                yield PeerRow(standing.name, [None] * len(self.task.columns), "not run: see below")
                continue
            f1, (low, high), p = standing.difference
            chance = "" if standing.difference.is_more_than_chance else ", may be chance"
            remark = f"ours {100 * f1:+.1f} [{100 * low:+.1f}, {100 * high:+.1f}] p {max(p, 1 / DRAWS):.3f}{chance}"
            yield PeerRow(standing.name, self._row(standing.outcome.card), remark)

    def _row(self, card: Scorecard) -> list[float | None]:
        counted = [(card.counts(group), measure) for _, group, measure in self.task.columns]
        return [counts.rates(measure).f1 if counts.found else None for counts, measure in counted]


def _score_rows(task: Task, card: Scorecard) -> tuple[list[ScoreRow], list[ScoreRow]]:
    kinds = [_score_row(task, card, group) for group in task.groups]
    averages = [_score_row(task, card, ALL)]
    if task.groups:
        averages.append(ScoreRow("macro", None, None, {measure: card.macro(task.groups, measure) for measure in task.measures}))
    return kinds, averages


def _score_row(task: Task, card: Scorecard, group: str) -> ScoreRow:
    counts = card.counts(group)
    return ScoreRow(group, counts.gold, counts.found, {measure: counts.rates(measure) for measure in task.measures})


def _error_row(error: Error) -> ErrorRow:
    return ErrorRow(
        place=f"{error.item}:{error.start}",
        gold=_reading(error.gold),
        found=_reading(error.found),
        before=("…" if error.start > len(error.before) else "") + error.before,
        surface=error.surface,
        after=error.after + ("…" if len(error.after) == CONTEXT else ""),
    )


def _reading(reading: Reading | None) -> ReadingRow | None:
    return None if reading is None else ReadingRow(reading.kind, reading.text, reading.value)
