"""Measures in base units: beside `110 mu` the 73,333 square metres that make it comparable with hectares and acres."""

from collections.abc import Iterable
from decimal import Context, Decimal, Inexact, localcontext
from fractions import Fraction

from wirefacts.lexicon.units import Units
from wirefacts.records import BaseMeasure
from wirefacts.records.base import LONGEST_NUMBER

_PLACES = 12
"""Digits of an amount that no decimal writes exactly; more than any news states."""


def in_base_unit(units: Units, unit: str | None, per: str | None, amounts: Iterable[Decimal | None]) -> BaseMeasure | None:
    """Value, low and high of a measure in SI's coherent unit (data in bytes), exact or to twelve digits; None where no one factor tells.

    A denominator is converted where it is a unit of one size, and kept where it is not: kilograms per year, per person.

    >>> from wirefacts.lexicon import Lexicon
    >>> measure = in_base_unit(Lexicon().units, "kilometre", "hour", (Decimal(90), None, None))
    >>> measure.value, measure.unit, measure.per
    (Decimal('25'), 'metre', 'second')
    """
    base = units.base_of(unit) if unit is not None else None
    if base is None or (base.per and per):
        return None
    factor, denominator = base.factor, base.per or per
    if per and (under := units.base_of(per)) and not under.per:
        factor, denominator = factor / under.factor, under.unit
    converted = [None if amount is None else _product(amount, factor) for amount in amounts]
    if any(amount is not None and abs(amount.adjusted()) >= LONGEST_NUMBER for amount in converted):
        return None
    value, low, high = converted
    return BaseMeasure(unit=base.unit, per=denominator, value=value, low=low, high=high)


def _product(amount: Decimal, factor: Fraction) -> Decimal:
    with localcontext(Context(prec=LONGEST_NUMBER, traps=[Inexact])):
        try:
            return amount * factor.numerator / factor.denominator
        except Inexact:
            pass
    product = Fraction(amount) * factor
    with localcontext(Context(prec=_PLACES)):
        return Decimal(product.numerator) / Decimal(product.denominator)
