"""Floors: scores on gold that are pinned with the gold's digest, below which no change may fall unless someone says why."""

from pathlib import Path

from pydantic import Field, ValidationError

from wirefacts.interchange.gold_files import FLOORS, gold_digest
from wirefacts.interchange.json_files import Entry, decoded, parsed
from wirefacts.records import Record
from wirefacts.records.encoding import to_json
from wirefacts.records.faults import fault_in
from wirefacts.scoring.scorecard import ALL, Scorecard
from wirefacts.scoring.tasks import Task

_PLACES = 4
_SLACK = 0.00005
"""Half of the last place: a score that rounds to the floor is not below it."""


class Lowered(Record):
    """A floor that someone lowered, and why."""

    floor: str = Field(description="measure and kind, as in value.money")
    before: float
    after: float
    reason: str = Field(min_length=1)


class Floors(Record):
    """Pinned F1 by measure and kind, from 0 to 1, of one state of the gold."""

    gold_sha256: str
    floors: dict[str, float]
    lowered: tuple[Lowered, ...] = ()


class FloorError(ValueError):
    """Floors that cannot be kept or set: one line that says which and what to do."""


def floors_file(gold: Path) -> Path:
    """Where the floors of a gold folder are kept."""
    return gold / FLOORS


def read_floors(gold: Path) -> Floors | None:
    """The floors of a gold folder; None where it has none. Raises GoldError when they are malformed."""
    file = floors_file(gold)
    if not file.is_file():
        return None
    written = decoded(file)
    entry = Entry(file, parsed(file, written), written)
    try:
        return Floors.model_validate(entry.value)
    except ValidationError as error:
        raise entry.refused(fault_in(error)) from None


def scores_of(task: Task, card: Scorecard) -> dict[str, float]:
    """The scores that floors pin."""
    return {f"{measure}.{group}": round(card.counts(group).rates(measure).f1, _PLACES) for measure in task.measures for group in (*task.groups, ALL)}


def below(floors: Floors, gold: Path, scores: dict[str, float]) -> list[str]:
    """What keeps the scores from standing on the floors, a line each; nothing when they hold."""
    if floors.gold_sha256 != gold_digest(gold):
        return [f"{floors_file(gold)}: the gold has changed since its floors were pinned; look at the scores, then wirefacts bench {gold} --pin"]
    return [
        f"{name} is {scores.get(name, 0.0):.4f}, below its floor of {floor:.4f}"
        for name, floor in floors.floors.items()
        if scores.get(name, 0.0) < floor - _SLACK
    ]


def pinned(before: Floors | None, gold: Path, scores: dict[str, float], reason: str | None) -> Floors:
    """The floors that these scores set. Raises FloorError when one would be lowered and no reason is given."""
    old = before.floors if before else {}
    lower = {name: score for name, score in scores.items() if score < old.get(name, 0.0) - _SLACK}
    if lower and not reason:
        names = ", ".join(f"{name} from {old[name]:.4f} to {score:.4f}" for name, score in lower.items())
        raise FloorError(f"this would lower {names}; to do so, say why with --lower REASON")
    told = tuple(Lowered(floor=name, before=old[name], after=score, reason=reason or "") for name, score in lower.items())
    return Floors(gold_sha256=gold_digest(gold), floors=scores, lowered=(*(before.lowered if before else ()), *told))


def write_floors(gold: Path, floors: Floors) -> None:
    """Write the floors beside the gold, whole or not at all. Raises OSError."""
    file = floors_file(gold)
    beside = file.with_suffix(".tmp")
    beside.write_text(to_json(floors, indent=2) + "\n", encoding="utf-8")
    beside.replace(file)
