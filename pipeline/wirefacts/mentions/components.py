"""The finders as spaCy components, for any English pipeline that tags and finds entities.

`nlp.add_pipe("wirefacts_dates")`, `"wirefacts_quantities"` and `"wirefacts_organizations"` each put their spans into
`doc.spans["wirefacts"]` and their facts into `doc._.facts`. `doc._.published` carries the publication day in, as a
`datetime.date`; without it relative dates stay unresolved.
"""

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.finding import Findings
from wirefacts.mentions.passage import passage_of

SPANS_KEY = "wirefacts"


class FactComponent:
    """A pipeline component that adds the facts of one family to the doc."""

    def __init__(self, family: str) -> None:
        for name in ("published", "facts", "findings"):
            if not Doc.has_extension(name):
                Doc.set_extension(name, default=[] if name == "facts" else None)
        self.family = family
        self.lexicon = Lexicon()

    def __call__(self, doc: Doc) -> Doc:
        if doc._.findings is None:
            doc._.findings = Findings(passage_of(doc.text, [(0, doc)], published=doc._.published, lexicon=self.lexicon))
        facts = doc._.findings.facts([self.family])
        doc._.facts = sorted([*doc._.facts, *facts], key=lambda fact: (fact.start, -fact.end, fact.kind))
        spans = [doc.char_span(fact.start, fact.end, label=fact.kind, alignment_mode="expand") for fact in doc._.facts]
        doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY, spans=[span for span in spans if span is not None])
        return doc


@Language.factory("wirefacts_dates")
def make_dates(nlp: Language, name: str) -> FactComponent:
    """The component that finds dates."""
    return FactComponent("dates")


@Language.factory("wirefacts_quantities")
def make_quantities(nlp: Language, name: str) -> FactComponent:
    """The component that finds money, percentages and quantities."""
    return FactComponent("quantities")


@Language.factory("wirefacts_organizations")
def make_organizations(nlp: Language, name: str) -> FactComponent:
    """The component that finds organizations."""
    return FactComponent("organizations")
