"""A text's lines and paragraphs, as ranges of characters."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"\S(?:[^\r\n\u2028\u2029]*\S)?")
_FINISHED = re.compile(r"[.!?:;…。！？：；]\s?[\"')\]}”’»）】]{0,3}\Z")
_ENDING = 5
_WIDEST = 100
_WRAPPED_LINES = 3
_WRAPPED_SHARE = 0.3
_FULL = 0.6


class Line(NamedTuple):
    """A run of text without blank space around it."""

    start: int
    end: int
    gap: bool
    """Whether a blank line, or nothing, stands before it."""


def lines_of(text: str) -> Iterator[Line]:
    r"""The lines that are not blank, in text order.

    >>> [text[line.start : line.end] for text in [" One \r\n\n\tTwo\n"] for line in lines_of(text)]
    ['One', 'Two']
    """
    last = -1
    for found in _LINE.finditer(text):
        start, end = found.span()
        between = text[last:start] if last >= 0 else "\n\n"
        yield Line(start, end, max(between.count("\n"), between.count("\r")) > 1 or "\u2029" in between)
        last = end


def paragraphs_of(text: str, stands_alone: Callable[[Line], bool]) -> list[Line]:
    r"""The lines, those joined that a fixed width or a stray break has cut; never across one that stands alone.

    >>> text = "The port handled 3.5 million\ntonnes in May.\nTrade grew."
    >>> [text[line.start : line.end] for line in paragraphs_of(text, lambda line: False)]
    ['The port handled 3.5 million\ntonnes in May.', 'Trade grew.']
    """
    lines = list(lines_of(text))
    alone = lru_cache(maxsize=2)(stands_alone)
    full = _full_width(text, lines)
    paragraphs = lines[:1]
    for before, line in pairwise(lines):
        cut = not line.gap and (before.end - before.start >= full if full else _runs_on(text, before, line))
        if cut and not alone(before) and not alone(line):
            paragraphs[-1] = paragraphs[-1]._replace(end=line.end)
        else:
            paragraphs.append(line)
    return paragraphs


def is_finished(line: str) -> bool:
    """Whether a line ends as a sentence does.

    >>> is_finished('He said: "Trade grew."'), is_finished("Coastal cities")
    (True, False)
    """
    return _FINISHED.search(line, max(len(line) - _ENDING, 0)) is not None


def _runs_on(text: str, before: Line, line: Line) -> bool:
    return text[line.start].islower() and not is_finished(text[max(before.end - _ENDING, before.start) : before.end])


def _full_width(text: str, lines: list[Line]) -> float:
    """How long a line must be that a fixed width has cut; 0 in a text whose lines are as long as their paragraphs."""
    widest = max((line.end - line.start for line in lines), default=0)
    followed = [line for _, line in pairwise(lines) if not line.gap]
    run_on = sum(text[line.start].islower() for line in followed)
    wrapped = widest <= _WIDEST and len(followed) >= _WRAPPED_LINES and run_on >= _WRAPPED_SHARE * len(followed)
    return _FULL * widest if wrapped else 0
