"""The forms in which what was found can be told: our facts, and what each benchmark marks."""

from collections.abc import Callable, Sequence
from typing import Literal

from wirefacts.conventions.conll import name_spans
from wirefacts.conventions.newsquant import news_quantities
from wirefacts.conventions.timeml import timexes
from wirefacts.mentions.finding import Findings
from wirefacts.records import Record

Form = Literal["facts", "quantities", "timexes", "names"]
Projection = Callable[[Findings], Sequence[Record]]

FORMS: dict[Form, Projection] = {
    "facts": lambda findings: findings.facts(),
    "quantities": lambda findings: news_quantities(findings.passage, findings.numbers),
    "timexes": lambda findings: timexes(findings.passage, findings.times),
    "names": lambda findings: name_spans(findings.names),
}
