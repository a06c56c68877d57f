"""`wirefacts confidence`: how often each rule is right on gold. `wirefacts bench --calibration`: whether the confidences made of that hold."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from wirefacts.cli.bench import named
from wirefacts.cli.extract import loaded
from wirefacts.cli.messages import Messages
from wirefacts.cli.options import Verb, model_options, quiet_option
from wirefacts.cli.output import refuse_to_overwrite, results_to

if TYPE_CHECKING:
    from wirefacts.extractor import Extractor
    from wirefacts.interchange import GoldArticle
    from wirefacts.lexicon.confidences import Confidences
    from wirefacts.scoring.calibration import Judged

_HEAD = "# How often the facts of each rule were right on gold: value and place. Made by `wirefacts confidence`; not by hand.\n"
_DIGEST = 12


@click.command(cls=Verb)
@click.argument("gold", nargs=-1, metavar="GOLD...", type=named)
@click.option("--output", type=named, metavar="FILE", help="Write them to FILE, as a lexicon's confidences.toml.")
@model_options
@quiet_option
def confidence(gold: tuple[Path, ...], *, output: Path | None, model: str | None, lexicon: Path | None, quiet: bool) -> int:
    """Count how often each rule is right on gold.

    GOLD is a gold file or a folder of them, as for bench. The confidence of a fact is the share of its rule's facts that were right, drawn towards
    that of its kind where few were counted.

    \b
    wirefacts confidence corpus my-gold/
    wirefacts confidence corpus my-gold/ --output my-lexicon/confidences.toml
    """  # noqa: D301 - click's mark for lines that are kept as they are
    if not gold:
        raise click.UsageError("no gold: give gold files or folders of them")
    articles = [article for path in gold for article in _read(path)]
    refuse_to_overwrite(output, gold)
    from wirefacts.lexicon.confidences import Confidences
    from wirefacts.records import text_sha256
    from wirefacts.scoring.calibration import tallies

    with Messages(quiet=quiet, total=len(articles)) as messages:
        told = tallies(_judged(articles, loaded(model, lexicon), messages))
    measured = Confidences(rules=told, articles=frozenset(text_sha256(article.text)[:_DIGEST] for article in articles))
    if output is not None:
        with results_to(output) as out:
            _write(measured, out)
    rows = ((rule, tally.right, tally.found, measured.of(rule) or 0.0) for rule, tally in told.items())
    with results_to(None) as out:
        from rich.console import Console

        from wirefacts.showing.calibration import confidence_table

        Console(file=out, markup=False, emoji=False, highlight=False).print(confidence_table(rows))
    return 0


def calibrate(gold: Path, *, alone: bool, model: str | None, lexicon: Path | None, as_json: bool, quiet: bool) -> int:
    """Print how well confidences agree with what gold says of the facts. Raises click.UsageError unless that alone is asked for."""
    if not alone:
        raise click.UsageError("--calibration judges our own facts; leave out --dataset, --against, --predictions and --pin")
    articles = _read(gold)
    extractor = loaded(model, lexicon)
    import simplejson
    from rich.console import Console

    from wirefacts.records import text_sha256
    from wirefacts.scoring.calibration import calibration
    from wirefacts.showing.calibration import calibration_report

    with Messages(quiet=quiet, total=len(articles)) as messages:
        found = calibration(list(_judged(articles, extractor, messages)))
        told = {**found._asdict(), "bins": [each._asdict() for each in found.bins]}
        counted = extractor.lexicon.confidences.articles
        known = sum(text_sha256(article.text)[:_DIGEST] in counted for article in articles)
        if known:
            messages.warn(f"{known} of the {len(articles)} articles are those that the confidences were counted on: others say more")
    with results_to(None) as out:
        if as_json:
            out.write(simplejson.dumps(told, indent=1) + "\n")
        else:
            Console(file=out, markup=False, emoji=False, highlight=False).print(calibration_report(told))
    return 0


def _read(path: Path) -> "list[GoldArticle]":
    from wirefacts.interchange import GoldError, read_gold

    try:
        return read_gold(path)
    except GoldError as error:
        raise click.ClickException(str(error)) from error


def _judged(articles: "list[GoldArticle]", extractor: "Extractor", messages: Messages) -> "Iterator[Judged]":
    from wirefacts.reading import story_of
    from wirefacts.scoring.calibration import judged

    told = (story_of(article.text, id=article.id, published=article.published) for article in articles)
    for article, result in zip(articles, extractor.pipe(told), strict=True):
        yield from judged(article, result.facts)
        messages.advance(shown=False)


def _write(measured: "Confidences", out: TextIO) -> None:
    out.write(_HEAD)
    out.write("articles = [\n" + "".join(f'  "{digest}",\n' for digest in sorted(measured.articles)) + "]\n\n[rules]\n")
    out.writelines(f'"{rule}" = {{ right = {tally.right}, found = {tally.found} }}\n' for rule, tally in measured.rules.items())
