"""`wirefacts bench --speed`: time and memory beside plain spaCy."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wirefacts.cli.messages import Messages
from wirefacts.cli.output import results_to

if TYPE_CHECKING:
    from wirefacts.scoring.speed import Pace

TEXTS = 12
ROUNDS = 5


def race(gold: Path, against: Sequence[str], *, model: str | None, as_json: bool, quiet: bool) -> int:
    """Race wirefacts, glue and the peers that are named with plain spaCy, and print what was measured."""
    import simplejson
    from rich.console import Console

    from wirefacts.interchange import GoldError, read_gold
    from wirefacts.scoring.speed import OURS, YARDSTICK, paces
    from wirefacts.showing.speed import bars, speed_table

    try:
        articles = [article.text for article in read_gold(gold)]
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    names = list(dict.fromkeys((OURS, "glue", *against)))
    with Messages(quiet=quiet, total=2 * ROUNDS * (len(names) + 1)) as messages, results_to(None) as out:
        told = paces(names, articles, model=model, texts=TEXTS, rounds=ROUNDS, done=lambda: messages.advance(shown=False))
        for pace in told:
            if pace.name in (OURS, YARDSTICK) and pace.failure:
                raise click.ClickException(f"{pace.name}: {pace.failure}")
        if as_json:
            fields = {"texts": TEXTS, "rounds": ROUNDS, "paces": [_fields(pace) for pace in told]}
            out.write(simplejson.dumps(fields, indent=1) + "\n")
            return 0
        console = Console(file=out, markup=False, emoji=False, highlight=False)
        console.print(
            f"{TEXTS} distinct texts a round, {ROUNDS} rounds by turns; ratios are to plain spaCy in the same round, median (lowest–highest)"
        )
        console.print(speed_table([_fields(pace) for pace in told]))
        console.print(bars("seconds a round", {pace.name: pace.seconds.median for pace in told if pace.seconds}, console.width))
    return 0


def _fields(pace: "Pace") -> dict[str, object]:
    from dataclasses import asdict

    return asdict(pace)
