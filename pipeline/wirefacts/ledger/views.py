"""What a ledger answers with: articles with their facts, how far they are reviewed, what became of a result."""

from collections import Counter
from typing import NamedTuple

from wirefacts.ledger.looking import Entry
from wirefacts.records import Article, ExtractorInfo, Fact

NO_EXTRACTOR = ExtractorInfo(version="none", model="none", model_version="none")
"""What stands for the extractor of an article that none has read."""


class ArticleView(NamedTuple):
    """An article with the facts that were asked for, as they stand."""

    row: int
    article: Article
    extractor: ExtractorInfo
    entries: list[Entry]
    states: Counter[str]
    """Of all its facts."""
    done_by: tuple[str, ...]


class Progress(NamedTuple):
    """How far the review of an article is."""

    row: int
    article: Article
    states: Counter[str]
    outcomes: int
    """Decided facts that the latest run reads otherwise or does not find."""
    done_by: tuple[str, ...]


class ReviewedArticle(NamedTuple):
    """An article that is done: what was known of it then, its text, and the facts that people stand for."""

    article: Article
    text: str
    facts: list[Fact]


class Kept(NamedTuple):
    """What became of a result: whether it is new, and how many decisions hold on it, and how many do not."""

    new: bool
    held: int = 0
    changed: int = 0
    lost: int = 0
