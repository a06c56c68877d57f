"""`wirefacts bench`: accuracy against gold, with every error in its context."""

from contextlib import ExitStack
from pathlib import Path

import click

import wirefacts
from wirefacts.cli.extract import loaded
from wirefacts.cli.messages import Messages
from wirefacts.cli.options import Verb, model_options, quiet_option
from wirefacts.cli.output import refuse_to_overwrite, results_to


@click.command(cls=Verb)
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--errors/--no-errors", default=True, show_default=True, help="Print every error with its context.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: counts, rates from 0 to 1, errors.")
@click.option("--predictions", type=click.Path(path_type=Path), metavar="FILE", help="Write what was found to FILE, as extract --format jsonl does.")
@model_options
@quiet_option
def bench(
    *,
    path: Path | None,
    errors: bool,
    as_json: bool,
    predictions: Path | None,
    model: str | None,
    lexicon: Path | None,
    quiet: bool,
) -> int:
    """Measure accuracy on articles with gold. Default PATH: the bundled corpus.

    PATH is a gold file, or a folder with SLUG/gold.json beside article.txt, or NAME.json beside NAME.txt. P, R and F1 are precision, recall and their
    mean. span: the spans overlap; exact: they are equal; value: they share at least half of their union and the normalised value is right.
    The line all counts every fact alike, macro every kind.

    \b
    wirefacts bench --no-errors
    wirefacts bench my-gold/ --json | jq .scores.all.value.F1
    """  # noqa: D301 - click's mark for lines that are kept as they are
    from wirefacts.cli.scoreboard import gold_of, measured, print_json, print_tables
    from wirefacts.interchange.gold_files import text_beside

    source = path or _bundled_corpus()
    gold = gold_of(source)
    refuse_to_overwrite(predictions, source.rglob("*.*") if source.is_dir() else [source, text_beside(source)])
    with ExitStack() as opened, Messages(quiet=quiet, total=len(gold)) as messages:
        out = opened.enter_context(results_to(None))
        saved = opened.enter_context(results_to(predictions)) if predictions else None
        extractor = loaded(model, lexicon)
        outcome = measured(gold, extractor, messages, saved)
        if as_json:
            print_json(out, outcome, extractor.info)
        else:
            print_tables(out, outcome, extractor.info, errors=errors)
    return 1 if messages.failures else 0


def _bundled_corpus() -> Path:
    for folder in (Path("corpus"), Path(wirefacts.__file__).parents[2] / "corpus"):
        if any(folder.glob("*/gold.json")):
            return folder
    raise click.UsageError("no corpus here: give PATH, a folder with gold, or run it from a checkout, where corpus/ lies")
