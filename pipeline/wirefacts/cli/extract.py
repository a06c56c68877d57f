"""`wirefacts extract`: articles in, facts out."""

import datetime as dt
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wirefacts.cli.keeping import kept_in
from wirefacts.cli.messages import FAULT, Messages, tracebacks_wanted
from wirefacts.cli.options import (
    Verb,
    checked_form,
    encoding_option,
    format_options,
    ledger_option,
    model_options,
    published_options,
    quiet_option,
    view_options,
)
from wirefacts.cli.output import form_of, refuse_to_overwrite, results_to, seen_by_a_person, writer_to

if TYPE_CHECKING:
    from wirefacts.extractor import Extractor
    from wirefacts.reading import Story
    from wirefacts.records import Result
    from wirefacts.running import Failure

NO_DATE = "no publication date found: relative dates stay unresolved (give --published YYYY-MM-DD)"
_AGAIN = 2


@click.command(cls=Verb)
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@format_options
@view_options
@ledger_option
@published_options
@encoding_option
@model_options
@quiet_option
def extract(
    inputs: tuple[str, ...],
    *,
    form: str | None,
    output: Path | None,
    highlight: bool,
    why: bool,
    ledger: Path | None,
    published: dt.date | None,
    override: bool,
    encoding: str | None,
    model: str | None,
    lexicon: Path | None,
    quiet: bool,
) -> int:
    """Find the facts of articles.

    INPUT is a file (text, or JSON Lines with an article a line), a folder, a glob, or - for standard input.

    \b
    wirefacts extract article.txt
    wirefacts extract news/ --output facts.csv
    wirefacts extract 'news/2022-*.txt' --published 2022-07-19 | jq .facts
    curl -s https://example.org/article.txt | wirefacts extract - --why
    wirefacts extract news/ --ledger facts.db
    """  # noqa: D301 - click's mark for lines that are kept as they are
    if not inputs:
        raise click.UsageError("no input: give files, folders, globs, or - for standard input")
    if override and not published:
        raise click.UsageError("--published-override needs --published YYYY-MM-DD")
    printed = ledger is None or form is not None or output is not None or highlight or why
    form = checked_form(form_of(form, output, for_people=highlight or why), output, highlight=highlight, why=why)
    refuse_to_overwrite(output, _files_of(inputs))
    began = time.monotonic()
    with ExitStack() as opened:
        messages = opened.enter_context(Messages(quiet=quiet))
        out = opened.enter_context(results_to(output)) if printed else None
        extractor = loaded(model, lexicon)
        book = opened.enter_context(kept_in(ledger, messages)) if ledger else None
        from wirefacts.running import count, stories
        from wirefacts.showing.tables import View

        shown = printed and seen_by_a_person(output)
        if messages.bar_wanted(shown=shown):
            messages.total = count(inputs)
        writer = writer_to(form, out) if out else None
        ids: Counter[str] = Counter()
        read: Iterable[Story | Failure] = stories(inputs, encoding=encoding, published=published, override=override, lexicon=extractor.lexicon)
        if book and not writer:
            read = book.unread(read, extractor.info, lambda: messages.advance(shown=shown))
        for story, result in extracted(read, extractor, messages):
            warn_of(story, messages, ids)
            if book:
                book.keep(result, story.text)
            if writer:
                writer.add(View(result, result.facts, story.text, why, highlight))
            messages.advance(shown=shown)
        if writer:
            writer.close(time.monotonic() - began)
        if messages.failures and not ids and not (book and book.known):
            raise click.exceptions.Exit(1)  # nothing was read: results that are there keep their place
    return 1 if messages.failures else 0


def warn_of(story: "Story", messages: Messages, ids: Counter[str]) -> None:
    """Warn of an article without a day of publication, and of an id that one before it had; `ids` counts them."""
    ids[story.article.id] += 1
    if ids[story.article.id] == _AGAIN:
        messages.warn(f"{name_of(story)}: another article has the id {story.article.id!r} too")
    if story.article.published is None:
        messages.warn(f"{name_of(story)}: {NO_DATE}")


def _files_of(inputs: tuple[str, ...]) -> "Iterator[str | Failure]":
    from wirefacts.running import article_files

    yield from article_files(inputs)


def loaded(model: str | None, lexicon: Path | None) -> "Extractor":
    """The extractor that the options ask for. Raises click.UsageError, in one line, for a model or lexicon that is of no use."""
    from wirefacts.extractor import Extractor
    from wirefacts.lexicon import LexiconError
    from wirefacts.mentions.model import ModelMissingError

    try:
        return Extractor(model=model, lexicon=lexicon)
    except ModelMissingError as error:
        raise click.UsageError(f"--model: {error}") from error
    except LexiconError as error:
        raise click.UsageError(f"--lexicon: {error}") from error


def name_of(story: "Story") -> str:
    """What to call an article in a message: where it came from, and which of several it is."""
    from wirefacts.reading.files import article_id

    article = story.article
    if article.path is None:
        return article.url or article.id
    return article.path if article.id == article_id(article.path) else f"{article.path} ({article.id})"


def extracted(read: "Iterable[Story | Failure]", extractor: "Extractor", messages: Messages) -> "Iterator[tuple[Story, Result]]":
    """Each story with its result. What cannot be read, and a story that the extractor fails on, is named; the others are still done."""
    from wirefacts.running import Failure

    waiting: deque[Story] = deque()

    def readable() -> "Iterator[Story]":
        try:
            for outcome in read:
                if isinstance(outcome, Failure):
                    messages.fail(f"{outcome.input}: {outcome.reason}")
                else:
                    waiting.append(outcome)
                    yield outcome
        except Exception as error:
            if tracebacks_wanted():
                raise
            messages.fail(f"the inputs that follow are not read: {type(error).__name__}: {error} ({FAULT})")

    source = readable()
    results = extractor.pipe(source)
    while True:
        try:
            result = next(results, None)
        except Exception:  # noqa: BLE001 - one story must not end the run
            yield from _one_by_one(waiting, extractor, messages)
            results = extractor.pipe(source)
            continue
        if result is None:
            return
        yield waiting.popleft(), result


def _one_by_one(waiting: "deque[Story]", extractor: "Extractor", messages: Messages) -> "Iterator[tuple[Story, Result]]":
    while waiting:
        story = waiting.popleft()
        try:
            result = extractor.extract(story)
        except Exception as error:
            if tracebacks_wanted():
                raise
            messages.fail(f"{name_of(story)}: {type(error).__name__}: {error} ({FAULT})")
        else:
            yield story, result
