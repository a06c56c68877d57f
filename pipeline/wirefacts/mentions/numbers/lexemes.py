"""The characters of a text as the number grammar reads them: digit groups, words and marks, in columns."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from wirefacts.mentions.passage import Tokens

_LEXEME = re.compile(
    r"(?P<number>[0-9]+(?:[.,:/][0-9]+)*|(?<![\w.)\]])\.[0-9]+)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<wrap>(?<=\w)\ ?\n(?![0-9]{1,2}[.)]\ )(?=[a-z0-9$]))"  # a line that goes on: no break
    r"|(?P<line>\n)"
    r"|(?P<mark>\S)"
)

NUMBER, WORD, MARK, LINE = "number", "word", "mark", "line"
_WRAPPED = 55
"""Characters from which a line is long enough to have been wrapped rather than ended."""


@dataclass(frozen=True, slots=True)
class Lexemes:
    """Lexemes in text order; blank space lies between them, a line's end is a lexeme of its own."""

    kinds: list[str]
    starts: list[int]
    ends: list[int]
    texts: list[str]
    lowers: list[str]

    def __len__(self) -> int:
        return len(self.starts)

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a lexeme and the one before it."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]

    def at(self, index: int) -> str:
        """The lexeme in lower case; empty outside the text."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def kind(self, index: int) -> str:
        """What the lexeme is; a line's end outside the text."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else LINE

    def after(self, offset: int) -> int:
        """Index of the first lexeme that starts at the character or later."""
        return bisect_left(self.starts, offset)


def lexemes_of(view: str) -> Lexemes:
    """The lexemes of a text's view.

    >>> lexemes_of("Up 3.5% to US$1,200-1,300.").texts
    ['Up', '3.5', '%', 'to', 'US', '$', '1,200', '-', '1,300', '.']
    """
    found = Lexemes([], [], [], [], [])
    line_start = 0
    for match in _LEXEME.finditer(view):
        kind = match.lastgroup or MARK
        start, end = match.span()
        if kind in ("wrap", LINE):
            goes_on = kind == "wrap" and end - line_start >= _WRAPPED
            line_start = end
            if goes_on:
                continue
            kind = LINE
        text = match[0]
        found.kinds.append(kind)
        found.starts.append(start)
        found.ends.append(end)
        found.texts.append(text)
        found.lowers.append(text.lower())
    return found


def covered(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the model saw any of the characters: endless words are kept from it, and hold no numbers."""
    index = bisect_right(tokens.ends, start)
    return index < len(tokens.starts) and tokens.starts[index] < end


def overlaps(spans: Sequence[tuple[int, int]], ends: list[int], start: int, end: int) -> tuple[int, int] | None:
    """The first of sorted spans, given with the column of their ends, that shares a character with the range."""
    index = bisect_right(ends, start)
    if index < len(spans) and spans[index][0] < end:
        return spans[index]
    return None
