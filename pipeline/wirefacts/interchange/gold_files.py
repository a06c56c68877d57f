"""Gold files in: `slug/gold.json` beside `article.txt`, or `NN.json` beside `NN.txt`; each is right as a whole or refused."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from wirefacts.interchange.gold import GoldArticle, GoldFact, GoldObservation
from wirefacts.interchange.json_files import Entry, GoldError, decoded, parsed
from wirefacts.records import text_sha256
from wirefacts.records.faults import Fault, fault_in, quoted

FLOORS = "floors.json"
"""The name of a file beside gold that is none: it pins scores."""


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


def gold_digest(path: Path) -> str:
    """The SHA-256 of a folder's gold and texts, in hex: it changes when either does. Raises GoldError where there is none."""
    digest = hashlib.sha256()
    for file in _gold_files(path):
        for part in (file, text_beside(file)):
            digest.update(hashlib.sha256(part.read_bytes()).digest())
    return digest.hexdigest()


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
    files = sorted(file for pattern in ("*.json", "*/gold.json") for file in path.glob(pattern) if file.name != FLOORS)
    if not files:
        raise GoldError(f"{path}: expected gold in it, as SLUG/gold.json beside article.txt or NAME.json beside NAME.txt")
    return files


def _read(file: Path) -> GoldArticle:
    if file.suffix != ".json":
        found = "JSON Lines, not gold" if file.suffix == ".jsonl" else "no gold"
        raise GoldError(f"{file}: {found}: gold is a JSON file for each article, with its text beside it")
    beside = text_beside(file)
    if not beside.is_file():
        raise GoldError(f"{file}: expected the article's text in {beside}")
    text, written = decoded(beside), decoded(file)
    entry = Entry(file, parsed(file, written), written)
    if isinstance(entry.value, dict) and "extractor" in entry.value:
        raise GoldError(f"{file}: a saved result, not gold: gold has id and facts at the top, and no extractor, article or provenance")
    outcome = _checked(entry.value, text)
    if isinstance(outcome, Fault):
        raise entry.refused(outcome)
    return outcome


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
