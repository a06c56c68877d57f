"""`wirefacts bench`: accuracy against gold, beside other extractors where they are asked for, with every error in its context."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

import wirefacts
from wirefacts.cli.extract import loaded
from wirefacts.cli.messages import FAULT, Messages
from wirefacts.cli.options import Verb, model_options, quiet_option
from wirefacts.cli.output import refuse_to_overwrite, results_to

if TYPE_CHECKING:
    from wirefacts.extractor import Extractor
    from wirefacts.scoring.contest import Standing
    from wirefacts.scoring.scorecard import Scorecard
    from wirefacts.scoring.systems import Answer
    from wirefacts.scoring.tasks import Item, Task

DATASETS = ("facts", "newsquant", "recognizers", "timeml", "organizations")
"""The names of `wirefacts.scoring.tasks.DATASETS`, which is not loaded to parse a command."""
PEERS = ("glue", "quantulum3", "recognizers", "cqe", "heideltime", "dateparser")
"""Those of `wirefacts.scoring.peers.PEERS`, likewise."""


def named(written: str) -> Path:
    """The path of that name. Raises click.BadParameter for an empty one, and for `-`, which is none here."""
    if written in ("", "-"):
        raise click.BadParameter(f"{written!r} is no file here; give its name")
    return Path(written)


def peer_names(_: click.Context, __: click.Parameter, written: str | None) -> tuple[str, ...]:
    """The peers that are named, each once; `all` names every one. Raises click.BadParameter."""
    names = tuple(dict.fromkeys(name.strip() for name in (written or "").split(",") if name.strip()))
    if names == ("all",):
        return PEERS
    for name in names:
        if name not in PEERS:
            raise click.BadParameter(f"{name!r} is no peer; name some of {', '.join(PEERS)}, or all")
    if written is not None and not names:
        raise click.BadParameter(f"no peer is named; name some of {', '.join(PEERS)}, or all")
    return names


@click.command(cls=Verb)
@click.argument("path", required=False, type=named)
@click.option("--dataset", type=click.Choice(DATASETS), default="facts", show_default=True, help="Form of the gold, and what is scored.")
@click.option("--against", callback=peer_names, metavar="PEER,...", help=f"Other extractors to run beside: {', '.join(PEERS)}, or all.")
@click.option("--errors/--no-errors", default=None, help="Print every error with its context. Default: for facts without --against.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: counts, rates from 0 to 1, intervals, errors.")
@click.option("--predictions", type=named, metavar="FILE", help="Write what was found to FILE, a line an item.")
@click.option("--agreement", type=named, metavar="LEDGER", help="Tell how far the reviewers of LEDGER agree instead of accuracy.")
@click.option("--speed", is_flag=True, help="Measure time and memory beside plain spaCy instead of accuracy.")
@click.option("--calibration", is_flag=True, help="Measure whether facts are right as often as their confidence says.")
@click.option("--storage", is_flag=True, help="Measure a ledger of 1,000 articles instead: keeping beside JSON Lines, looking, deciding.")
@click.option("--pin", is_flag=True, help="Pin the scores as floors beside the gold; below them, bench and make test fail.")
@click.option("--lower", metavar="REASON", help="With --pin: let floors be lowered, and write the reason beside each.")
@model_options
@quiet_option
def bench(
    *,
    path: Path | None,
    dataset: str,
    against: tuple[str, ...],
    errors: bool | None,
    as_json: bool,
    predictions: Path | None,
    agreement: Path | None,
    speed: bool,
    calibration: bool,
    storage: bool,
    pin: bool,
    lower: str | None,
    model: str | None,
    lexicon: Path | None,
    quiet: bool,
) -> int:
    """Measure accuracy on texts with gold. Default PATH: the bundled corpus.

    PATH for facts: a gold file, or a folder with SLUG/gold.json beside article.txt, or NAME.json beside NAME.txt. For newsquant and recognizers:
    JSON in NewsQuant's form. For timeml: a folder of TimeML documents, or JSON Lines. For organizations: CoNLL columns, or JSON Lines.

    P, R and F1 are precision, recall and their mean. Facts are scored by kind; span: the spans overlap; exact: they are equal; value: they share at
    least half of their union and the normalised value is right. The line all counts every mark alike, macro every kind. Intervals and differences are
    bootstrapped over sentences.

    \b
    wirefacts bench --no-errors
    wirefacts bench --against glue,quantulum3,dateparser
    wirefacts bench my-gold/ --json | jq .scores.all.value.F1
    wirefacts bench --dataset newsquant sentences.json --errors
    wirefacts bench --speed
    wirefacts bench --agreement facts.db
    wirefacts bench --storage
    """  # noqa: D301 - click's mark for lines that are kept as they are
    if agreement:
        from wirefacts.cli.agreement import tell_agreement

        return tell_agreement(agreement, as_json=as_json)
    if storage:
        from wirefacts.cli.storage import tell_storage

        return tell_storage(path or _default_gold("facts"), model=model, as_json=as_json, quiet=quiet)
    if speed:
        from wirefacts.cli.race import race

        return race(path or _default_gold("facts"), against, model=model, as_json=as_json, quiet=quiet)
    if calibration:
        from wirefacts.cli.confidence import calibrate

        alone = dataset == "facts" and not (against or predictions or pin)
        return calibrate(path or _default_gold("facts"), alone=alone, model=model, lexicon=lexicon, as_json=as_json, quiet=quiet)
    from wirefacts.cli.scoreboard import Scoreboard
    from wirefacts.interchange import GoldError
    from wirefacts.scoring.outcome import outcome_of
    from wirefacts.scoring.tasks import DATASETS

    if lower is not None and not (pin and lower.strip()):
        raise click.UsageError("--lower takes a reason, and goes with --pin")
    task = DATASETS[dataset]
    source = path or _default_gold(dataset)
    try:
        items = task.read(source)
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    refuse_to_overwrite(predictions, [*source.rglob("*.*"), *source.glob("*/*")] if source.is_dir() else [source, *source.parent.glob("*.txt")])
    with ExitStack() as opened, Messages(quiet=quiet, total=len(items) * (1 + len(against))) as messages:
        out = opened.enter_context(results_to(None))
        saved = opened.enter_context(results_to(predictions)) if predictions else None
        extractor = loaded(model, lexicon)
        answers = _answers(task, extractor, items, messages)
        ours = outcome_of(task, ((answer.item, answer.records) for answer in _kept(task, answers, saved)))
        board = Scoreboard(task, len(items), ours, extractor.info)
        standings = []
        if against:
            from wirefacts.scoring.contest import Contest

            contest = Contest(task, items, ours, board.draws, lambda: messages.advance(shown=False))
            standings = [contest.standing(name, extractor.nlp) for name in against]
            _keep_peers(task, standings, predictions)
        if as_json:
            board.print_json(out, standings)
        else:
            wanted = errors if errors is not None else dataset == "facts" and not against
            board.print_tables(out, standings, errors=wanted)
        if dataset == "facts" and source.is_dir() and not messages.failures:
            _hold_floors(task, source, ours.card, messages, pin=pin, reason=lower)
    return 1 if messages.failures else 0


def _answers(task: "Task", extractor: "Extractor", items: "Sequence[Item]", messages: Messages) -> "Iterator[Answer]":
    """What wirefacts says of each item; one that it fails on is named, and all its gold counts as missed."""
    from wirefacts.scoring.systems import wirefacts_answers

    for answer in wirefacts_answers(extractor, task.form, items):
        if answer.failure is not None:
            messages.fail(f"{answer.item.id}: {answer.failure} ({FAULT})")
        yield answer
        messages.advance(shown=False)


def _kept(task: "Task", answers: "Iterable[Answer]", saved: TextIO | None) -> "Iterator[Answer]":
    """The answers, each written to `saved` as a line of predictions."""
    from wirefacts.showing.formats import JsonLines
    from wirefacts.showing.tables import View

    for answer in answers:
        if saved and answer.result is not None and answer.story is not None:
            JsonLines(saved).add(View(answer.result, answer.result.facts, answer.story.text))
        elif saved:
            _write_line(saved, task.line(answer.item, answer.records))
        yield answer


def _keep_peers(task: "Task", standings: "Sequence[Standing]", predictions: Path | None) -> None:
    """Write what each peer found beside what we found."""
    for standing in standings if predictions else ():
        if predictions and standing.outcome:
            with results_to(predictions.with_name(f"{predictions.stem}.{standing.name}{predictions.suffix}")) as saved:
                for item, records in standing.answers:
                    _write_line(saved, task.line(item, records))


def _write_line(saved: TextIO, line: dict[str, Any]) -> None:
    import simplejson

    saved.write(simplejson.dumps(line, use_decimal=True) + "\n")


def _hold_floors(task: "Task", gold: Path, card: "Scorecard", messages: Messages, *, pin: bool, reason: str | None) -> None:
    """Set the floors of the gold where that is asked for, else name each score that is below its own."""
    from wirefacts.interchange import GoldError
    from wirefacts.scoring.floors import FloorError, below, pinned, read_floors, scores_of, write_floors

    try:
        floors, scores = read_floors(gold), scores_of(task, card)
        if pin:
            write_floors(gold, pinned(floors, gold, scores, reason))
        elif floors is not None:
            for line in below(floors, gold, scores):
                messages.fail(line)
    except (FloorError, GoldError) as error:
        raise click.ClickException(str(error)) from error


def bundled_corpus() -> Path | None:
    """The corpus of the checkout that we run in or from; None where there is none."""
    folders = (Path("corpus"), Path(wirefacts.__file__).parents[2] / "corpus")
    return next((folder for folder in folders if any(folder.glob("*/gold.json"))), None)


def _default_gold(dataset: str) -> Path:
    if dataset != "facts":
        raise click.UsageError(f"no gold for {dataset} is bundled: give PATH")
    corpus = bundled_corpus()
    if corpus is None:
        raise click.UsageError("no corpus here: give PATH, a folder with gold, or run it from a checkout, where corpus/ lies")
    return corpus
