"""The command itself: its verbs, and every way it can end told in one line and an exit code."""

import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

import click

from wirefacts import __version__
from wirefacts.cli.messages import FAULT, forget, say, tracebacks_wanted

USAGE_ERROR = 2
INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""
_SIGNALLED = 128
"""What shells add to the number of a signal."""


_HOMES = {verb: verb for verb in ("extract", "show", "review", "ledger", "bench", "compare", "confidence", "schema")} | {"ledger": "exchanging"}
"""The module of each verb, imported when the verb is asked for: the others would be a tenth of the time that a command takes to start."""


class Command(click.Group):
    """A group whose errors are one line each on standard error. 0: all read; 1: some inputs failed; 2: the command itself is wrong."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """The verbs by name."""
        return sorted(_HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        """A verb."""
        home = _HOMES.get(cmd_name)
        return None if home is None else getattr(import_module(f"wirefacts.cli.{home}"), cmd_name)

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run the command and exit. No error shows a traceback unless WIREFACTS_TRACEBACK is set."""
        try:
            _prepare()
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            code = USAGE_ERROR
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else self.name
            code = _tell(f"{command}: {_uncapitalised(error.format_message())} (see {command} --help)")
        except click.ClickException as error:
            code = _tell(f"wirefacts: {error.format_message()}")
        except (click.Abort, KeyboardInterrupt):
            code = INTERRUPTED
        except OSError as error:
            if tracebacks_wanted():
                raise
            if error.filename is None:  # help or version, for results have a place
                forget(sys.stdout)
            code = _tell(f"wirefacts: {error.filename or 'cannot write to standard output'}: {error.strerror or error}")
        except Exception as error:
            if tracebacks_wanted():
                raise
            code = _tell(f"wirefacts: {type(error).__name__}: {error} ({FAULT})")
        sys.exit(code)


def _tell(line: str) -> int:
    say(line)
    return USAGE_ERROR


def _prepare() -> None:
    """Let a termination and a terminal that is closed end as an interrupt does: nothing half-written stays behind. A width of nothing is none."""
    for ending in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):  # Windows has no SIGHUP
        with suppress(ValueError):  # outside the main thread
            if signal.getsignal(ending) is signal.SIG_DFL:  # nohup has it ignored
                signal.signal(ending, lambda number, _: sys.exit(_SIGNALLED + number))
    if not os.environ.get("COLUMNS", "").strip("0"):
        os.environ.pop("COLUMNS", None)


def _uncapitalised(message: str) -> str:
    message = message.removesuffix(".")
    return message[:1].lower() + message[1:]


@click.group(cls=Command, name="wirefacts", context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="wirefacts", message="%(prog)s %(version)s")
def main() -> None:
    """Typed, checked facts out of news: money, percentages, quantities, dates, organizations.

    Results go to standard output, messages to standard error. Exit codes: 0 all read, 1 some inputs failed (each named, the rest done),
    2 the command itself is wrong.

    \b
    wirefacts extract article.txt                    tables on a terminal
    wirefacts extract news/ > facts.jsonl            JSON Lines to a pipe or file
    wirefacts show facts.jsonl --kind money --min 1e9
    wirefacts extract news/ --ledger facts.db        kept, to be decided on by wirefacts ledger
    wirefacts review facts.db                        before you, fact by fact
    """  # noqa: D301 - click's mark for lines that are kept as they are
