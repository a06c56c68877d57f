"""An outcome as one JSON object, in the terms of the scorers that others use: `pred` for what was found, `P`, `R` and `F1`."""

from collections import Counter
from typing import Any

from pydantic import Field

from wirefacts.records import ExtractorInfo, Record
from wirefacts.scoring.bootstrap import Difference, Resampling
from wirefacts.scoring.errors import Error
from wirefacts.scoring.outcome import Outcome
from wirefacts.scoring.scorecard import ALL, Rates, Scorecard
from wirefacts.scoring.tasks import Task


class PeerReport(Record):
    """A peer's scores beside ours."""

    name: str
    scores: dict[str, dict[str, Any]] | None = Field(description="counts and rates by kind; null where it could not be run")
    difference: dict[str, Any] | None = Field(default=None, description="ours less its F1 of the headline measure, with interval and p")
    failure: str | None = None


class Report(Record):
    """Scores of an extractor on gold, rates from 0 to 1."""

    dataset: str
    articles: int = Field(description="how many articles, documents or sentences were scored")
    extractor: ExtractorInfo
    scores: dict[str, dict[str, Any]] = Field(description="counts and rates by kind, and over all as `all`; `ci95` is F1's interval over sentences")
    macro: dict[str, dict[str, float]] = Field(description="rates averaged over the kinds")
    roles: dict[str, float] = Field(description="share of the value-right facts on which the field agrees")
    b_cubed: dict[str, float] | None = Field(description="how well mentions of one organization are brought together; null where gold has none")
    error_groups: dict[str, int] = Field(description="how many errors of each class, kind and wrong field")
    errors: tuple[Error, ...]
    peers: tuple[PeerReport, ...] = ()


def report_of(task: Task, outcome: Outcome, draws: Resampling, **told: Any) -> Report:
    """The report on an outcome; `told` is what of it the outcome does not know: articles, extractor, peers."""
    card = outcome.card
    return Report(
        dataset=task.name,
        scores=scores_of(task, outcome, draws),
        macro={measure: _rates(card.macro(task.groups, measure)) for measure in task.measures} if task.groups else {},
        roles={f"{kind}.{name}": agreed / compared for (kind, name), (agreed, compared) in card.roles().items()},
        b_cubed=_rates(card.b_cubed) if card.b_cubed else None,
        error_groups=dict(Counter(error.group for error in outcome.errors).most_common()),
        errors=outcome.errors,
        **told,
    )


def scores_of(task: Task, outcome: Outcome, draws: Resampling) -> dict[str, dict[str, Any]]:
    """Counts and rates of each group and of all."""
    return {group: _scores(task, outcome, outcome.card, draws, group) for group in (*task.groups, ALL)}


def difference_fields(difference: Difference) -> dict[str, Any]:
    """A difference as it is written."""
    return {"F1": difference.f1, "ci95": list(difference.interval), "p": difference.p}


def _scores(task: Task, outcome: Outcome, card: Scorecard, draws: Resampling, group: str) -> dict[str, Any]:
    counts = card.counts(group)
    measures = {measure: {**_rates(counts.rates(measure)), "ci95": list(draws.interval(outcome.units, measure, group))} for measure in task.measures}
    return {"gold": counts.gold, "pred": counts.found, **measures}


def _rates(rates: Rates) -> dict[str, float]:
    return {"P": rates.precision, "R": rates.recall, "F1": rates.f1}
