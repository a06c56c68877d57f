"""A story: an article ready for extraction, its text with its layout and what is known of it."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from wirefacts.lexicon import Lexicon
from wirefacts.reading.layout import layout_of
from wirefacts.records import Article, Layout, as_day, text_sha256

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Story:
    """An article's text, where in it what stands, and what is known beside it."""

    article: Article
    text: str
    layout: Layout


def story_of(
    text: str,
    *,
    id: str,  # noqa: A002 - the record's field name
    published: dt.date | str | None = None,
    override: bool = False,
    path: str | None = None,
    url: str | None = None,
    title: str | None = None,
    source: str | None = None,
    lexicon: Lexicon | None = None,
) -> Story:
    r"""The story that a text tells. A given title and source go before what the text's frame says.

    `published` is the publication day, also as YYYY-MM-DD, of a text that states none; with `override`, of any. Lone surrogates,
    which are no characters, become U+FFFD; every offset holds. Raises TypeError for a text or id that is no text, ValueError for an
    empty id and for what is no day.

    >>> story = story_of("Port grows\n\nBy China Daily | Jul 19,2022\n\nTrade grew.", id="a")
    >>> story.article.title, story.article.source, story.article.published.isoformat()
    ('Port grows', 'China Daily', '2022-07-19')
    """
    if not isinstance(text, str):
        raise TypeError(f"a text is wanted, not {type(text).__name__}{'; decode it first' if isinstance(text, bytes) else ''}")
    if not isinstance(id, str):
        raise TypeError(f"an id is wanted as text, not as {type(id).__name__}")
    if not id:
        raise ValueError("an id is wanted, at least one character")
    text = _storable(text)
    day = None if published is None else as_day(published)
    layout = layout_of(text, lexicon or _bundled_lexicon(), published=day, override=override)
    article = Article(
        id=_written(id),
        sha256=text_sha256(text),
        title=_storable(title) if title else layout.title,
        published=day if day and (override or not layout.published) else layout.published,
        source=_storable(source) if source else layout.source,
        path=_written(path) if path else None,
        url=_storable(url) if url else None,
        characters=len(text),
    )
    return Story(article, text, layout)


def _storable(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _written(name: str) -> str:
    r"""A name whose bytes are no UTF-8 with each of them spelt out: two names stay two."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


@cache
def _bundled_lexicon() -> Lexicon:
    return Lexicon()
