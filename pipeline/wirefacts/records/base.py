"""What every record shares: frozen, closed to unknown fields, exact decimals, content-derived ids."""

import datetime as dt
import hashlib
import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

LONGEST_NUMBER = 40
"""Digits an amount may have, written out; more is no number that news states."""


class Record(BaseModel):
    """A frozen record that refuses fields it does not know; its validator is made when it is first wanted, for most commands want few."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="strings", defer_build=True)


def plain(number: Decimal) -> Decimal:
    """The same number without an exponent or trailing fractional zeros.

    Raises ValueError for NaN, infinities and numbers of more than `LONGEST_NUMBER` digits.

    >>> plain(Decimal("1.50E+4")), plain(Decimal("2.50"))
    (Decimal('15000'), Decimal('2.5'))
    """
    if not number.is_finite() or abs(number.adjusted()) > LONGEST_NUMBER or len(number.as_tuple().digits) > LONGEST_NUMBER:
        raise ValueError(f"not a plain finite number: {str(number)[:LONGEST_NUMBER]}")
    written = format(number, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return Decimal("0" if written == "-0" else written)


def _amount(given: Any) -> Any:
    if isinstance(given, bool) or not isinstance(given, (int, float, str, Decimal)):
        raise ValueError("a number is wanted")  # noqa: TRY004 - pydantic turns ValueError into its own error
    try:
        return plain(Decimal(str(given)))
    except ArithmeticError:
        raise ValueError(f"a number is wanted, not {str(given)[:LONGEST_NUMBER]!r}") from None


Amount = Annotated[Decimal, BeforeValidator(_amount), WithJsonSchema({"type": "number"})]
"""An exact decimal, printed in JSON as a plain number."""

Offset = Annotated[int, Field(ge=0)]
"""A half-open Unicode code-point offset into the untouched decoded text."""


def as_day(given: dt.date | str) -> dt.date:
    """The calendar day of a date, a time stamp or text in the form YYYY-MM-DD.

    Raises ValueError for other text, TypeError for other things.

    >>> as_day("2022-07-19"), as_day(dt.datetime(2022, 7, 19, 9, 30))
    (datetime.date(2022, 7, 19), datetime.date(2022, 7, 19))
    """
    if isinstance(given, dt.datetime):
        return given.date()
    if isinstance(given, dt.date):
        return given
    if not isinstance(given, str):
        raise TypeError(f"a day is wanted as a date or as text, not as {type(given).__name__}")
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given):
            return dt.date.fromisoformat(given)
    except ValueError:  # such as February 30
        pass
    raise ValueError(f"{given!r} is no day; write it as YYYY-MM-DD, such as 2022-07-19")


def text_sha256(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, in hex: one article has one digest in any encoding.

    >>> text_sha256("")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def fact_id(article_sha256: str, kind: str, start: int, end: int) -> str:
    """The content-derived id of a fact: article, kind, start and end, so a corrected value keeps it.

    >>> fact_id(text_sha256("5 km"), "quantity", 0, 4)
    '3e12d1894140'
    """
    return hashlib.sha256(f"{article_sha256}:{kind}:{start}:{end}".encode()).hexdigest()[:12]
