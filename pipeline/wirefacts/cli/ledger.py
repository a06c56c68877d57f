"""`wirefacts ledger`: decisions by command, and what a ledger holds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wirefacts.cli.keeping import opened
from wirefacts.cli.options import Verb, ledger_file, reviewer_option
from wirefacts.cli.output import results_to

if TYPE_CHECKING:
    from rich.table import Table

    from wirefacts.ledger import Act, Entry, Ledger

_KINDS = ("money", "percentage", "quantity", "date", "organization")


class Verbs(click.Group):
    """A group whose verbs tell their errors as all do."""

    command_class = Verb


@click.group(cls=Verbs)
def ledger() -> None:
    """Decide on the facts of a ledger, and see what it holds.

    extract --ledger fills it, show prints it. Facts are named by the ids that show prints, articles by id, path or digest. Every decision is kept,
    with who made it and when; undo adds to the log as all does.

    \b
    wirefacts extract news/ --ledger facts.db
    wirefacts ledger decide facts.db 3e12 accept
    wirefacts ledger decide facts.db 3e12 correct value=5.2 --note "the table says so"
    wirefacts ledger done facts.db port
    wirefacts ledger gold facts.db my-gold/
    """  # noqa: D301 - click's mark for lines that are kept as they are


_file = click.argument("path", type=ledger_file, metavar="LEDGER")
_note = click.option("--note", metavar="WORDS", help="Why, for whoever reads the log.")
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")


def settings(fields: Sequence[str]) -> dict[str, str]:
    """What FIELD=VALUE says. Raises click.UsageError for what has not that form, and for a field that is given twice."""
    given: dict[str, str] = {}
    for field in fields:
        name, sign, value = field.partition("=")
        if not (sign and name):
            raise click.UsageError(f"{field!r} is no FIELD=VALUE, such as value=5.2 or currency=CNY; FIELD= empties it")
        if name in given:
            raise click.UsageError(f"{name} is given twice")
        given[name] = value
    return given


@ledger.command()
@_file
@click.argument("fact")
@click.argument("verdict", type=click.Choice(("accept", "reject", "correct")), metavar="accept|reject|correct")
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")
@_note
@reviewer_option
def decide(path: Path, fact: str, verdict: str, fields: tuple[str, ...], *, note: str | None, reviewer: str) -> int:
    """Accept, reject or correct a fact.

    FIELD is any that the fact's kind has, and start, end, text, kind, part; FIELD= empties it. Bounds follow value and modifier where they are not
    given. What the records do not admit is refused.

    \b
    wirefacts ledger decide facts.db 3e12 accept
    wirefacts ledger decide facts.db 3e12 correct value=5.2 modifier=at_least
    wirefacts ledger decide facts.db 3e12 correct text="15 billion yuan" currency=CNY --reviewer li
    """  # noqa: D301 - likewise
    changes = settings(fields)
    with opened(path, write=True) as book:
        entry = book.decide(fact, verdict, changes, reviewer=reviewer, note=note)
        line = entry_line(book, entry)
    _say(line)
    return 0


@ledger.command()
@_file
@click.argument("article")
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option("--kind", type=click.Choice(_KINDS), required=True, help="Kind of the fact.")
@click.option("--text", "surface", required=True, metavar="WORDS", help="Its words in the article; start=OFFSET says which, where there are several.")
@_note
@reviewer_option
def add(path: Path, article: str, fields: tuple[str, ...], *, kind: str, surface: str, note: str | None, reviewer: str) -> int:
    """Add a fact that was missed.

    \b
    wirefacts ledger add facts.db port --kind money --text "3 billion yuan" value=3e9 currency=CNY
    wirefacts ledger add facts.db port --kind organization --text "Port Bureau" start=120 type=government
    """  # noqa: D301 - likewise
    values = settings(fields)
    with opened(path, write=True) as book:
        entry = book.add(book.article_named(article), kind, surface, values, reviewer=reviewer, note=note)
        line = entry_line(book, entry)
    _say(line)
    return 0


@ledger.command()
@_file
@reviewer_option
def undo(path: Path, *, reviewer: str) -> int:
    """Take back your own last act: a decision, an import, a done.

    \b
    wirefacts ledger undo facts.db
    """  # noqa: D301 - likewise
    return _turned(path, "taken back", lambda book: book.undo(reviewer=reviewer))


@ledger.command()
@_file
@reviewer_option
def redo(path: Path, *, reviewer: str) -> int:
    """Do again what you took back last, if you did nothing since.

    \b
    wirefacts ledger redo facts.db
    """  # noqa: D301 - likewise
    return _turned(path, "done again", lambda book: book.redo(reviewer=reviewer))


def _turned(path: Path, how: str, turn: "Callable[[Ledger], Act]") -> int:
    with opened(path, write=True) as book:
        act = turn(book)
        name = "" if act.article is None else f" in {book.article(act.article).id}"
        what = f"of {act.fact}" if act.fact else f"with {act.decisions} decisions"
    _say(f"{how}: {act.verb} {what}{name}, of {act.at} by {act.reviewer}")
    return 0


@ledger.command()
@_file
@click.argument("article")
@click.option("--reopen", is_flag=True, help="Say that it is not done after all; decisions stand.")
@_note
@reviewer_option
def done(path: Path, article: str, *, reopen: bool, note: str | None, reviewer: str) -> int:
    """Say that an article is reviewed.

    Facts on which you have decided nothing count as accepted from then on. Undo takes all of it back.

    \b
    wirefacts ledger done facts.db port
    """  # noqa: D301 - likewise
    with opened(path, write=True) as book:
        row = book.article_named(article)
        name = book.article(row).id
        if reopen:
            book.reopen(row, reviewer=reviewer, note=note)
            line = f"{name}: no longer done"
        else:
            left = book.done(row, reviewer=reviewer, note=note)
            line = f"{name}: done" + (f"; {left} fact{'s' * (left != 1)} left undecided now count as accepted" if left else "")
    _say(line)
    return 0


@ledger.command()
@_file
@click.option("--reviewer", metavar="NAME", help="Count by this reviewer's decisions. Default: by the latest of anybody.")
@_json
def articles(path: Path, *, reviewer: str | None, as_json: bool) -> int:
    """List the articles with their facts and how far their review is.

    \b
    wirefacts ledger articles facts.db
    """  # noqa: D301 - likewise
    from wirefacts.showing.ledgers import ArticleRow, articles_table

    with opened(path) as book:
        rows = [
            ArticleRow(each.article.id, str(each.article.published or ""), each.article.title or "", dict(each.states), each.outcomes, each.done_by)
            for each in book.progress(reviewer)
        ]
    _print(lambda width: articles_table(rows, width), ({**row._asdict(), "done_by": list(row.done_by)} for row in rows), as_json=as_json)
    return 0


@ledger.command()
@_file
@_json
def runs(path: Path, *, as_json: bool) -> int:
    """List the runs: each is what one extractor found, with one set of options.

    \b
    wirefacts ledger runs facts.db
    wirefacts compare facts.db@1 facts.db@2
    """  # noqa: D301 - likewise
    from wirefacts.showing.ledgers import lines_table

    with opened(path) as book:
        told = book.runs()
    rows = [
        (
            (
                str(run.number),
                _moment(run.begun),
                run.extractor.version,
                f"{run.extractor.model} {run.extractor.model_version}",
                ", ".join(f"{name}={value}" for name, value in run.extractor.options.items()),
            ),
            (run.articles, run.facts),
        )
        for run in told
    ]
    table = lines_table(("run", "begun", "version", "model", "options"), ("articles", "facts"), rows)
    _print(table, ({**run._asdict(), "extractor": run.extractor.model_dump()} for run in told), as_json=as_json)
    return 0


@ledger.command()
@_file
@click.option("--reviewer", metavar="NAME", help="Only what this reviewer did.")
@click.option("--article", metavar="ARTICLE", help="Only what was done on this article.")
@_json
def log(path: Path, *, reviewer: str | None, article: str | None, as_json: bool) -> int:
    """List what people did: who, when, what, why.

    \b
    wirefacts ledger log facts.db --reviewer li
    """  # noqa: D301 - likewise
    from wirefacts.showing.ledgers import lines_table

    with opened(path) as book:
        names = book.names()
        acts = book.acts(reviewer=reviewer, row=book.article_named(article) if article else None)
    told = [{**act._asdict(), "article": names.get(act.article or 0)} for act in acts]
    rows = [
        (
            (str(act.number), _moment(act.at), act.reviewer, _what(act), names.get(act.article or 0, ""), act.fact or "", act.note or ""),
            (act.decisions,),
        )
        for act in acts
    ]
    _print(lines_table(("act", "at", "reviewer", "what", "article", "fact", "note"), ("decisions",), rows), told, as_json=as_json)
    return 0


def _moment(at: str) -> str:
    """A moment in UTC as tables show it."""
    return at[:19].replace("T", " ")


def _what(act: "Act") -> str:
    return f"{act.verb} {act.target}" if act.target else act.verb if act.holds else f"{act.verb} (taken back)"


@ledger.command()
@_file
@click.option("--reviewer", metavar="NAME", help="Only this reviewer's decisions. Default: the latest of anybody.")
@_json
def changes(path: Path, *, reviewer: str | None, as_json: bool) -> int:
    """List decisions that the latest run overtook: their fact reads otherwise there, or is not found.

    \b
    wirefacts ledger changes facts.db
    """  # noqa: D301 - likewise
    from wirefacts.showing.ledgers import lines_table
    from wirefacts.showing.wording import normalised

    told: list[dict[str, Any]] = []
    with opened(path) as book:
        for name, before, entry in book.overtaken(reviewer):
            now = None if entry.place.outcome == "lost" else entry.fact
            review = entry.review
            told.append(
                {
                    "article": name,
                    "fact": before.id,
                    "decision": entry.place.standing.verdict if entry.place.standing else "",
                    "reviewer": review.reviewer,
                    "outcome": review.outcome,
                    "text": before.text,
                    "decided": normalised(before),
                    "now": normalised(now) if now else None,
                }
            )
    names = ("article", "fact", "decision", "reviewer", "outcome", "text", "decided", "now")
    rows = [([str(each[name] or "–") for name in names], ()) for each in told]
    _print(lines_table(names, (), rows), told, as_json=as_json)
    return 0


def entry_line(book: "Ledger", entry: "Entry") -> str:
    """How a fact stands, on one line: short id, state, kind, words, value, and the extractor's own where it differs."""
    from wirefacts.showing.rows import own_reading
    from wirefacts.showing.wording import normalised

    fact, review = entry.fact, entry.review
    own = own_reading(review)
    name = book.short_ids([fact.id])[fact.id]
    return f"{name} {review.state}: {fact.kind} {fact.text!r}, {normalised(fact)}" + (f" (extracted: {own})" if own else "")


def _say(line: str) -> None:
    from wirefacts.showing.visible import one_line

    with results_to(None) as out:
        out.write(one_line(line) + "\n")


def _print(table: "Table | Callable[[int], Table]", fields: Iterable[Any], *, as_json: bool) -> None:
    with results_to(None) as out:
        if as_json:
            out.writelines(_json_lines(fields))
            return
        from rich.console import Console

        console = Console(file=out, markup=False, emoji=False, highlight=False)
        console.print(table(console.width) if callable(table) else table)


def _json_lines(fields: Iterable[Any]) -> Iterator[str]:
    import simplejson

    from wirefacts.showing.visible import escaped_json

    for each in fields:
        yield escaped_json(simplejson.dumps(each, use_decimal=True, ensure_ascii=False)) + "\n"
