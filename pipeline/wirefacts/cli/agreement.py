"""`wirefacts bench --agreement`: how far the reviewers of a ledger agree."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wirefacts.cli.keeping import opened
from wirefacts.cli.output import results_to

if TYPE_CHECKING:
    from wirefacts.scoring.agreement import Agreement

_MEASURES = ("span", "exact", "value")


def tell_agreement(path: Path, *, as_json: bool) -> int:
    """Print the agreement of each two reviewers."""
    import simplejson

    from wirefacts.scoring.agreement import agreements
    from wirefacts.showing.visible import escaped_json

    with opened(path) as ledger:
        names = ledger.reviewers()
        told = list(agreements(ledger))
    if not told:
        raise click.ClickException(
            f"{path}: two reviewers are needed to agree; {names[0] + ' alone has' if names else 'nobody has'} decided anything"
        )
    with results_to(None) as out:
        if as_json:
            out.write(escaped_json(simplejson.dumps([_fields(each) for each in told], ensure_ascii=False, indent=1)) + "\n")
            return 0
        from rich.console import Console

        console = Console(file=out, markup=False, emoji=False, highlight=False)
        for each in told:
            for piece in _pieces(each):
                console.print(piece)
    return 0


def _fields(told: "Agreement") -> dict[str, Any]:
    from wirefacts.records import KINDS
    from wirefacts.scoring.scorecard import ALL

    facts = {
        group: {"a": counts.gold, "b": counts.found, **{f"{measure}_F1": counts.rates(measure).f1 for measure in _MEASURES}}
        for group in (*KINDS, ALL)
        for counts in [told.card.counts(group)]
    }
    decisions = [{"a": a, "b": b, "count": count} for (a, b), count in sorted(told.decisions.items())]
    return {
        "reviewers": [told.a, told.b],
        "articles": told.articles,
        "facts": facts if told.articles else None,
        "decisions": decisions,
        "agreed": told.agreed,
        "kappa": told.kappa,
    }


def _pieces(told: "Agreement") -> "Iterator[Any]":
    from rich.text import Text

    from wirefacts.records import KINDS
    from wirefacts.scoring.agreement import VERDICTS
    from wirefacts.scoring.scorecard import ALL
    from wirefacts.showing.ledgers import lines_table
    from wirefacts.showing.visible import one_line

    yield Text(one_line(f"{told.a} and {told.b}"), style="bold")
    if told.articles:
        yield f"facts of {told.articles} article{'s' * (told.articles != 1)} that both are done with, F1"
        counted = [(group, told.card.counts(group)) for group in (*KINDS, ALL)]
        rows = [
            ((group, *(f"{100 * counts.rates(measure).f1:.1f}" for measure in _MEASURES)), (counts.gold, counts.found)) for group, counts in counted
        ]
        yield lines_table(("", *_MEASURES), (told.a, told.b), rows)
    else:
        yield "no article that both are done with: their facts are not compared"
    number = told.decisions.total()
    if not number:
        yield "no fact on which both decided: kappa cannot be said"
        return
    yield ""
    table = [((a,), tuple(told.decisions[a, b] for b in VERDICTS)) for a in VERDICTS]
    yield lines_table((told.a,), [f"{told.b}: {verdict}" for verdict in VERDICTS], table)
    kappa = "not defined, one decision was all that either made" if told.kappa is None else f"{told.kappa:.3f}"
    yield f"{number} decisions by both, {100 * (told.agreed or 0):.1f}% agree, Cohen's kappa {kappa}"
