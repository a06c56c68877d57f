"""An outcome as one JSON object, in the terms of the scorers that others use: `pred` for what was found, `P`, `R` and `F1`."""

from typing import Any

from pydantic import Field

from wirefacts.records import KINDS, ExtractorInfo, Record
from wirefacts.scoring.benchmark import Outcome
from wirefacts.scoring.errors import Error
from wirefacts.scoring.scorecard import MEASURES, Counts, Rates


class Report(Record):
    """Scores of an extractor on gold, rates from 0 to 1."""

    articles: int = Field(description="how many articles were scored")
    extractor: ExtractorInfo
    scores: dict[str, dict[str, Any]] = Field(description="counts and rates by kind, and over all facts as `all`")
    macro: dict[str, dict[str, float]] = Field(description="rates averaged over the kinds")
    roles: dict[str, float] = Field(description="share of the value-right facts on which the field agrees")
    errors: tuple[Error, ...]


def report_of(outcome: Outcome, extractor: ExtractorInfo) -> Report:
    """The report on an outcome."""
    return Report(
        articles=outcome.articles,
        extractor=extractor,
        scores={**{kind: _scores(outcome.card.counts(kind)) for kind in KINDS}, "all": _scores(outcome.card.counts())},
        macro={measure: _rates(outcome.card.macro(measure)) for measure in MEASURES},
        roles={f"{kind}.{name}": agreed / compared for (kind, name), (agreed, compared) in outcome.card.roles().items()},
        errors=outcome.errors,
    )


def _scores(counts: Counts) -> dict[str, Any]:
    return {"gold": counts.gold, "pred": counts.found, **{measure: _rates(counts.rates(measure)) for measure in MEASURES}}


def _rates(rates: Rates) -> dict[str, float]:
    return {"P": rates.precision, "R": rates.recall, "F1": rates.f1}
