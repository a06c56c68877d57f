"""The finders as spaCy components, for any English pipeline that tags and finds entities.

`nlp.add_pipe("wirefacts_dates")`, `"wirefacts_quantities"` and `"wirefacts_organizations"` each add their spans to
`doc.spans["wirefacts"]` and their facts to `doc._.facts`. `doc._.published` carries the publication day in, as a
`datetime.date` or ISO string; without it relative dates stay unresolved. What a doc carries survives `doc.to_bytes`,
`DocBin` and several processes.
"""

import datetime as dt
from typing import ClassVar, NoReturn

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.finding import Findings
from wirefacts.mentions.passage import passage_of
from wirefacts.records import Fact, as_day, fact_from, fact_id, text_sha256
from wirefacts.records.encoding import json_fields, to_json

SPANS = "wirefacts"
_PUBLISHED, _FACTS = "wirefacts.published", "wirefacts.facts"
"""Where a doc's user data keeps the day and the facts, both as text: only plain values can be stored and sent."""


class FactComponent:
    """A pipeline component that adds the facts of one family to a doc."""

    _latest: ClassVar[tuple[Doc | None, dt.date | None, Findings | None]] = (None, None, None)

    def __init__(self, family: str) -> None:
        if not Doc.has_extension("facts"):
            Doc.set_extension("published", getter=_published, setter=_set_published)
            Doc.set_extension("facts", getter=_facts, setter=_refuse_facts)
        self.family = family
        self.lexicon = Lexicon()

    def __call__(self, doc: Doc) -> Doc:
        """The doc, with the facts of the family added."""
        facts = [*doc._.facts, *self._findings(doc).facts([self.family])]
        facts = list({fact.id: fact for fact in sorted(facts, key=lambda fact: (fact.start, -fact.end, fact.kind))}.values())
        doc.user_data[_FACTS] = f"[{', '.join(map(to_json, facts))}]"
        spans = [doc.char_span(fact.start, fact.end, label=fact.kind, alignment_mode="expand") for fact in facts]
        doc.spans[SPANS] = SpanGroup(doc, name=SPANS, spans=[span for span in spans if span is not None])
        return doc

    def _findings(self, doc: Doc) -> Findings:
        """What the doc holds. The components of a pipeline see one doc after the other, so the latest findings serve all of them."""
        seen, published, findings = FactComponent._latest
        if seen is not doc or published != doc._.published or findings is None:
            published = doc._.published
            findings = Findings(passage_of(doc.text, [(0, doc)], published=published, lexicon=self.lexicon))
            FactComponent._latest = doc, published, findings
        return findings


def _published(doc: Doc) -> dt.date | None:
    stated = doc.user_data.get(_PUBLISHED)
    return dt.date.fromisoformat(stated) if stated else None


def _set_published(doc: Doc, day: dt.date | str | None) -> None:
    """Keep the day. Raises ValueError for text that is no day."""
    doc.user_data[_PUBLISHED] = None if day is None else as_day(day).isoformat()


def _facts(doc: Doc) -> list[Fact]:
    """The facts that were stored for the doc's text: a doc cut out of another may have been given the facts of that one."""
    digest = text_sha256(doc.text)
    stored = json_fields(doc.user_data.get(_FACTS, "[]"))
    return [fact_from(fields, doc.text) for fields in stored if fields["id"] == fact_id(digest, fields["kind"], fields["start"], fields["end"])]


def _refuse_facts(doc: Doc, given: object) -> NoReturn:  # noqa: ARG001 - spaCy hands both to every setter
    raise AttributeError("doc._.facts cannot be set: the wirefacts components find the facts")


@Language.factory("wirefacts_dates")
def make_dates(nlp: Language, name: str) -> FactComponent:  # noqa: ARG001 - spaCy hands both to every factory
    """The component that finds dates."""
    return FactComponent("dates")


@Language.factory("wirefacts_quantities")
def make_quantities(nlp: Language, name: str) -> FactComponent:  # noqa: ARG001 - likewise
    """The component that finds money, percentages and quantities."""
    return FactComponent("quantities")


@Language.factory("wirefacts_organizations")
def make_organizations(nlp: Language, name: str) -> FactComponent:  # noqa: ARG001 - likewise
    """The component that finds organizations."""
    return FactComponent("organizations")
