"""Names of organizations as CoNLL-2003 marks them in newswire: the desks that sign off a report too, and no offices in small letters."""

from collections.abc import Sequence

from wirefacts.mentions.organizations import NameMention
from wirefacts.records import NameSpan

_SMALL = "organization.official"


def name_spans(names: Sequence[NameMention]) -> list[NameSpan]:
    """The spans of the names that it marks, in text order."""
    return [NameSpan(start=name.start, end=name.end) for name in names if name.rule != _SMALL]
