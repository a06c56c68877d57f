"""Quantities against gold in NewsQuant's form: by value within a sentence, then unit, change and concept.

Only equal values may pair; of all such pairings the one is taken that has most pairs, then most right units, changes, partial and complete
concepts (an assignment problem). Every measure is counted over that one pairing.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from scipy.optimize import linear_sum_assignment

from wirefacts.interchange import QuantitySentence, read_newsquant
from wirefacts.interchange.newsquant import concept_words, unit_name
from wirefacts.records import NewsQuantity
from wirefacts.scoring.errors import Error, Reading, error_at
from wirefacts.scoring.scorecard import ALL, card_of
from wirefacts.scoring.tasks.task import Judgement, Task

_TOLERANCE = Decimal("1e-5")
_WEIGHTS = {"value": 10**8, "value+unit": 10**6, "value+change": 10**4, "concept partial": 10**2, "concept complete": 1}
_KIND = "quantity"


class _Match(NamedTuple):
    gold: int
    found: int
    hits: Mapping[str, int]


def judged(sentence: QuantitySentence, found: Sequence[NewsQuantity]) -> Judgement:
    """The judgement of these quantities for a sentence."""
    matches = _assigned(sentence.quantities, found)
    cells = [(0, card_of([ALL], gold=len(sentence.quantities), found=len(found)))]
    cells += [(0, card_of([ALL], **match.hits)) for match in matches]
    return Judgement(cells, _errors(sentence, found, matches))


def _assigned(gold: Sequence[NewsQuantity], found: Sequence[NewsQuantity]) -> list[_Match]:
    if not gold or not found:
        return []
    hits = [[_hits(marked, offered) for offered in found] for marked in gold]
    weights = [[sum(weight * pair.get(name, 0) for name, weight in _WEIGHTS.items()) for pair in row] for row in hits]
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [_Match(i, j, hits[i][j]) for i, j in zip(rows.tolist(), columns.tolist(), strict=True) if hits[i][j]]


def _hits(gold: NewsQuantity, found: NewsQuantity) -> dict[str, int]:
    """What of a gold quantity is answered; nothing when the values differ."""
    if not _same_value(gold.value, found.value):
        return {}
    unit = unit_name(gold.unit) == unit_name(found.unit)
    change = gold.change is not None and gold.change == found.change
    wanted, named = concept_words(gold.concepts), concept_words(found.concepts)
    return {
        "value": 1,
        "value+unit": int(unit),
        "value+change": int(change),
        "value+unit+change": int(unit and change),
        "concept partial": int(wanted == named or bool(wanted & named)),
        "concept complete": int(wanted == named),
    }


def _same_value(gold: Decimal | tuple[Decimal, Decimal], found: Decimal | tuple[Decimal, Decimal]) -> bool:
    if isinstance(gold, tuple) or isinstance(found, tuple):
        return isinstance(gold, tuple) and isinstance(found, tuple) and all(map(_close, gold, found))
    return _close(gold, found)


def _close(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= _TOLERANCE * max(abs(a), abs(b))


def _errors(sentence: QuantitySentence, found: Sequence[NewsQuantity], matches: Sequence[_Match]) -> list[Error]:
    text = sentence.text
    answered, used = {match.gold for match in matches}, {match.found for match in matches}
    errors = [
        error_at(text, 0, len(text), error="missed", item=sentence.id, gold=_reading(quantity))
        for index, quantity in enumerate(sentence.quantities)
        if index not in answered
    ]
    errors += [
        error_at(text, 0, len(text), error="spurious", item=sentence.id, found=_reading(quantity))
        for index, quantity in enumerate(found)
        if index not in used
    ]
    for match in matches:
        gold = sentence.quantities[match.gold]
        wrong = [("unit", "value+unit"), ("change", "value+change"), ("concept", "concept partial")][: 1 if gold.change is None else None]
        fields = tuple(field for field, measure in wrong if not match.hits[measure])
        if fields:
            marked, offered = _reading(gold), _reading(found[match.found])
            errors.append(error_at(text, 0, len(text), error="wrong value", item=sentence.id, fields=fields, gold=marked, found=offered))
    return errors


def _reading(quantity: NewsQuantity) -> Reading:
    value = " to ".join(f"{end:f}" for end in quantity.value) if isinstance(quantity.value, tuple) else f"{quantity.value:f}"
    concepts = f", concepts {' '.join(quantity.concepts)}" if quantity.concepts else ""
    return Reading(kind=_KIND, text=quantity.surface_unit, value=f"value {value}, unit {quantity.unit}, change {quantity.change}{concepts}")


def line(sentence: QuantitySentence, found: Sequence[NewsQuantity]) -> dict[str, Any]:
    """A line of predictions."""
    return {"text": sentence.text, "quantities": [quantity.model_dump() for quantity in found]}


QUANTITIES = Task(
    name="newsquant",
    form="quantities",
    groups=(),
    measures=("value", "value+unit", "value+change", "value+unit+change", "concept partial", "concept complete"),
    headline="value+unit",
    read=read_newsquant,
    judge=judged,
    line=line,
    by_sentence=False,
)
