"""`wirefacts bench --storage`: what a ledger costs."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wirefacts.cli.messages import Messages
from wirefacts.cli.output import results_to

if TYPE_CHECKING:
    from wirefacts.scoring.keystrokes import Answers, Taken

ARTICLES, FACTS = 1_000, 100
"""How many articles the ledger holds, and how many facts each has."""
ROUNDS = 5
_KEYS = "aaarnnsaau" * 5
"""What is typed at the desk: accept, reject, next, skip, undo."""


def tell_storage(gold: Path, *, model: str | None, as_json: bool, quiet: bool) -> int:
    """Fill a ledger with copies of what is found in the gold's articles, look into it, decide in it, and print what that took."""
    import statistics
    from dataclasses import asdict

    import simplejson
    from rich.console import Console
    from rich.text import Text

    from wirefacts.cli.extract import loaded
    from wirefacts.interchange import GoldError, read_gold
    from wirefacts.scoring import storage
    from wirefacts.showing.ledgers import lines_table
    from wirefacts.showing.visible import one_line

    try:
        texts = [article.text for article in read_gold(gold)]
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    with Messages(quiet=quiet, total=ARTICLES) as messages, results_to(None) as out, tempfile.TemporaryDirectory() as folder:
        copies = storage.Copies(loaded(model, None), texts, FACTS)
        kept = storage.keeping(copies, Path(folder), ARTICLES, lambda: messages.advance(shown=False))
        ledger = Path(folder) / "facts.db"
        answered = storage.answers(ledger)
        least = storage.start_up(Path(folder), copies, ROUNDS)
        desk = _at_the_desk(ledger) if os.name == "posix" else None
        seen = storage.looks(ledger, storage.rare_filters(*next(copies(1))), ROUNDS, lambda: None)
        decided = {"median": statistics.median(answered["decide"]), "worst": max(answered["decide"])}
        if as_json:
            fields = {"articles": ARTICLES, "facts": ARTICLES * FACTS, "keeping": {**kept._asdict(), "overhead": kept.overhead}}
            fields |= {"list": answered["list"][0], "decide": decided, "start_up": least.seconds, "show": [asdict(look) for look in seen]}
            fields |= {"desk": None if desk is None else {"opening": desk.opening, "key": desk.median, "worst": desk.worst}}
            out.write(simplejson.dumps(fields, indent=1) + "\n")
            return 0
        console = Console(file=out, markup=False, emoji=False, highlight=False)
        console.print(f"{ARTICLES:,} articles, {ARTICLES * FACTS:,} facts; milliseconds of CPU an article")
        milliseconds = [round(1000 * seconds, 1) for seconds in (kept.extracting, kept.lines, kept.ledger)]
        console.print(
            lines_table(("extracting", "JSON Lines", "ledger", "more"), (), [((*map(str, milliseconds), f"{100 * kept.overhead:.1f}%"), ())])
        )
        console.print(
            f"listing all facts {answered['list'][0]:.2f} s; deciding on one {1000 * decided['median']:.0f} ms, at most {1000 * decided['worst']:.0f}"
        )
        if desk is not None:
            console.print(
                f"wirefacts review: the queue is open after {_told(desk.opening)}, start-up and all; "
                f"a key is answered in {_told(desk.median)}, at most {desk.worst:.3f} s"
            )
        console.print()
        rows = [((one_line(look.command), f"{look.seconds:.2f}", f"{look.worst:.2f}", f"{look.cpu:.2f}"), (look.lines,)) for look in seen]
        console.print(lines_table(("wirefacts show facts.db", "seconds", "at worst", "of CPU"), ("lines",), rows))
        console.print(
            Text(
                f"each in a process of its own, start-up and all; on a ledger of one article {least.seconds:.2f}, {least.cpu:.2f} of CPU", style="dim"
            )
        )
    return 0


def _at_the_desk(ledger: Path) -> "Answers":
    """The desk on a ledger, opened and typed at in a terminal of its own."""
    from wirefacts.scoring.keystrokes import answers
    from wirefacts.scoring.storage import REVIEWER

    return answers(ledger, _KEYS, REVIEWER)


def _told(taken: "Taken") -> str:
    return f"{taken.seconds:.3f} s" + ("" if taken.cpu is None else f" ({taken.cpu:.3f} s of CPU)")
