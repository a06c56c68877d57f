"""An article laid out as lines of a page: every cell knows the character of the text that it shows, marks between them included."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

from wirefacts.records import Kind
from wirefacts.records.review import State
from wirefacts.showing.visible import visible

_TAB = " "


class Mark(NamedTuple):
    """A fact on the page."""

    start: int
    end: int
    kind: Kind
    state: State


class Piece(NamedTuple):
    """A line of the page: what it shows, and from where to where that is of all that is shown."""

    words: str
    start: int
    end: int


class Page:
    r"""A text wrapped to a width; where there is no colour, each marked range is in brackets beside its kind.

    >>> page = Page("5 km\nlong", [Mark(0, 4, "quantity", "pending")], 80, bracketed=True)
    >>> [piece.words for piece in page.pieces], page.shown_range(0, 4), page.offset(1, 2)
    (['[5 km|quantity]', 'long'], (0, 15), 7)
    """

    def __init__(self, text: str, marks: Iterable[Mark], width: int, *, bracketed: bool = False) -> None:
        self.put(marks)
        shown = visible(text).replace("\t", _TAB)
        self._origin: array[int] | None = None
        if bracketed:
            shown, self._origin = _with_brackets(shown, self._marks)
        self.characters = len(text)
        self.pieces = [piece for line in _lines(shown) for piece in _wrapped(line, max(width, 1))]
        self._starts = [piece.start for piece in self.pieces]

    def shown_range(self, start: int, end: int) -> tuple[int, int]:
        """From where to where a range of the text is shown, with the brackets around it."""
        if self._origin is None:
            return start, end
        return bisect_left(self._origin, start), bisect_right(self._origin, max(start, end - 1))

    def line_of(self, offset: int) -> int:
        """The line on which a character of the text is shown."""
        place = offset if self._origin is None else bisect_right(self._origin, offset) - 1
        return max(0, bisect_right(self._starts, place) - 1)

    def offset(self, line: int, cell: int) -> int:
        """The character of the text that is shown at a cell of a line; the end of the line beyond it."""
        if not self.pieces:
            return 0
        piece = self.pieces[max(0, min(line, len(self.pieces) - 1))]
        place, at = piece.start, 0
        for letter in piece.words:
            at += get_character_cell_size(letter)
            if at > cell:
                break
            place += 1
        if self._origin is None:
            return min(place, self.characters)
        return self._origin[place] if place < len(self._origin) else self.characters

    def put(self, marks: Iterable[Mark]) -> None:
        """Let these be the facts on the page; where they are in brackets, the page is to be made anew."""
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        self._mark_starts = [mark.start for mark in self._marks]
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)

    def marks_on(self, piece: Piece) -> Iterator[tuple[Mark, int, int]]:
        """The marks that a line shows anything of, each with where it stands on the line; outer ones first."""
        if piece.start == piece.end:
            return
        first, last = (place if self._origin is None else self._origin[place] for place in (piece.start, piece.end - 1))
        for index in range(bisect_left(self._mark_starts, first - self._longest), bisect_right(self._mark_starts, last)):
            start, end = self.shown_range(self._marks[index].start, self._marks[index].end)
            if start < piece.end and piece.start < end:
                yield self._marks[index], max(start, piece.start) - piece.start, min(end, piece.end) - piece.start


def _with_brackets(shown: str, marks: Sequence[Mark]) -> "tuple[str, array[int]]":
    signs: list[tuple[int, int, int, str]] = []  # offset, closing before opening, inner closing first and outer opening first, the sign
    for mark in marks:
        signs.append((mark.start, 1, -mark.end, "["))
        signs.append((mark.end, 0, -mark.start, f"|{mark.kind}]"))
    pieces, origin, last = [], array("l"), 0
    for offset, opening, _, sign in sorted(signs):
        pieces += [shown[last:offset], sign]
        origin.extend(range(last, offset))
        origin.extend([offset if opening else max(0, offset - 1)] * len(sign))
        last = offset
    origin.extend(range(last, len(shown)))
    return "".join([*pieces, shown[last:]]), origin


def _lines(shown: str) -> Iterator[Piece]:
    start = 0
    for line in shown.split("\n"):
        yield Piece(line, start, start + len(line))
        start += len(line) + 1


def _wrapped(line: Piece, width: int) -> Iterator[Piece]:
    """A line in pieces no wider than there is room, cut after a blank where there is one."""
    words, start = line.words, line.start
    begin = 0
    while begin < len(words):
        end = _fitting(words, begin, width)
        if end < len(words):
            blank = words.rfind(" ", begin, end + 1)
            end = blank + 1 if blank > begin else end
        yield Piece(words[begin:end], start + begin, start + end)
        begin = end
    if not words:
        yield line


def _fitting(words: str, begin: int, width: int) -> int:
    """How far from there words fit into the width; at least one character."""
    cut = words[begin : begin + width]
    if cut.isascii() or cell_len(cut) == len(cut):
        return begin + len(cut)
    room = width
    for index, letter in enumerate(cut):
        room -= get_character_cell_size(letter)
        if room < 0:
            return begin + max(index, 1)
    return begin + len(cut)
