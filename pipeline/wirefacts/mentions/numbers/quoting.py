"""Quotation marks behind figures: whether one belongs to what somebody says, and is no inch."""

import re

from wirefacts.mentions.passage import Passage

_OPENING = "“„«‘‚"
_UNFINISHED = re.compile(r'\A(?:[^"]|(?<=[0-9])"|(?<![^\s(\[])"[^"]*")*(?<![^\s(\[])"[^"]*\Z')
"""A line up to a place inside its last speech."""
_LONGEST = 1000
"""Characters of a line that are looked at."""


def quotes(passage: Passage, offset: int) -> bool:
    """Whether the quotation mark at the character opens or closes a speech: `"It fell by 5", she said`, not `a 12" pipe`."""
    if passage.text[offset] in _OPENING:
        return True
    line = max(passage.view.rfind("\n", 0, offset) + 1, offset - _LONGEST)
    return passage.view[offset] == '"' and _UNFINISHED.search(passage.view[line:offset]) is not None
