"""`wirefacts compare`: two files of results, or two runs of a ledger, fact by fact."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from wirefacts.cli.bench import named
from wirefacts.cli.messages import Messages
from wirefacts.cli.options import Verb, quiet_option
from wirefacts.cli.output import results_to
from wirefacts.cli.run_sides import Side, gold_in, sides

if TYPE_CHECKING:
    from wirefacts.interchange import GoldArticle
    from wirefacts.records import Result
    from wirefacts.scoring.comparison import Comparison


@click.command(cls=Verb)
@click.argument("a", type=named)
@click.argument("b", type=named, required=False)
@click.option("--gold", type=named, metavar="PATH", help="Gold of the articles. Default: the bundled corpus, where it has them.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@quiet_option
def compare(a: Path, b: Path | None, *, gold: Path | None, as_json: bool, quiet: bool) -> int:
    """Compare two files of results, or two runs of a ledger: what B has won and lost against A.

    A and B hold JSON Lines or a JSON array, as extract writes them, or are runs: LEDGER@NUMBER, or LEDGER for its last. A ledger alone has its last
    two runs compared. Articles of a ledger that are done are gold. Facts that differ are listed: added, removed, changed in value, moved in span.
    Where gold has the article, each is won, lost or neither, and the difference in value F1 is given with how likely it is to be chance.

    \b
    wirefacts compare before.jsonl after.jsonl
    wirefacts compare sm.jsonl md.jsonl --gold my-gold/ --json | jq .difference
    wirefacts compare facts.db@1 facts.db@3
    """  # noqa: D301 - click's mark for lines that are kept as they are
    from wirefacts.scoring.comparison import compared

    with results_to(None) as out, Messages(quiet=quiet) as messages:
        one, other = sides(a, b)
        before, after = (side.results() if isinstance(side, Side) else _results(side, messages) for side in (one, other))
        a, b = (Path(str(side)) for side in (one, other))
        for name, ours, theirs in ((a, before, after), (b, after, before)):
            for digest in ours.keys() - theirs.keys():
                messages.warn(f"{name}: {ours[digest].article.id}: no such article in the other file; it is left out")
        shared = [digest for digest in before if digest in after]
        if not shared:
            raise click.ClickException(f"{a} and {b} have no article in common: nothing to compare (articles are known by their text)")
        reviewed = {} if gold else gold_in(side for side in (one, other) if isinstance(side, Side))
        comparison = compared([(before[digest], after[digest]) for digest in shared], _gold(gold) | reviewed)
        if as_json:
            _print_json(out, len(shared), comparison)
        else:
            _print_tables(out, len(shared), comparison)
    return 1 if messages.failures else 0


def _results(path: Path, messages: Messages) -> "dict[str, Result]":
    """The results of a file by the digest of their text; what cannot be read is named. Raises click.ClickException when nothing can."""
    from wirefacts.showing.saved import Fault, read_results

    found: dict[str, Result] = {}
    try:
        with path.open("rb") as file:
            for outcome in read_results(file):
                if isinstance(outcome, Fault):
                    messages.fail(f"{path}: {outcome.place}: {outcome.reason}" if outcome.place else f"{path}: {outcome.reason}")
                else:
                    found[outcome.result.article.sha256] = outcome.result
    except FileNotFoundError:
        raise click.ClickException(f"{path}: no such file; check the name") from None
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror or error}") from None
    return found


def _gold(path: Path | None) -> "dict[str, GoldArticle]":
    from wirefacts.cli.bench import bundled_corpus
    from wirefacts.interchange import GoldError, read_gold
    from wirefacts.records import text_sha256

    source = path or bundled_corpus()
    if source is None:
        return {}
    try:
        return {text_sha256(article.text): article for article in read_gold(source)}
    except GoldError as error:
        raise click.ClickException(str(error)) from error


def _print_json(out: TextIO, articles: int, comparison: "Comparison") -> None:
    import simplejson

    from wirefacts.scoring.report import difference_fields
    from wirefacts.showing.visible import escaped_json

    fields = {
        "articles": articles,
        "articles_with_gold": comparison.judged,
        "same": dict(comparison.same),
        "changes": [change.model_dump() for change in comparison.changes],
        "difference": difference_fields(comparison.difference) if comparison.difference else None,
    }
    out.write(escaped_json(simplejson.dumps(fields, ensure_ascii=False, indent=1)) + "\n")


def _print_tables(out: TextIO, articles: int, comparison: "Comparison") -> None:
    from rich.console import Console

    from wirefacts.scoring.bootstrap import DRAWS
    from wirefacts.showing.changes import ChangeRow, changes_table, changes_totals

    console = Console(file=out, markup=False, emoji=False, highlight=False)
    counts: Counter[tuple[str, str]] = Counter((change.kind, name) for change in comparison.changes for name in (change.change, change.verdict or ""))
    console.print(changes_totals(comparison.same, counts, judged=comparison.judged > 0))
    if comparison.changes:
        console.print()
        rows = [
            ChangeRow(
                place=f"{change.article}:{change.start}",
                change=change.change,
                kind=change.kind,
                sides=tuple((side.text, side.value) if side else None for side in (change.a, change.b)),
                verdict=change.verdict or "",
            )
            for change in comparison.changes
        ]
        console.print(changes_table(rows, judged=comparison.judged > 0))
    console.print()
    texts = f"{articles} article{'s' * (articles != 1)}"
    if comparison.difference is None:
        console.print(f"{texts}, none with gold: whether B is better cannot be said (give --gold PATH)")
        return
    f1, (low, high), p = comparison.difference
    chance = "more than chance" if comparison.difference.is_more_than_chance else "may be chance"
    console.print(
        f"{texts}, {comparison.judged} with gold: B's value F1 is {100 * f1:+.1f} points [{100 * low:+.1f}, {100 * high:+.1f}], "
        f"p {max(p, 1 / DRAWS):.3f}: {chance}"
    )
