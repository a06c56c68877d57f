"""The whole vocabulary behind one door, each table loaded when it is first asked for."""

from functools import cached_property
from pathlib import Path

from wirefacts.lexicon.loader import LexiconError, load
from wirefacts.lexicon.numerals import Numerals


class Lexicon:
    """The vocabulary, with a user's own entries added to ours.

    `extra` is a folder of files with the names and the form of those in `lexicon/data`. Raises LexiconError when it is no
    folder, and, when a table is first used, for a file that is malformed.

    >>> Lexicon().numerals.cardinals["seven"]
    7
    """

    def __init__(self, extra: Path | None = None) -> None:
        if extra is not None and not extra.is_dir():
            raise LexiconError(f"{extra}: no such folder of lexicon files")
        self.extra = extra

    @cached_property
    def numerals(self) -> Numerals:
        """Number words."""
        return load("numerals.toml", Numerals, self.extra)
