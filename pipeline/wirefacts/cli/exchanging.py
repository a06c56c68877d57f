"""`wirefacts ledger gold`, `import` and `export`: what a ledger holds, in the forms that others read."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wirefacts.cli.keeping import opened
from wirefacts.cli.ledger import ledger
from wirefacts.cli.messages import Messages
from wirefacts.cli.options import ledger_file, quiet_option, reviewer_option
from wirefacts.cli.output import CannotWrite, results_to

if TYPE_CHECKING:
    from wirefacts.interchange import Annotated, MarkedText
    from wirefacts.ledger import Ledger
    from wirefacts.records import Article

__all__ = ["ledger"]

_FORMS = ("doccano", "label-studio", "brat")
_SUFFIXES = {".jsonl": "doccano", ".json": "label-studio", "": "brat"}

_file = click.argument("path", type=ledger_file, metavar="LEDGER")
_form = click.option(
    "--as", "form", type=click.Choice(_FORMS), help="Form of it. Default: .jsonl is doccano's, .json Label Studio's, a folder brat's."
)


@ledger.command()
@_file
@click.argument("folder", type=ledger_file, metavar="DIR")
@click.option(
    "--reviewer",
    metavar="NAME",
    help="The articles that this reviewer is done with, by this reviewer's decisions. Default: by the latest of anybody.",
)
@quiet_option
def gold(path: Path, folder: Path, *, reviewer: str | None, quiet: bool) -> int:
    """Write the articles that are done to DIR as gold, which bench reads.

    Gold is what people confirmed, corrected and added, whatever later runs found.

    \b
    wirefacts ledger gold facts.db my-gold/
    wirefacts bench my-gold/ --against glue
    """  # noqa: D301 - click's mark for lines that are kept as they are
    from wirefacts.interchange import Annotated, GoldError, write_gold

    with Messages(quiet=quiet) as messages, opened(path) as book:
        articles = [Annotated(*reviewed, done=True) for reviewed in book.reviewed(reviewer)]
        if not articles:
            raise click.ClickException(f"{path}: no article is done{f' by {reviewer}' if reviewer else ''}; wirefacts ledger done says so of one")
        try:
            before = {file.parent for file in folder.glob("*/gold.json")}
            places = list(write_gold(folder, articles))
        except GoldError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            raise CannotWrite(str(error.filename or folder), error) from error
        facts = sum(len(each.facts) for each in articles)
        messages.warn(f"{folder}: {len(places)} article{'s' * (len(places) != 1)} written, with {facts} fact{'s' * (facts != 1)}")
        for place in sorted(before.difference(places)):
            messages.warn(f"{place}: gold from before, of an article that is not done here; bench reads it too, so delete it if it is stale")
    return 0


@ledger.command(name="export")
@_file
@click.argument("target", type=ledger_file, metavar="FILE|DIR")
@_form
@click.option("--reviewer", metavar="NAME", help="Facts as they stand by this reviewer's decisions. Default: by the latest of anybody.")
@click.option("--done", "done_only", is_flag=True, help="Only articles that are done.")
@quiet_option
def export(path: Path, target: Path, *, form: str | None, reviewer: str | None, done_only: bool, quiet: bool) -> int:
    """Write the articles with their facts as they stand in a form that annotation tools read; rejected facts are left out.

    \b
    wirefacts ledger export facts.db facts.jsonl
    wirefacts ledger export facts.db tasks.json --as label-studio --done
    wirefacts ledger export facts.db brat/ --as brat
    """  # noqa: D301 - likewise
    form = _form_of(target, form)
    with Messages(quiet=quiet) as messages, opened(path) as book:
        articles = list(_standing(book, reviewer, done_only=done_only))
        if not articles:
            raise click.ClickException(f"{path}: no article to export{': none is done' if done_only else ''}")
        messages.warn(_write(form, target, articles))
    return 0


def _standing(book: "Ledger", reviewer: str | None, *, done_only: bool) -> "Iterator[Annotated]":
    """The articles with the facts that stand."""
    from wirefacts.interchange import Annotated
    from wirefacts.showing.selecting import without_lost_links

    done = set(book.done_rows(reviewer))
    for view in book.views(reviewer=reviewer):
        if done_only and view.row not in done:
            continue
        facts = [entry.fact for entry in view.entries if entry.place.state != "rejected"]
        kept = {fact.id for fact in facts}
        yield Annotated(view.article, book.text(view.row), [without_lost_links(fact, kept) for fact in facts], view.row in done)


def _write(form: str, target: Path, articles: "list[Annotated]") -> str:
    """Write them, and say what the form cannot hold."""
    from wirefacts.interchange import brat, doccano, label_studio

    if form == "brat":
        try:
            if target.is_dir() and any(target.iterdir()) and not (target / brat.CONFIGURATION).exists():
                raise CannotWrite(str(target), "other files are there, and none of brat's; give another folder")
            target.mkdir(parents=True, exist_ok=True)
            for name, content in brat.brat_files(articles):
                with results_to(target / name) as out:
                    out.write(content)
        except OSError as error:
            raise CannotWrite(str(target), error) from error
        return f"{target}: {brat.CANNOT_HOLD}"
    pieces, cannot = (
        (doccano.doccano_lines(articles), doccano.CANNOT_HOLD)
        if form == "doccano"
        else (label_studio.label_studio_json(articles), label_studio.CANNOT_HOLD)
    )
    with results_to(target) as out:
        for piece in pieces:
            out.write(piece)
    return f"{target}: {cannot}"


def _form_of(place: Path, form: str | None) -> str:
    known = form or ("brat" if place.is_dir() else _SUFFIXES.get(place.suffix.lower()))
    if known is None:
        raise click.UsageError(f"{place}: its name does not say which form it is; give --as {'|'.join(_FORMS)}")
    return known


@ledger.command(name="import")
@_file
@click.argument("source", type=ledger_file, metavar="FILE|DIR")
@_form
@click.option("--whole", is_flag=True, help="The marks are all there is: reject facts without one, and say that the articles are done.")
@reviewer_option
@quiet_option
def import_(path: Path, source: Path, *, form: str | None, whole: bool, reviewer: str, quiet: bool) -> int:
    """Take what people marked in another tool for decisions of --reviewer.

    A mark on a fact accepts it, one whose boundary or value differs corrects it, one on nothing adds a fact. Articles that the ledger has not are
    added. A mark without a value, on nothing that was extracted, makes no fact where the kind needs one: it is named.

    \b
    wirefacts ledger import facts.db labelled.jsonl --reviewer li
    wirefacts ledger import facts.db tasks.json --as label-studio --whole
    """  # noqa: D301 - likewise
    from wirefacts.interchange import GoldError

    try:
        texts = _read(_form_of(source, form), source)
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    with Messages(quiet=quiet) as messages, opened(path, write=True, create=True) as book:
        counts = dict.fromkeys(("accepted", "corrected", "added", "rejected", "known"), 0)
        for marked in texts:
            article = _article(marked)
            outcome = book.import_marks(book.keep_article(article, marked.text), marked.marks, reviewer=reviewer, whole=whole)
            for name in counts:
                counts[name] += getattr(outcome, name)
            for reason in outcome.left_out:
                messages.fail(f"{marked.place}: {reason}")
        told = ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "nothing"
        messages.warn(f"{path}: {told} in {len(texts)} article{'s' * (len(texts) != 1)}, by {reviewer}")
    return 1 if messages.failures else 0


def _read(form: str, source: Path) -> "list[MarkedText]":
    from wirefacts.interchange.brat import read_brat
    from wirefacts.interchange.doccano import read_doccano
    from wirefacts.interchange.label_studio import read_label_studio

    return {"brat": read_brat, "doccano": read_doccano, "label-studio": read_label_studio}[form](source)


def _article(marked: "MarkedText") -> "Article":
    """What is known of an imported article; what travelled with it and does not fit is named."""
    from pydantic import ValidationError

    from wirefacts.records import Article, text_sha256
    from wirefacts.records.faults import dotted, fault_in

    fields: dict[str, Any] = {**marked.article, "sha256": text_sha256(marked.text), "characters": len(marked.text)}
    try:
        return Article.model_validate(fields)
    except ValidationError as error:
        fault = fault_in(error)
        raise click.ClickException(f"{marked.place}: {fault.what} @ {dotted(('article', *fault.where))}") from None
