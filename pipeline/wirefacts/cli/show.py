"""`wirefacts show`: saved results and ledgers as tables, or as rows and lines of what is chosen from them."""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from wirefacts.cli.looking import Look, ledger_filter_options
from wirefacts.cli.messages import Messages
from wirefacts.cli.options import (
    Function,
    Verb,
    checked_form,
    currency,
    day,
    encoding_option,
    format_options,
    number,
    quiet_option,
    view_options,
)
from wirefacts.cli.output import form_of, refuse_to_overwrite, results_to, writer_to

if TYPE_CHECKING:
    from wirefacts.records import Result
    from wirefacts.showing.selecting import Selection

_KINDS = ("money", "percentage", "quantity", "date", "organization")
_WITH_TEXT = frozenset({"table", "csv", "parquet", "html"})
"""The forms that show words around a fact."""
_ORDERS = ("text", "value", "date", "name", "kind")


def filter_options(function: Function) -> Function:
    """The conditions that a fact must meet to be shown, all of them, and the order."""
    for option in reversed(
        (
            click.option("--kind", "kinds", type=click.Choice(_KINDS), multiple=True, help="Facts of this kind; may be given again."),
            click.option(
                "--currency",
                "currencies",
                type=currency,
                multiple=True,
                metavar="CODE",
                help="Money in this currency (ISO 4217); may be given again.",
            ),
            click.option(
                "--min",
                "minimum",
                type=number,
                metavar="NUMBER",
                help="Numbers from this on, as stated (a range or bound counts by its lower number).",
            ),
            click.option("--max", "maximum", type=number, metavar="NUMBER", help="Numbers up to this, likewise."),
            click.option("--from", "since", type=day, metavar="DATE", help="Dates that reach into the days from this one on."),
            click.option("--to", "until", type=day, metavar="DATE", help="Dates that reach into the days up to this one."),
            click.option("--organization", metavar="NAME", help="Organizations whose canonical name contains NAME."),
            click.option("--text", "words", metavar="WORDS", help="Facts whose surface or sentence contains WORDS."),
            click.option("--sort", "order", type=click.Choice(_ORDERS), default="text", show_default=True, help="Order of the facts of an article."),
            click.option("--reverse", is_flag=True, help="The other way round."),
        )
    ):
        function = option(function)
    return function


