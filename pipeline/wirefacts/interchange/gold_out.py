"""Gold files out: for each article SLUG/article.txt and SLUG/gold.json, as they are read."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import simplejson

from wirefacts.interchange.gold import GoldArticle
from wirefacts.interchange.json_files import GoldError
from wirefacts.interchange.marked import Annotated, carried_article, carried_fields, slugs
from wirefacts.records import DERIVED, Fact
from wirefacts.records.encoding import json_fields

_MADE_BY = "wirefacts ledger gold"
_MARK = "\ufeff"


def gold_of(annotated: Annotated) -> dict[str, Any]:
    """The fields of a gold file."""
    facts = [{"id": fact.id, "kind": fact.kind, "start": fact.start, "end": fact.end, "text": fact.text, **_marked(fact)} for fact in annotated.facts]
    return {**carried_article(annotated.article), "made_by": _MADE_BY, "facts": facts}


def _marked(fact: Fact) -> dict[str, Any]:
    return {name: value for name, value in carried_fields(fact).items() if name not in DERIVED}


def gold_article(annotated: Annotated) -> GoldArticle:
    """The same as a record."""
    return GoldArticle.model_validate({**gold_of(annotated), "text": annotated.text})


def write_gold(folder: Path, articles: Iterable[Annotated]) -> Iterator[Path]:
    """Write the articles into a folder, made where there is none, and tell of each where it lies; each is whole or as it was before.

    Raises GoldError for a file that is there and was not made so: it may be somebody's work. Raises OSError.
    """
    articles = list(articles)
    places = [folder / name for name in slugs(each.article for each in articles)]
    for place, annotated in zip(places, articles, strict=True):
        _refuse_work_of_others(place, annotated.text)
    for place, annotated in zip(places, articles, strict=True):
        place.mkdir(parents=True, exist_ok=True)
        first = _MARK if annotated.text.startswith(_MARK) else ""  # which a reader takes for a byte-order mark, and leaves out
        _replace(place / "article.txt", first + annotated.text)
        _replace(place / "gold.json", simplejson.dumps(gold_of(annotated), use_decimal=True, ensure_ascii=False, indent=1) + "\n")
        yield place


def _refuse_work_of_others(place: Path, text: str) -> None:
    beside, gold = place / "article.txt", place / "gold.json"
    if beside.exists() and beside.read_bytes().removeprefix(_MARK.encode()) != text.removeprefix(_MARK).encode():
        raise GoldError(f"{beside}: another text is there; give another folder")
    if gold.exists():
        made_by = None
        with suppress(ValueError, AttributeError):
            made_by = json_fields(gold.read_bytes()).get("made_by")
        if made_by != _MADE_BY:
            raise GoldError(f"{gold}: gold is there that no ledger wrote; give another folder")


def _replace(file: Path, content: str) -> None:
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(content.encode())
    beside.replace(file)
