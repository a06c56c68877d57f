"""The well-known parts glued together: spaCy's entities, quantulum3 over the text, dateparser on what spaCy takes for dates."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from wirefacts.conventions import Form
from wirefacts.interchange import GoldFact, GoldOrganization
from wirefacts.records import NameSpan, NewsQuantity, Timex
from wirefacts.scoring.peers.dateparsing import relative_to
from wirefacts.scoring.peers.parts import Stretch, day_fact, day_timex, stretch
from wirefacts.scoring.peers.quantulum import Quantulum, news_quantities, quantity_facts

_TIMES = frozenset({"DATE", "TIME"})
_NO_QUANTITIES = _TIMES | {"ORDINAL"}


class Glue:
    """spaCy's entities; quantulum3's quantities outside those that are dates or ordinals; dateparser's day, week, month or year for each date."""

    name = "glue"
    install = "pip install spacy quantulum3 dateparser"
    forms: frozenset[Form] = frozenset({"facts", "quantities", "timexes", "names"})

    def __init__(self, nlp: Language) -> None:
        from dateparser.date import DateDataParser

        self._nlp, self._parser, self._quantulum = nlp, DateDataParser, Quantulum()

    def facts(self, text: str, published: dt.date | None) -> list[GoldFact]:
        """All five kinds."""
        doc = self._nlp(text)
        bodies = [
            GoldOrganization(kind="organization", id=f"{span.start}", start=span.start, end=span.end, text=name, name=name)
            for span in self._names(doc)
            for name in [text[span.start : span.end]]
        ]
        days = [day_fact(text, start, end, found) for start, end, found in self._times(doc, published) if found is not None]
        return [*quantity_facts(text, self._quantities(doc)), *days, *bodies]

    def quantities(self, text: str, published: dt.date | None) -> list[NewsQuantity]:  # noqa: ARG002 - every peer is asked the same
        """Quantities by value and unit."""
        return list(news_quantities(self._quantities(self._nlp(text))))

    def timexes(self, text: str, published: dt.date | None) -> list[Timex]:
        """What spaCy takes for a date or time; without a value where dateparser knows none."""
        return [
            Timex(start=start, end=end, type="DATE") if found is None else day_timex(text, start, end, found)
            for start, end, found in self._times(self._nlp(text), published)
        ]

    def names(self, text: str, published: dt.date | None) -> list[NameSpan]:  # noqa: ARG002 - likewise
        """What spaCy takes for organizations."""
        return self._names(self._nlp(text))

    @staticmethod
    def _names(doc: Doc) -> list[NameSpan]:
        return [NameSpan(start=entity.start_char, end=entity.end_char) for entity in doc.ents if entity.label_ == "ORG"]

    def _times(self, doc: Doc, published: dt.date | None) -> Iterator[tuple[int, int, Stretch | None]]:
        parser = self._parser(languages=["en"], settings=relative_to(published))
        for entity in doc.ents:
            if entity.label_ in _TIMES:
                found = parser.get_date_data(entity.text)
                days = None if found.date_obj is None else stretch(found.date_obj.date(), found.period)
                yield entity.start_char, entity.end_char, days

    def _quantities(self, doc: Doc) -> list[Any]:
        apart = [(entity.start_char, entity.end_char) for entity in doc.ents if entity.label_ in _NO_QUANTITIES]
        return [
            quantity
            for quantity in self._quantulum.parsed(doc.text)
            if not any(start < quantity.span[1] and quantity.span[0] < end for start, end in apart)
        ]