@click.command(cls=Verb)
@click.argument("files", nargs=-1, metavar="FILE...")
@filter_options
@ledger_filter_options
@view_options
@format_options
@encoding_option
@quiet_option
def show(
    files: tuple[str, ...],
    *,
    form: str | None,
    output: Path | None,
    highlight: bool,
    why: bool,
    encoding: str | None,
    quiet: bool,
    order: Any,
    reverse: bool,
    states: tuple[str, ...],
    named: tuple[str, ...],
    run: int | None,
    reviewer: str | None,
    **conditions: Any,
) -> int:
    """Show saved results, or the facts of a ledger as they stand.

    FILE holds JSON Lines or a JSON array, as extract writes them, or is a ledger; - is standard input.

    Context, --highlight and --text in sentences need the article's text. A ledger has it; for saved results it is read again from where the
    result says it lies. Facts of a ledger that were rejected are shown by --rejected alone.

    \b
    wirefacts show facts.jsonl --kind money --currency CNY --min 1e9 --sort value
    wirefacts show facts.jsonl --from 2020-01-01 --to 2020-12-31 --highlight
    wirefacts show facts.jsonl --organization commission --format csv
    wirefacts show facts.db --pending --kind money
    wirefacts show facts.db --corrected --article port --format parquet --output port.parquet
    """  # noqa: D301 - click's mark for lines that are kept as they are
    if not files:
        raise click.UsageError("no input: give a file of saved results, or - for standard input")
    form = checked_form(form_of(form, output, for_people=highlight or why), output, highlight=highlight, why=why)
    refuse_to_overwrite(output, files)
    from wirefacts.cli.texts import Texts, place_of
    from wirefacts.showing.saved import misread
    from wirefacts.showing.selecting import ordered
    from wirefacts.showing.tables import View

    selection = _selection(**conditions)
    look = Look(selection, states, named, run, reviewer, texts=form in _WITH_TEXT, ids=form == "table")
    ledgers = _ledgers(files, look)
    saved = [name for name in files if name not in ledgers]
    texts = Texts(encoding)
    shown = 0
    with results_to(output) as out, Messages(quiet=quiet) as messages:
        writer = writer_to(form, out, reviewed=bool(ledgers))
        for part in chain.from_iterable(look.into(Path(name)) for name in ledgers):
            facts = ordered(selection.of(part.result.facts, part.text), order, reverse=reverse)
            if facts or look.takes_all:
                writer.add(View(part.result, facts, part.text, why, highlight, part.ids, part.progress))
        shown += len(ledgers)
        for place, result in _saved(saved, messages) if saved else ():
            refuse_to_overwrite(output, [place_of(result.article)])
            text = None
            if form in _WITH_TEXT or selection.words is not None:
                text, reason = texts.of(result.article)
                if reason and highlight:
                    messages.fail(f"{result.article.id}: --highlight: {reason}")
                elif reason and form != "jsonl":
                    messages.warn(f"{result.article.id}: {reason}")
                wrong = misread(result, text) if text is not None else None
                if wrong:
                    messages.fail(f"{place}: {wrong}")
                    continue
            facts = ordered(selection.of(result.facts, text), order, reverse=reverse)
            writer.add(View(result, facts, text, why, highlight))
            shown += 1
        writer.close()
        if messages.failures and not shown:
            raise click.exceptions.Exit(1)  # nothing was read: results that are there keep their place
    return 1 if messages.failures else 0


def _selection(
    *,
    kinds: tuple[Any, ...],
    currencies: tuple[str, ...],
    minimum: Decimal | None,
    maximum: Decimal | None,
    since: dt.date | None,
    until: dt.date | None,
    **conditions: Any,
) -> "Selection":
    """The conditions as one. Raises click.UsageError for those that no fact could meet."""
    from wirefacts.showing.selecting import Selection

    if minimum is not None and maximum is not None and minimum > maximum:
        raise click.UsageError(f"--min {minimum} is above --max {maximum}: no number is between them")
    if since and until and since > until:
        raise click.UsageError(f"--from {since} is after --to {until}: no day is between them")
    return Selection(frozenset(kinds), frozenset(currencies), minimum, maximum, since, until, **conditions)


def _ledgers(files: tuple[str, ...], look: Look) -> list[str]:
    """Those of the files that are ledgers. Raises click.UsageError for what only ledgers know asked of another file."""
    from wirefacts.ledger import is_database

    ledgers = [name for name in files if name not in ("", "-") and is_database(Path(name))]
    asked = look.asked_of_ledgers
    other = next((name for name in files if name not in ledgers), None)
    if asked and other is not None:
        raise click.UsageError(f"{asked} needs a ledger, which {other or 'an empty name'} is not")
    return ledgers


def _saved(files: Sequence[str], messages: Messages) -> "Iterator[tuple[str, Result]]":
    """The results, each with the file and the place in it."""
    from wirefacts.reading import ReadingError
    from wirefacts.reading.files import refuse_devices, why_not
    from wirefacts.showing.saved import Fault, read_results

    for name in files:
        if not name:
            messages.fail("an empty name: give a file of saved results, or - for standard input")
            continue
        try:
            if name != "-":
                refuse_devices(name)
            with _opened(name) as file:
                for outcome in read_results(file):
                    if isinstance(outcome, Fault):
                        messages.fail(": ".join(piece for piece in (name, outcome.place, outcome.reason) if piece))
                    else:
                        yield f"{name}: {outcome.place}", outcome.result
        except (OSError, ReadingError) as error:
            messages.fail(f"{name}: {why_not(error)}")


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    if name != "-":
        return Path(name).open("rb")
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return nullcontext(sys.stdin.buffer)
