"""Names of organizations as CoNLL-2003 marks them in newswire: the desks that sign off a report too."""

from collections.abc import Sequence

from wirefacts.mentions.organizations import NameMention
from wirefacts.records import NameSpan


def name_spans(names: Sequence[NameMention]) -> list[NameSpan]:
    """The spans of all names, in text order."""
    return [NameSpan(start=name.start, end=name.end) for name in names]
