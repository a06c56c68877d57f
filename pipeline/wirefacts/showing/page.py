"""A page to look at: articles with coloured facts, a table linked to the text both ways, amounts by year; one file, no network.

Words from elsewhere are escaped by the templates, and a content security policy lets no script and no style run but the two of this page.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wirefacts.records import KINDS, Fact
from wirefacts.showing.amounts import charts
from wirefacts.showing.marking import pieces
from wirefacts.showing.tables import View
from wirefacts.showing.visible import one_line, visible
from wirefacts.showing.wording import Facts, details, normalised


class _Row(NamedTuple):
    """A fact in words."""

    fact: Fact
    value: str
    details: str
    order: str
    """What its value is sorted by."""


def opening(title: str) -> str:
    """The head of the page, up to the first article."""
    style, script = _asset("page.css"), _asset("page.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    return _filled("opening.html", title=one_line(title), policy=policy, style=Markup(style), kinds=KINDS)  # noqa: S704 - our own file


def article(view: View, number: int) -> str:
    """One article: its header, its text with the chosen facts marked, the charts, the table. `number` tells it from others of the page."""
    facts: Facts = {fact.id: fact for fact in view.result.facts}
    rows = [_Row(fact, one_line(normalised(fact)), one_line(details(fact, facts)), _order(fact)) for fact in view.facts]
    return _filled(
        "article.html",
        number=number,
        result=view.result,
        rows=rows,
        told={row.fact.id: f"{row.fact.kind}: {row.value}" + (f" ({row.details})" if row.details else "") for row in rows},
        pieces=pieces(visible(view.text), view.facts) if view.text is not None else (),
        charts=charts(view.facts),
    )


def closing(words: str) -> str:
    """The end of the page."""
    return _filled("closing.html", words=words, script=Markup(_asset("page.js")))  # noqa: S704 - our own file


def _order(fact: Fact) -> str:
    stated: Any = getattr(fact, "stated", None)
    if stated is not None:
        return f"{stated:f}"
    day = getattr(fact, "start_date", None) or getattr(fact, "end_date", None)
    return str(day or getattr(fact, "name", None) or "")


def _digest(asset: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return (files("wirefacts.showing") / "assets" / name).read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("wirefacts.showing", "assets"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["line"] = one_line
    return environment


def _filled(name: str, **words: Any) -> str:
    return _templates().get_template(name).render(words)
