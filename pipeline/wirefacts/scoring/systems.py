"""Extractors under test: wirefacts in batches, and whatever else answers one text at a time."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from wirefacts.conventions import FORMS, Form
from wirefacts.extractor import Extractor
from wirefacts.reading import Story, story_of
from wirefacts.records import Record, Result
from wirefacts.scoring.matching import as_marked
from wirefacts.scoring.tasks import Item


class Answer(NamedTuple):
    """What an extractor says of an item: the records of a form, or why it failed. A result where facts were asked for."""

    item: Item
    records: Sequence[Any]
    failure: str | None = None
    story: Story | None = None
    result: Result | None = None


class Peer(Protocol):
    """Another extractor. For each form that it offers it has a method of that name, from text and publication day to records."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def install(self) -> str:
        """How to get it, in one line."""

    @property
    def forms(self) -> Collection[str]:
        """The forms that it answers in."""


def story_for(item: Item) -> Story:
    """The text without its gold, as the extractor reads it: the day that gold states, if it states one, overrules the text's own."""
    return story_of(item.text, id=item.id, published=item.published, override=item.published is not None)


def wirefacts_answers(extractor: Extractor, form: Form, items: Iterable[Item]) -> Iterator[Answer]:
    """What wirefacts says of each item, in batches. An item that it fails on is told, the others are still answered."""
    waiting = list(items)
    while waiting:
        done = 0
        try:
            for story, findings in extractor.findings(map(story_for, waiting)):
                records = FORMS[form](findings)
                yield _answer(extractor, waiting[done], form, records, story)
                done += 1
        except Exception:  # noqa: BLE001 - one item must not end the run
            yield _alone(extractor, waiting[done], form)
            done += 1
        waiting = waiting[done:]


def _alone(extractor: Extractor, item: Item, form: Form) -> Answer:
    try:
        story = story_for(item)
        ((_, findings),) = extractor.findings([story])
        return _answer(extractor, item, form, FORMS[form](findings), story)
    except Exception as error:  # noqa: BLE001 - told in one line
        return Answer(item, (), failure=f"{type(error).__name__}: {error}")


def _answer(extractor: Extractor, item: Item, form: Form, records: Sequence[Record], story: Story) -> Answer:
    if form != "facts":
        return Answer(item, records, story=story)
    result = Result(article=story.article, extractor=extractor.info, facts=tuple(records))
    return Answer(item, [as_marked(fact) for fact in result.facts], story=story, result=result)


def peer_facts(peer: Peer, text: str, published: dt.date | None) -> Sequence[Any]:
    """The facts that a peer finds in a text. Raises what it raises."""
    method: Any = peer
    found: Sequence[Any] = method.facts(text, published)
    return found


def peer_answers(peer: Peer, form: Form, items: Iterable[Item]) -> Iterator[Answer]:
    """What a peer says of each item. Raises what it raises."""
    method: Any = getattr(peer, form)
    for item in items:
        day: dt.date | None = item.published
        yield Answer(item, method(item.text, day))
