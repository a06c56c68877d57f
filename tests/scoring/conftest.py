"""Facts and gold made from a few fields, over a text of no meaning."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import TypeAdapter

from wirefacts.interchange import GoldArticle, GoldFact
from wirefacts.records import fact_from
from wirefacts.scoring.matching import as_marked

Fields = dict[str, Any]
GoldMaker = Callable[..., GoldFact]
FoundMaker = Callable[..., GoldFact]
ArticleMaker = Callable[[list[GoldFact]], GoldArticle]

TEXT = "abcdefghij" * 12
_GOLD: TypeAdapter[GoldFact] = TypeAdapter(GoldFact)


@pytest.fixture(scope="session")
def gold() -> GoldMaker:
    def made(kind: str, start: int, end: int, **fields: Any) -> GoldFact:
        return _GOLD.validate_python({"id": f"{kind}-{start}-{end}", "kind": kind, "start": start, "end": end, "text": TEXT[start:end], **fields})

    return made


@pytest.fixture(scope="session")
def found() -> FoundMaker:
    def made(kind: str, start: int, end: int, **fields: Any) -> GoldFact:
        frame = {
            "id": f"{kind}-{start}-{end}",
            "text": TEXT[start:end],
            "sentence": {"start": 0, "end": len(TEXT)},
            "provenance": {"rule": "made.up"},
        }
        return as_marked(fact_from({**frame, "kind": kind, "start": start, "end": end, **fields}, TEXT))

    return made


@pytest.fixture(scope="session")
def article() -> ArticleMaker:
    def made(facts: list[GoldFact]) -> GoldArticle:
        return GoldArticle(id="made-up", text=TEXT, facts=tuple(facts))

    return made
