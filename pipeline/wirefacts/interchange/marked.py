"""Articles with marks in them, as annotation tools exchange them: a kind and characters, and the other fields where a form can carry them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from wirefacts.records import KINDS, Article, Fact
from wirefacts.records.encoding import json_fields, to_json
from wirefacts.records.faults import quoted

CARRIED = "wirefacts"
"""The name under which our own fields travel in forms that let others have a place."""

_PLACE = frozenset({"id", "kind", "start", "end", "text", "provenance"})
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_SLUG = 80


class Mark(NamedTuple):
    """Marked characters, and what is said of them where the form tells."""

    kind: str
    start: int
    end: int
    fields: Mapping[str, Any] | None = None


class MarkedText(NamedTuple):
    """A text with its marks, what is known of its article, and where in which file it was."""

    place: str
    text: str
    marks: tuple[Mark, ...]
    article: Mapping[str, Any]
    """`id`, and other fields of an article where they are known."""


class Annotated(NamedTuple):
    """An article to be written: its text, its facts, and whether people are done with it."""

    article: Article
    text: str
    facts: Sequence[Fact]
    done: bool = False


def carried_fields(fact: Fact) -> dict[str, Any]:
    """What a fact says beside kind and characters, without nulls, as JSON has it."""
    return {name: value for name, value in _json(fact).items() if name not in _PLACE and value not in (None, [])}


def carried_article(article: Article) -> dict[str, Any]:
    """What is known of an article, without nulls, as JSON has it."""
    return {name: value for name, value in _json(article).items() if value is not None}


def _json(record: Fact | Article) -> dict[str, Any]:
    fields: dict[str, Any] = json_fields(to_json(record))
    return fields


def fault_of(mark: Mark, text: str) -> str | None:
    """Why a mark is none of this text, in the words of whoever made the file; None when it is sound."""
    if mark.kind not in KINDS:
        return f"expected a label of {', '.join(KINDS)}, not {quoted(mark.kind)}"
    if not 0 <= mark.start < mark.end <= len(text):
        return f"expected characters within 0-{len(text)}, not {mark.start}-{mark.end}"
    return None


def slugs(articles: Iterable[Article]) -> list[str]:
    """A name for the files of each article, its own and fit for any file system.

    >>> from wirefacts.records.specimen import specimen
    >>> one = specimen().article
    >>> slugs([one, one.model_copy(update={"id": "../../etc/a b", "sha256": "f" * 64}), one.model_copy(update={"sha256": "e" * 64})])
    ['harbor', 'etc-a-b', 'harbor-eeeeeeee']
    """
    taken: set[str] = set()
    names = []
    for article in articles:
        name = _UNFIT.sub("-", article.id).strip(".-")[:_LONGEST_SLUG] or "article"
        if name.lower() in taken:
            name = f"{name}-{article.sha256[:8]}"
        taken.add(name.lower())
        names.append(name)
    return names
