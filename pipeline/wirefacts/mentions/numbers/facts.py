"""The projection of number mentions to the facts of the annotation guidelines."""

from collections.abc import Sequence
from decimal import Decimal

from wirefacts.mentions.numbers.conversion import in_base_unit
from wirefacts.mentions.numbers.mention import NumberMention, Sense
from wirefacts.mentions.passage import Passage
from wirefacts.mentions.projection import fact_at, id_at
from wirefacts.records import Fact, Kind, MoneyValue, PercentageValue, QuantityValue
from wirefacts.records.base import LONGEST_NUMBER

KINDS: dict[Sense, Kind] = {
    "money": "money",
    "percentage": "percentage",
    "measure": "quantity",
    "count": "quantity",
    "fraction": "quantity",
    "multiple": "quantity",
    "age": "quantity",
}
"""The kind of fact that each sense makes; the senses that are not here make none."""


def number_facts(passage: Passage, numbers: Sequence[NumberMention]) -> list[Fact]:
    """The money, percentage and quantity facts, in text order.

    >>> import spacy
    >>> from wirefacts.mentions.passage import passage_of
    >>> from wirefacts.mentions.numbers.finding import find_numbers
    >>> passage = passage_of("They paid $5.", [(0, spacy.blank("en")("They paid $5."))])
    >>> [(fact.kind, fact.text) for fact in number_facts(passage, find_numbers(passage, [], []))]
    [('money', '$5')]
    """
    return [_fact(passage, numbers, number) for number in numbers if is_fact(number)]


def is_fact(number: NumberMention) -> bool:
    """Whether a mention makes a fact: its sense does, and its amounts have no more digits than any news states."""
    amounts = [amount for amount in (number.value, number.low, number.high) if amount is not None]
    return number.sense in KINDS and bool(amounts) and all(abs(amount.adjusted()) < LONGEST_NUMBER for amount in amounts)


def _fact(passage: Passage, numbers: Sequence[NumberMention], number: NumberMention) -> Fact:
    bounds: dict[str, Decimal | str | None] = {"value": number.value, "low": number.low, "high": number.high, "modifier": number.modifier}
    shared = ".shared" if number.shared else ""
    if number.sense == "money":
        restated = _id(passage, numbers, number.equivalent_of, "money")
        money = MoneyValue.model_validate({**bounds, "currency": number.currency, "per": number.per, "equivalent_of": restated})
        return fact_at(passage, number.start, number.end, money, f"money{shared}")
    if number.sense == "percentage":
        percentage = PercentageValue.model_validate(
            {
                **bounds,
                "unit": number.unit,
                "role": number.role,
                "direction": number.direction,
                "basis": number.basis,
                "basis_text": number.basis_text,
            }
        )
        return fact_at(passage, number.start, number.end, percentage, f"percentage{shared}")
    unit = {"fraction": "fraction", "multiple": "times", "measure": number.unit, "age": number.unit or "year"}.get(number.sense)
    total = _id(passage, numbers, number.of_total, "quantity")
    base = None
    if number.sense == "measure":
        base = in_base_unit(passage.lexicon.units, number.unit, number.per, (number.value, number.low, number.high))
    quantity = QuantityValue.model_validate({**bounds, "unit": unit, "per": number.per, "counted": number.counted, "of_total": total, "base": base})
    return fact_at(passage, number.start, number.end, quantity, f"quantity.{_sense(number)}{shared}")


def _sense(number: NumberMention) -> str:
    """The sense, and `bare` for a number that counts nothing that is named, or that is no whole number as counts are."""
    amounts = [amount for amount in (number.value, number.low, number.high) if amount is not None]
    named = number.counted is not None and all(amount == amount.to_integral_value() for amount in amounts)
    return "bare" if number.sense == "count" and not named else number.sense


def _id(passage: Passage, numbers: Sequence[NumberMention], index: int | None, kind: Kind) -> str | None:
    if index is None or not is_fact(numbers[index]) or KINDS[numbers[index].sense] != kind:
        return None
    return id_at(passage, kind, numbers[index].start, numbers[index].end)
