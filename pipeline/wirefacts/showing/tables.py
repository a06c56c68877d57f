"""A result as tables: a header for the article, one table a kind, and words from elsewhere only ever as plain text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from wirefacts.records import KINDS, Article, Fact, Result, Review, Reviewed
from wirefacts.showing.context import window
from wirefacts.showing.highlighting import STYLES, bracketed, coloured, legend
from wirefacts.showing.reasons import null_reasons
from wirefacts.showing.rows import own_reading
from wirefacts.showing.visible import one_line
from wirefacts.showing.wording import Facts, details, heading, normalised

_WIDE, _WIDE_WITH_REASONS, _MORE_FOR_REVIEWS = 80, 140, 30
"""Terminal columns from which on every cell has a column of its own; below, a fact's cells stand under one another."""

_REACH = 60
_ROWS = 500
"""Facts that one table holds: a longer list goes on in a further one, so that memory and time stay in proportion."""


_STATES = {"pending": "dim", "accepted": "green", "corrected": "yellow", "added": "cyan", "rejected": "red"}
_OUTCOMES = {("changed", True): "decided before, reads otherwise now", ("lost", False): "not found by the latest run"}


class View(NamedTuple):
    """What is shown of an article: the chosen facts, its text when it is at hand, and whether to explain.

    Of a reviewed article also the short id of each fact and how far the review is.
    """

    result: Result
    facts: Sequence[Fact]
    text: str | None
    why: bool = False
    highlight: bool = False
    ids: Mapping[str, str] = MappingProxyType({})
    progress: str | None = None


class _Scene(NamedTuple):
    """What a cell may look at beside its fact."""

    view: View
    facts: Facts
    reviews: Mapping[str, Review]
    colourless: bool


class _Column(NamedTuple):
    name: str
    cell: Callable[[Fact, _Scene], Text]
    share: int | None = None
    width: int | None = None


def print_view(console: Console, view: View) -> None:
    """Print an article's header, its text when it is to be highlighted, and a table for each kind it has."""
    reviews = {review.fact: review for review in view.result.reviews} if isinstance(view.result, Reviewed) else {}
    scene = _Scene(view, {fact.id: fact for fact in view.result.facts}, reviews, console.color_system is None or console.no_color)
    for piece in _pieces(scene, console.width):
        console.print(piece)


def _pieces(scene: _Scene, width: int) -> Iterator[RenderableType]:
    view = scene.view
    yield from _header(view)
    if view.highlight and view.text is not None:
        yield from [Text(bracketed(view.text, view.facts))] if scene.colourless else [*coloured(view.text, view.facts), Text(), legend()]
        yield Text()
    for kind in KINDS:
        facts = [fact for fact in view.facts if fact.kind == kind]
        for start in range(0, len(facts), _ROWS):
            if not start:
                yield Text(heading(kind, len(facts)), style=STYLES[kind])
            yield _table(facts[start : start + _ROWS], scene, width, headed=not start)
        if facts:
            yield Text()


def _header(view: View) -> Iterator[RenderableType]:
    article = view.result.article
    yield Text(one_line(article.title or "(no title)"), style="bold")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", overflow="fold")
    grid.add_column(overflow="fold")
    for name, words in _known_of(article, view.result):
        grid.add_row(Text(name), Text(one_line(words)))
    if view.progress is not None:
        grid.add_row(Text("review"), Text(one_line(view.progress)))
    yield grid
    yield Text()


def _known_of(article: Article, result: Result) -> Iterator[tuple[str, str]]:
    yield "article", article.path or article.url or article.id
    yield "source", article.source or "(not stated)"
    yield "published", str(article.published or "(not stated)")
    yield "characters", f"{article.characters:,}"
    yield "model", f"{result.extractor.model} {result.extractor.model_version}"


def _table(facts: Sequence[Fact], scene: _Scene, width: int, *, headed: bool) -> Table:
    columns = _columns(scene.view)
    table = Table(box=box.SIMPLE_HEAD, show_header=headed, show_edge=False, expand=True, padding=(0, 2, 0, 0))
    if width >= (_WIDE_WITH_REASONS if scene.view.why else _WIDE) + (_MORE_FOR_REVIEWS if scene.view.ids else 0):
        for column in columns:
            table.add_column(Text(column.name), overflow="fold", ratio=column.share, width=column.width)
        for fact in facts:
            table.add_row(*(column.cell(fact, scene) for column in columns))
    else:
        table.add_column(Text("text"), overflow="fold", ratio=2)
        table.add_column(Text("value and the rest"), overflow="fold", ratio=3)
        for fact in facts:
            cells = {column.name: column.cell(fact, scene) for column in columns}
            first = [cells.pop(name) for name in ("text", "id") if name in cells]
            table.add_row(Text("\n").join(first), Text("\n").join(cell for cell in cells.values() if cell))
    return table


def _columns(view: View) -> list[_Column]:
    return [
        *([_Column("id", _short_id, width=max(map(len, view.ids.values())))] if view.ids else []),
        _Column("text", _surface, share=4),
        _Column("value", _value, share=5),
        _Column("details", _details, share=5),
        *([_Column("context", _context, share=8)] if view.text is not None else []),
        _Column("part", _part, width=8),
        *([_Column("review", _review, share=5)] if view.ids else []),
        *([_Column("where and rule", _rule, width=22), _Column("nulls", _nulls, share=8)] if view.why else []),
    ]


def _surface(fact: Fact, _: _Scene) -> Text:
    return Text(one_line(fact.text), style=STYLES[fact.kind])


def _value(fact: Fact, _: _Scene) -> Text:
    return Text(one_line(normalised(fact)))


def _details(fact: Fact, scene: _Scene) -> Text:
    return Text(one_line(details(fact, scene.facts)))


def _context(fact: Fact, scene: _Scene) -> Text:
    before, surface, after = window(fact, scene.view.text or "", _REACH)
    marked = f"[{surface}]" if scene.colourless else surface
    return Text.assemble((before, "dim"), (marked, STYLES[fact.kind]), (after, "dim"))


def _part(fact: Fact, _: _Scene) -> Text:
    return Text(fact.part, style="dim")


def _short_id(fact: Fact, scene: _Scene) -> Text:
    return Text(scene.view.ids.get(fact.id, fact.id), style="bold")


def _review(fact: Fact, scene: _Scene) -> Text:
    review = scene.reviews.get(fact.id)
    if review is None:
        return Text()
    own = own_reading(review)
    lines = [
        " by ".join(piece for piece in (review.state, review.reviewer) if piece) if review.state != "pending" else "pending",
        _OUTCOMES.get((review.outcome or "", review.state == "pending"), ""),
        f"extracted: {own}" if own else "",
        f"“{review.note}”" if review.note else "",
    ]
    return Text("\n".join(one_line(line) for line in lines if line), style=_STATES[review.state])


def _rule(fact: Fact, _: _Scene) -> Text:
    confidence = fact.provenance.confidence
    told = "" if confidence is None else f"\nconfidence {confidence:.2f}"
    return Text(f"{fact.start}–{fact.end}\n{one_line(fact.provenance.rule)}{told}")


def _nulls(fact: Fact, scene: _Scene) -> Text:
    lines = (Text.assemble((fields, "bold"), f": {words}") for fields, words in null_reasons(fact, scene.view.result.article))
    return Text("\n").join(lines)
