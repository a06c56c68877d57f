"""Bytes to story: decoding, and where in the text title, byline, dateline, captions, headings and body stand."""

from wirefacts.reading.decoding import ReadingError, check_encoding, decode
from wirefacts.reading.files import read_file
from wirefacts.reading.layout import layout_of
from wirefacts.reading.story import Story, story_of

__all__ = ["ReadingError", "Story", "check_encoding", "decode", "layout_of", "read_file", "story_of"]
