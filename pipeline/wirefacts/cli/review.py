"""`wirefacts review`: the facts of a ledger, or of articles that go into one first, before a reviewer."""

import datetime as dt
import gc
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wirefacts.cli.keeping import Keeping, made, opened
from wirefacts.cli.messages import Messages
from wirefacts.cli.options import Verb, encoding_option, ledger_file, model_options, published_options, quiet_option, reviewer_option
from wirefacts.cli.output import results_to

if TYPE_CHECKING:
    from wirefacts.ledger import Ledger
    from wirefacts.reviewing import Sitting

_SUFFIX = ".facts.db"
_PATIENCE = 2.0
"""Seconds that a key waits for another program that is writing; then it is told, nothing is lost, and the key can be pressed again."""


@click.command(cls=Verb)
@click.argument("inputs", nargs=-1, metavar="LEDGER|ARTICLE...")
@reviewer_option
@click.option(
    "--order",
    type=click.Choice(("doubt", "text")),
    default="doubt",
    show_default=True,
    help="Order of the queue: the most doubtful facts first, or as the text runs.",
)
@click.option("--alone", is_flag=True, help="Leave aside what others decided, so that two reviewers can be compared: bench --agreement.")
@click.option(
    "--ledger",
    type=ledger_file,
    metavar="FILE",
    help="Ledger that articles go into, made where there is none. Default: beside the first of them, port.facts.db for port.txt.",
)
@published_options
@encoding_option
@model_options
@quiet_option
def review(
    inputs: tuple[str, ...],
    *,
    reviewer: str,
    order: Any,
    alone: bool,
    ledger: Path | None,
    published: dt.date | None,
    override: bool,
    encoding: str | None,
    model: str | None,
    lexicon: Path | None,
    quiet: bool,
) -> int:
    """Review facts on the screen: accept, reject, correct, add. ? shows the keys.

    LEDGER is a file that extract --ledger has made. An ARTICLE (a file, a folder, a glob) is extracted into a ledger first. Every decision is in
    the ledger when its key is answered; quit at any time, and go on later.

    \b
    wirefacts review facts.db
    wirefacts review facts.db --order text --reviewer li
    wirefacts review article.txt --published 2022-07-19
    wirefacts review news/ --ledger news.db
    """  # noqa: D301 - click's mark for lines that are kept as they are
    if not inputs:
        raise click.UsageError("no input: give a ledger, or articles")
    if override and not published:
        raise click.UsageError("--published-override needs --published YYYY-MM-DD")
    path, articles = _sorted_out(inputs, ledger)
    if not articles:
        with opened(path, write=True) as book:
            _refuse_no_terminal()
            return _review(book, reviewer, order, alone=alone)
    _refuse_no_terminal()
    with Messages(quiet=quiet) as messages, made(path) as book:
        reading = {"encoding": encoding, "published": published, "override": override}
        rows = _extracted_into(book, path, articles, messages, model=model, lexicon=lexicon, reading=reading)
        if not rows:
            raise click.exceptions.Exit(1)
        return max(_review(book, reviewer, order, alone=alone, rows=rows), bool(messages.failures))


def _sorted_out(inputs: tuple[str, ...], ledger: Path | None) -> tuple[Path, Sequence[str]]:
    """The ledger, and the articles that go into it first. Raises click.UsageError."""
    from wirefacts.ledger import is_database

    if "" in inputs or "-" in inputs:
        raise click.UsageError("standard input is the keyboard here; give a ledger or articles by name")
    ledgers = [name for name in inputs if is_database(Path(name))]
    if len(inputs) == 1 and (ledgers or Path(inputs[0]).suffix.lower() in {".db", ".sqlite"}):
        if ledger is not None:
            raise click.UsageError(f"--ledger is where articles go; {inputs[0]} is a ledger itself")
        return Path(inputs[0]), ()
    if ledgers:
        raise click.UsageError(f"{ledgers[0]} is a ledger: give one ledger alone, or articles and --ledger FILE")
    return ledger or _beside(inputs[0]), inputs


def _beside(name: str) -> Path:
    """The ledger of articles that are given without one."""
    path = Path(name)
    if any(sign in path.name for sign in "*?["):
        return path.parent / f"articles{_SUFFIX}"
    return path.with_name((path.name if path.is_dir() else path.stem) + _SUFFIX) if path.name else Path(f"articles{_SUFFIX}")


def _refuse_no_terminal() -> None:
    """Raises click.UsageError where there is no keyboard, or no screen, which Textual writes to standard error."""
    for stream in (sys.stdin, sys.__stderr__):
        if stream is None or stream.closed or not stream.isatty():
            raise click.UsageError("it needs a terminal; decide by wirefacts ledger decide where there is none")


def _extracted_into(
    book: "Ledger", path: Path, articles: Sequence[str], messages: Messages, *, model: str | None, lexicon: Path | None, reading: Any
) -> list[int]:
    """The rows of the articles, each extracted unless the ledger has it; where they are kept is told."""
    from wirefacts.cli.extract import extracted, loaded, warn_of
    from wirefacts.running import Failure, stories

    extractor = loaded(model, lexicon)
    keeping = Keeping(book)
    digests: dict[str, None] = {}
    ids: Counter[str] = Counter()

    def noted() -> Any:
        for outcome in stories(articles, lexicon=extractor.lexicon, **reading):
            if not isinstance(outcome, Failure):
                digests[outcome.article.sha256] = None
            yield outcome

    for story, result in extracted(keeping.unread(noted(), extractor.info, lambda: messages.advance(shown=False)), extractor, messages):
        warn_of(story, messages, ids)
        keeping.keep(result, story.text)
        messages.advance(shown=False)
    if digests:
        for line in keeping.told(path):
            messages.warn(line)
    return [book.article_named(digest) for digest in digests if book.has_text(digest)]


def _review(book: "Ledger", reviewer: str, order: Any, *, alone: bool, rows: Sequence[int] | None = None) -> int:
    from wirefacts.ledger import LedgerError

    colourless = "NO_COLOR" in os.environ
    with _all_of_it_kept():
        from wirefacts.reviewing import Sitting
        from wirefacts.reviewing.desk import Desk

        sitting = Sitting(book, reviewer, order=order, alone=alone, rows=rows)
    if sitting.article is None:
        raise LedgerError(f"{book.path}: holds no articles yet; wirefacts extract --ledger fills it")
    book.wait_at_most(_PATIENCE)
    desk = Desk(sitting, colourless=colourless)
    desk.run()
    if desk.fault is not None:
        raise desk.fault
    _tell(sitting, colourless=colourless)
    return 0


@contextmanager
def _all_of_it_kept() -> Iterator[None]:
    """What is made within is no garbage: to look for some among a hundred thousand facts would take as long as making them, and keep keys waiting."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _tell(sitting: "Sitting", *, colourless: bool) -> None:
    """What was decided, and where it is."""
    from rich.console import Console

    with results_to(None) as out:
        console = Console(file=out, markup=False, emoji=False, highlight=False, no_color=colourless or None)
        console.print(sitting.summary())
        console.print(f"all of it is in {sitting.ledger.path}; wirefacts review {sitting.ledger.path} goes on", soft_wrap=True)
