"""Where in an article what stands: blocks with their part, and the dates that the frame of the article states."""

import datetime as dt
from bisect import bisect_right
from functools import cached_property

from pydantic import Field

from wirefacts.records.base import Offset, Record
from wirefacts.records.facts import Part


class Block(Record):
    """A run of text that belongs to one part of the article."""

    part: Part = Field(description="title, byline, dateline, caption, heading or body")
    start: Offset = Field(description="first character")
    end: Offset = Field(description="one past the last character")


class Layout(Record):
    """The blocks of an article in text order, without overlaps, and what its frame says."""

    blocks: tuple[Block, ...] = Field(default=(), description="blocks in text order; blank space lies between them")
    title: str | None = Field(default=None, description="headline")
    published: dt.date | None = Field(default=None, description="publication date stated by the article")
    dateline: dt.date | None = Field(default=None, description="day of the dateline, which resolves weekdays and 'today'")
    source: str | None = Field(default=None, description="outlet named by byline or dateline")

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def part_at(self, offset: int) -> Part:
        """The part at a character offset; `body` between blocks.

        >>> Layout(blocks=(Block(part="title", start=0, end=5),)).part_at(3)
        'title'
        """
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self.blocks[index].end:
            return self.blocks[index].part
        return "body"
