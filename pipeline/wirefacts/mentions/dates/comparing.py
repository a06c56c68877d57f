"""What only serves a comparison: the period that a figure is held against is not the one that the text goes on to speak of."""

import re

from wirefacts.mentions.dates.expressions import Expression
from wirefacts.mentions.dates.pointing import Apart, Relative, Same
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


def only_compared(passage: Passage, start: int, expression: Expression) -> bool:
    """Whether the expression that begins there points to another, or ends a comparison."""
    if isinstance(expression, Same | Apart):
        return True
    before = passage.view[max(start - _REACH, passage.sentence_at(start).start) : start]
    if isinstance(expression, Relative) and expression.shift < 0 and _BEFORE_ONE_GONE.search(before):
        return True
    return _HELD_AGAINST.search(before) is not None
