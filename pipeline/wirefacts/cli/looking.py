"""Looking into a ledger: the filters that only ledgers know, and its articles as results to show."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from wirefacts.cli.keeping import opened
from wirefacts.cli.options import Function

if TYPE_CHECKING:
    from wirefacts.ledger import ArticleView, Ledger
    from wirefacts.records import Reviewed
    from wirefacts.showing.selecting import Selection

_STATES = ("pending", "accepted", "corrected", "added", "rejected")
_STANDING = ("pending", "accepted", "corrected", "added")
"""What is shown when no state is asked for."""


def ledger_filter_options(function: Function) -> Function:
    """The conditions on what was decided, whose decisions count, and of which run the facts are."""
    flags = {
        "pending": "Facts on which nothing is decided yet.",
        "accepted": "Facts that were accepted.",
        "corrected": "Facts that were corrected.",
        "added": "Facts that a person added.",
        "rejected": "Facts that were rejected; no other option shows them.",
    }
    for option in (
        click.option(
            "--reviewer", metavar="NAME", help="Of a ledger: as they stand by this reviewer's decisions. Default: by the latest of anybody."
        ),
        click.option(
            "--run", type=click.IntRange(min=1), metavar="NUMBER", help="Of a ledger: what this run found. Default: the latest of each article."
        ),
        click.option(
            "--article", "named", multiple=True, metavar="ARTICLE", help="Of a ledger: this article (id, path or digest); may be given again."
        ),
        *(
            click.option(
                f"--{state}",
                "states",
                flag_value=state,
                multiple=True,
                type=click.Choice(_STATES),
                help=f"Of a ledger: {flags[state][0].lower()}{flags[state][1:]}",
            )
            for state in reversed(_STATES)
        ),
    ):
        function = option(function)
    return function


class Part(NamedTuple):
    """An article of a ledger: what stands in it, its text and its facts' short ids where they are wanted, and how far its review is."""

    result: "Reviewed"
    text: str | None
    ids: Mapping[str, str]
    progress: str


class Look(NamedTuple):
    """What is asked of ledgers."""

    selection: "Selection"
    states: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    run: int | None = None
    reviewer: str | None = None
    texts: bool = True
    ids: bool = True

    @property
    def asked_of_ledgers(self) -> str | None:
        """An option that was given and that only a ledger can answer."""
        given = {f"--{self.states[0]}" if self.states else "": self.states, "--article": self.named, "--run": self.run, "--reviewer": self.reviewer}
        return next((name for name, value in given.items() if value), None)

    @property
    def takes_all(self) -> bool:
        """Whether articles are shown that have no facts to show."""
        return not self.states and not any(getattr(self.selection, name) for name in self.selection._fields)

    def into(self, path: Path) -> Iterator[Part]:
        """The articles of a ledger that may have such facts. Raises click.ClickException."""
        with opened(path) as ledger:
            if self.reviewer is not None and self.reviewer not in ledger.reviewers():
                known = ", ".join(ledger.reviewers()) or "nobody yet"
                raise click.ClickException(f"{path}: {self.reviewer!r} has decided nothing; reviewers are: {known}")
            rows = {ledger.article_named(name) for name in self.named} or None
            conditions = None if self.takes_all or not any(getattr(self.selection, name) for name in self.selection._fields) else self.selection
            wanted: Any = self.states or _STANDING
            for view in ledger.views(conditions, states=wanted if self.states else (), rows=rows, reviewer=self.reviewer, run=self.run):
                standing = [entry for entry in view.entries if entry.place.state in wanted]
                yield self._part(ledger, view._replace(entries=standing))

    def _part(self, ledger: "Ledger", view: "ArticleView") -> Part:
        from wirefacts.records import Reviewed
        from wirefacts.showing.selecting import without_lost_links

        kept = {entry.fact.id for entry in view.entries}
        result = Reviewed(
            article=view.article,
            extractor=view.extractor,
            facts=tuple(without_lost_links(entry.fact, kept) for entry in view.entries),
            reviews=tuple(entry.review for entry in view.entries),
        )
        text = ledger.text(view.row) if self.texts or self.selection.words is not None else None
        ids = ledger.short_ids(fact.id for fact in result.facts) if self.ids else {}
        return Part(result, text, ids, progress_words(view.states, view.done_by))


def progress_words(states: Mapping[str, int], done_by: tuple[str, ...] = ()) -> str:
    """How far a review is, in words.

    >>> progress_words({"pending": 3, "accepted": 1}), progress_words({"rejected": 2}, ("li",))
    ('1 of 4 facts decided (25%): 1 accepted', '2 of 2 facts decided (100%): 2 rejected; done by li')
    """
    total = sum(states.values())
    decided = total - states.get("pending", 0)
    each = ", ".join(f"{states[state]} {state}" for state in _STATES if state != "pending" and states.get(state))
    share = f" ({100 * decided // total}%)" if total else ""
    return f"{decided} of {total} facts decided{share}" + (f": {each}" if each else "") + (f"; done by {', '.join(done_by)}" if done_by else "")
