"""Gold files in: `slug/gold.json` beside `article.txt`, or `NN.json` beside `NN.txt`; each is right as a whole or refused."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from simplejson import JSONDecodeError

from wirefacts.interchange.gold import GoldArticle, GoldFact, GoldObservation
from wirefacts.interchange.locating import line_of
from wirefacts.records import text_sha256
from wirefacts.records.encoding import json_fields
from wirefacts.records.faults import Fault, dotted, fault_in, quoted


class GoldError(ValueError):
    """Gold that cannot be used: one line with the file, the line and the field where it is known, and what was expected."""


def read_gold(path: Path) -> list[GoldArticle]:
    """The articles of a gold file, or of a folder of them, in the order of their names, every one checked against its text.

    Raises GoldError for the first thing that is wrong: no gold at the path, an article without text, text that is not UTF-8, broken JSON, a
    field that is unknown, missing or wrong, a span that is not in the text, a digest of another text, an id that is used twice or refers to nothing.
    """
    articles = [_read(file) for file in _gold_files(path)]
    twice = [article_id for article_id, count in Counter(article.id for article in articles).items() if count > 1]
    if twice:
        raise GoldError(f"{path}: expected one gold file an article, but several have the id {twice[0]!r}")
    return articles


def text_beside(file: Path) -> Path:
    """The file that holds the text of a gold file's article.

    >>> text_beside(Path("port/gold.json")).as_posix(), text_beside(Path("flat/01.json")).as_posix()
    ('port/article.txt', 'flat/01.txt')
    """
    return file.with_name("article.txt") if file.name == "gold.json" else file.with_suffix(".txt")


def _gold_files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.exists():
        raise GoldError(f"{path}: no such file or folder")
    files = sorted([*path.glob("*.json"), *path.glob("*/gold.json")])
    if not files:
        raise GoldError(f"{path}: expected gold in it, as SLUG/gold.json beside article.txt or NAME.json beside NAME.txt")
    return files


def _read(file: Path) -> GoldArticle:
    beside = text_beside(file)
    if not beside.is_file():
        raise GoldError(f"{file}: expected the article's text in {beside}")
    text, written = _decoded(beside), _decoded(file)
    try:
        fields = json_fields(written)
    except JSONDecodeError as error:
        raise GoldError(f"{file}:{error.lineno}: expected JSON: {error.msg} in column {error.colno}") from None
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{file}: expected JSON: {error}") from None
    outcome = _checked(fields, text)
    if isinstance(outcome, Fault):
        raise GoldError(f"{file}:{line_of(written, outcome.where)}: {outcome.what} @ {dotted(outcome.where)}")
    return outcome


def _decoded(file: Path) -> str:
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise GoldError(f"{file}: {error.strerror or error}") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise GoldError(f"{file}:{line}: expected UTF-8") from None


def _checked(fields: Any, text: str) -> GoldArticle | Fault:
    if not isinstance(fields, dict):
        return Fault((), "expected an object")
    try:
        article = GoldArticle.model_validate({**fields, "text": text})
    except ValidationError as error:
        return fault_in(error)
    return next(chain(_other_text(article), _unfit_facts(article), _dead_links(article)), article)


def _other_text(article: GoldArticle) -> Iterator[Fault]:
    digest = text_sha256(article.text)
    if article.sha256 and not digest.startswith(article.sha256):
        yield Fault(("sha256",), f"expected {digest[: len(article.sha256)]}, the digest of the text")


def _unfit_facts(article: GoldArticle) -> Iterator[Fault]:
    ids: set[str] = set()
    for index, fact in enumerate(article.facts):
        surface = article.text[fact.start : fact.end]
        if not surface:
            yield Fault(("facts", index, "end"), f"expected an offset above {fact.start} and up to {len(article.text)}, not {fact.end}")
        elif surface != fact.text:
            yield Fault(
                ("facts", index, "text"), f"expected {quoted(surface)}, as the text reads at {fact.start}-{fact.end}, not {quoted(fact.text)}"
            )
        if fact.id in ids:
            yield Fault(("facts", index, "id"), f"expected an id of its own, not {fact.id!r} again")
        ids.add(fact.id)


def _dead_links(article: GoldArticle) -> Iterator[Fault]:
    ids = {fact.id for fact in article.facts}
    rows: tuple[tuple[str, Sequence[GoldFact | GoldObservation]], ...] = (("facts", article.facts), ("observations", article.observations))
    for name, records in rows:
        for index, record in enumerate(records):
            for field, link in record.links:
                if link not in ids:
                    yield Fault((name, index, *field), f"expected the id of a fact of this article, not {quoted(link)}")
