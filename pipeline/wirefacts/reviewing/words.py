"""The words of a text, by which the ends of a fact are moved."""

import re
from bisect import bisect_left, bisect_right
from typing import Literal

Side = Literal["start", "end"]

_UNSPACED = "\u2e80-\u312f\u31a0-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese and Japanese, which are written without blanks between words: each sign of theirs is a word here."""
_LETTER = rf"(?:(?![{_UNSPACED}])\w)"
_WORD = re.compile(rf"[{_UNSPACED}]|{_LETTER}+(?:[.,'’‑-]{_LETTER}+)*|[^\w\s]")


class Words:
    """Where words and single signs begin and end in a text.

    >>> words = Words("worth $2.23 billion, he said")
    >>> words.moved(6, 19, "start", 1), words.moved(6, 19, "end", -1), words.moved(6, 19, "end", 1)
    ((7, 19), (6, 11), (6, 20))
    >>> Words("投资5.2亿元").moved(0, 2, "end", 1)
    (0, 5)
    """

    def __init__(self, text: str) -> None:
        spans = [found.span() for found in _WORD.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def moved(self, start: int, end: int, side: Side, step: int) -> tuple[int, int]:
        """The range with one end moved a word on (1) or back (-1); as it was where that end can move no further."""
        moved = (start, _beyond(self.ends, end, step)) if side == "end" else (_beyond(self.starts, start, step), end)
        return moved if moved[0] < moved[1] else (start, end)

    def word_at(self, offset: int) -> tuple[int, int]:
        """The word at an offset, else the next one, else the last; nothing at all where there is none."""
        if not self.starts:
            return 0, 0
        index = min(bisect_right(self.ends, offset), len(self.starts) - 1)
        return self.starts[index], self.ends[index]

    def beside(self, start: int, step: int) -> tuple[int, int]:
        """The word after (1) or before (-1) the one that begins there."""
        begin = _beyond(self.starts, start, step)
        return self.word_at(begin)


def _beyond(places: list[int], place: int, step: int) -> int:
    """The next of the places after, or before, a place; the place itself where there is none."""
    index = bisect_right(places, place) if step > 0 else bisect_left(places, place) - 1
    return places[index] if 0 <= index < len(places) else place
