"""Long texts in pieces: the model sees no more at a time than it can hold, cut where a reader would pause."""

import re
from collections.abc import Iterator

from wirefacts.mentions.passage import Span

LONGEST_PIECE = 50_000
"""Characters given to the model at once; spaCy refuses more than a million and wants a gigabyte for a tenth of that."""

LONGEST_WORD = 2_000
"""Characters without a space that can still be a word; what is longer is no prose, and the model is spared it."""

_PAUSES = ("\n\n", "\n", ". ", " ")
_ENDLESS = re.compile(rf"\S{{{LONGEST_WORD},}}")


def pieces_of(text: str, longest: int = LONGEST_PIECE) -> Iterator[Span]:
    """The pieces of a text, in order and without overlaps, none longer than `longest` characters; at least one, if empty.

    >>> [text[start:end] for text in ["One. Two. Three."] for start, end in pieces_of(text, longest=10)]
    ['One. Two. ', 'Three.']
    """
    start, any_piece = 0, False
    for end, next_start in [*((endless.start(), endless.end()) for endless in _ENDLESS.finditer(text)), (len(text), len(text))]:
        for piece in _cut(text, start, end, longest):
            any_piece = True
            yield piece
        start = next_start
    if not any_piece:
        yield Span(0, 0)


def _cut(text: str, start: int, end: int, longest: int) -> Iterator[Span]:
    while end - start > longest:
        cut = next((found + len(pause) for pause in _PAUSES if (found := text.rfind(pause, start + 1, start + longest)) > 0), start + longest)
        yield Span(start, cut)
        start = cut
    if start < end:
        yield Span(start, end)
