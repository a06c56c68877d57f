"""What only serves a comparison: the period that a figure is held against is not the one that the text goes on to speak of."""

import re

from wirefacts.mentions.dates.expressions import Expression
from wirefacts.mentions.dates.pointing import Apart, Relative, Same
from wirefacts.mentions.dates.stretches import Onward
from wirefacts.mentions.passage import Passage

_REACH = 80
"""Characters in which a comparison stands before the period that ends it."""

_HELD_AGAINST = re.compile(
    r"""\b(?:
        (?:versus|vs\.?|compar(?:ed|ing)\ (?:with|to)|(?:up|down)\ from)\ (?:[^,;]|,(?=\d))*
      | (?:percent|per\ cent|pct|%|points?)\ (?:from|over|on)\ (?:the\ )?
      | than\ (?:in\ |the\ |that\ in\ |those\ in\ )*
      | \b(?!fewer|rather|other|either)\w{2,}er\ than\ (?:[^,;]|,(?=\d))*
      | (?:as|than|from|with|times|over|against)\ (?:that|those|the\ \w+)(?:\ \w+(?:ed|wn|en))?\ (?:in|of|for|during)\ (?:the\ )?
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE_ONE_GONE = re.compile(r"\b(?:from|over|against)\ (?:(?:[^,;]|,(?=\d))*\d(?:[^,;]|,(?=\d))*\ )?$", re.IGNORECASE)
"""`up 5 percent from the previous year`, `from 500 three years ago`; before other periods `from` opens or follows on."""


_BASE = re.compile(r"\b(?:from|against|than)(?: (?:[^\s\d]{0,3}\d[\d,.]*\S*|\w+){0,4})? (?:on|in|at|of)$", re.IGNORECASE)
"""`from 123.4 on January 3`, `more than in November`."""


def is_base(passage: Passage, start: int) -> bool:
    """Whether the words before the expression that begins there make it the base of a comparison, which is past whatever the tense."""
    before = passage.view[max(start - _REACH, passage.sentence_at(start).start) : start].rstrip()
    found = _BASE.search(before)
    return found is not None and (before[found.start() :].lower().startswith("than") or any(map(str.isdigit, found.group())))


def only_compared(passage: Passage, start: int, expression: Expression) -> bool:
    """Whether the expression that begins there points to another, or ends a comparison."""
    expression = expression.inside if isinstance(expression, Onward) else expression
    if isinstance(expression, Same | Apart):
        return True
    before = passage.view[max(start - _REACH, passage.sentence_at(start).start) : start]
    if isinstance(expression, Relative) and expression.shift < 0 and _BEFORE_ONE_GONE.search(before):
        return True
    return _HELD_AGAINST.search(before) is not None
