"""Options that mean the same everywhere, as decorators, and what their values are."""

import codecs
import datetime as dt
import re
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import augment_usage_errors

Function = TypeVar("Function", bound=Callable[..., Any])
Decorator = Callable[[Function], Function]

FORMATS = ("table", "jsonl", "json", "csv", "parquet", "html")
"""The forms of output; the names are those of `wirefacts.showing.formats.FORMS`, which is not loaded to parse a command."""


def day(written: str) -> dt.date:
    """The calendar day that YYYY-MM-DD names. Raises click.BadParameter."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", written, re.ASCII):
            return dt.date.fromisoformat(written)
    except ValueError:  # such as February 30
        pass
    raise click.BadParameter(f"{written!r} is no day; write it as YYYY-MM-DD, such as 2022-07-19")


def number(written: str) -> Decimal:
    """The number, exact: 1500000, 1,500,000 and 1.5e6 are the same. Raises click.BadParameter."""
    digits = written.strip()
    if re.fullmatch(r"[+-]?((\d+|\d{1,3}(,\d{3})+)(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?", digits, re.ASCII | re.IGNORECASE):
        return Decimal(digits.replace(",", ""))
    raise click.BadParameter(f"{written!r} is no number; write 1500000, 1,500,000 or 1.5e6")


def currency(written: str) -> str:
    """The code of a currency in capitals. Raises click.BadParameter for what has not the form of one."""
    if re.fullmatch(r"[A-Z]{3}", written, re.ASCII | re.IGNORECASE):
        return written.upper()
    raise click.BadParameter(f"{written!r} is no currency; write its ISO 4217 code of three letters, such as CNY")


def encoding_name(written: str) -> str:
    """The name of a character encoding that Python knows. Raises click.BadParameter."""
    from wirefacts.reading import ReadingError, check_encoding

    try:
        check_encoding(written)
    except ReadingError as error:
        raise click.BadParameter(str(error)) from None
    return codecs.lookup(written).name


def place(written: str) -> Path | None:
    """The file that is named, None for `-`, which is standard output. Raises click.BadParameter."""
    if not written:
        raise click.BadParameter("an empty name; give a file, or - for standard output")
    return None if written == "-" else Path(written)


class Verb(click.Command):
    """A command whose errors name it and its own help, those of its options too."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line."""
        with augment_usage_errors(ctx):
            return super().parse_args(ctx, args)


def format_options(function: Function) -> Function:
    """`--format` and `--output`: the form of the results and where they go."""
    for option in (
        click.option("--output", "-o", type=place, metavar="FILE", help="Write the results to FILE, whole or not at all; - is standard output."),
        click.option(
            "--format",
            "-f",
            "form",
            type=click.Choice(FORMATS),
            help="Form of the results. Default: by FILE's suffix (.jsonl, .json, .csv, .parquet, .html, .txt), else tables to a terminal and "
            "JSON Lines to a pipe.",
        ),
    ):
        function = option(function)
    return function


def view_options(function: Function) -> Function:
    """`--highlight` and `--why`: what tables show beside the facts."""
    for option in (
        click.option("--why", is_flag=True, help="Add the rule behind each fact and the reason behind each null to the tables."),
        click.option("--highlight", is_flag=True, help="Print the article too, its facts coloured (bracketed where there is no colour)."),
    ):
        function = option(function)
    return function


def reviewer_option(function: Function) -> Function:
    """`--reviewer`: whose decisions they are."""
    return click.option(
        "--reviewer",
        callback=lambda _, __, name: reviewer_name(name),
        envvar="WIREFACTS_REVIEWER",
        metavar="NAME",
        help="Who decides. Default: WIREFACTS_REVIEWER, else the name you are logged in by.",
    )(function)


def reviewer_name(given: str | None) -> str:
    """The reviewer's name. Raises click.BadParameter for a blank one."""
    if given is None:
        import getpass

        try:
            given = getpass.getuser()
        except (OSError, KeyError, ImportError):
            raise click.BadParameter("who you are is not known here; give --reviewer NAME") from None
    if not given.strip():
        raise click.BadParameter("an empty name; give --reviewer NAME")
    return given.strip()


def published_options(function: Function) -> Function:
    """`--published` and `--published-override`: the day that relative dates count from."""
    for option in (
        click.option("--published-override", "override", is_flag=True, help="Let the day of --published hold for all articles, whatever they state."),
        click.option("--published", type=day, metavar="DATE", help="Publication day of articles that state none; relative dates count from it."),
    ):
        function = option(function)
    return function


def encoding_option(function: Function) -> Function:
    """`--encoding`: how the inputs are encoded."""
    return click.option("--encoding", type=encoding_name, metavar="NAME", help="Character encoding of the articles. Default: found out for each.")(
        function
    )


def model_options(function: Function) -> Function:
    """`--model` and `--lexicon`: what the extractor is made of."""
    for option in (
        click.option(
            "--lexicon",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            metavar="DIR",
            help="Folder with your own units, events and bodies, added to the built-in ones.",
        ),
        click.option("--model", metavar="NAME_OR_PATH", help="Installed English spaCy pipeline, or its folder. Default: en_core_web_sm."),
    ):
        function = option(function)
    return function


def quiet_option(function: Function) -> Function:
    """`--quiet`: no warnings, no progress."""
    return click.option("--quiet", "-q", is_flag=True, help="No progress and no warnings; inputs that fail are still named.")(function)


def ledger_option(function: Function) -> Function:
    """`--ledger`: the ledger that results are kept in."""
    return click.option(
        "--ledger",
        type=ledger_file,
        metavar="FILE",
        help="Keep the results in the ledger FILE, made where there is none. What it has already is not read again. "
        "Results are printed only where --format or --output asks for it.",
    )(function)


def ledger_file(written: str) -> Path:
    """The file of that name. Raises click.BadParameter for an empty one, and for `-`, which is none here."""
    if written in ("", "-"):
        raise click.BadParameter(f"{written!r} is no file here; give the name of a ledger")
    return Path(written)


def checked_form(form: str, output: Path | None, *, highlight: bool, why: bool) -> str:
    """The form, unless it is asked to show what only tables can, or cannot be made or shown here. Raises click.UsageError."""
    if form == "parquet":
        from importlib.util import find_spec

        if find_spec("pyarrow") is None:
            raise click.UsageError("--format parquet needs pyarrow, which is not installed: pip install 'wirefacts[parquet]'")
        if output is None and sys.stdout is not None and sys.stdout.isatty():
            raise click.UsageError("--format parquet is nothing to look at; give --output FILE")
    for name, given in (("--highlight", highlight), ("--why", why)):
        if given and form != "table":
            raise click.UsageError(f"{name} needs tables; leave out --format {form} or give --format table")
    return form
