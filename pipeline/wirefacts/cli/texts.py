"""The texts that saved results were made from, read again from where the results say they lie."""

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wirefacts.reading import Story
    from wirefacts.records import Article
    from wirefacts.running import Failure


_SPELT_OUT = re.compile(r"\\u(dc[89a-f][0-9a-f])")
"""A byte of a file's name that is no UTF-8, as a result has it."""


class Found(NamedTuple):
    """An article's text, or why there is none."""

    text: str | None
    reason: str = ""


def place_of(article: "Article") -> str | None:
    """The file that the article was read from, as the system knows it."""
    if article.path is None or os.path.lexists(article.path):
        return article.path
    return _SPELT_OUT.sub(lambda byte: chr(int(byte[1], 16)), article.path)


class Texts:
    """The texts by article, each file read once and no further than asked for: results mostly come in the order of their articles."""

    def __init__(self, encoding: str | None = None) -> None:
        self.encoding = encoding
        self._open: dict[str, Iterator[Story | Failure]] = {}
        self._passed: dict[str, dict[str, str]] = {}

    def of(self, article: "Article") -> Found:
        """The text whose digest is the article's."""
        path = place_of(article)
        if path is None:
            return Found(None, "the article's text is not at hand: it was read from no file")
        passed = self._passed.setdefault(path, {})
        if article.sha256 not in passed:
            reason = self._read_until(path, article.sha256, passed)
            if reason:
                return Found(None, f"the article's text is not at hand: {article.path or 'a file without a name'} {reason}")
        return Found(passed[article.sha256])

    def _read_until(self, path: str, sha256: str, passed: dict[str, str]) -> str:
        """Read on until the text is there; else say of the file why it is not."""
        from wirefacts.running import Failure

        if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises for what may not be looked at
            return "is no file to be read again" if os.path.lexists(path) else "is missing"
        for outcome in self._stories(path):
            if isinstance(outcome, Failure):
                return f"cannot be read: {outcome.reason}"
            passed[outcome.article.sha256] = outcome.text
            if outcome.article.sha256 == sha256:
                return ""
        return "has changed since the facts were extracted (or give its --encoding)"

    def _stories(self, path: str) -> "Iterator[Story | Failure]":
        from wirefacts.running import stories

        if path not in self._open:
            self._open[path] = iter(stories([path], encoding=self.encoding))
        return self._open[path]
