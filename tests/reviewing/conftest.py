"""The bundled article, and the specimen, in ledgers; and what a reviewer does at the desk on them."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from wirefacts.extractor import Extractor
from wirefacts.ledger import Ledger
from wirefacts.reading import story_of
from wirefacts.records import Result, fact_id
from wirefacts.records.base import text_sha256
from wirefacts.records.specimen import TEXT, specimen
from wirefacts.reviewing import Sitting
from wirefacts.reviewing.desk import Desk

Typing = Callable[[Desk, "Pilot[None]"], Awaitable[None]]

ARTICLE = Path(__file__).parents[2] / "corpus" / "liaoning-2022-07-19" / "article.txt"


@pytest.fixture(scope="session")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled article, extracted into a ledger once."""
    path = tmp_path_factory.mktemp("extracted") / "facts.db"
    text = ARTICLE.read_bytes().decode()
    with Ledger(path, write=True, create=True) as ledger:
        ledger.keep(Extractor().extract(story_of(text, id="liaoning")), text)
    return path


@pytest.fixture
def article(extracted: Path, tmp_path: Path) -> Path:
    """A ledger of one's own with the bundled article."""
    return Path(shutil.copy(extracted, tmp_path / "article.db"))


@pytest.fixture
def harbor(tmp_path: Path) -> Path:
    """A ledger with the specimen, twelve facts."""
    path = tmp_path / "harbor.db"
    with Ledger(path, write=True, create=True) as ledger:
        ledger.keep(specimen(), TEXT)
    return path


@pytest.fixture
def measured(tmp_path: Path) -> Path:
    """A ledger with two articles of two facts each, whose confidence is known."""
    path = tmp_path / "measured.db"
    with Ledger(path, write=True, create=True) as ledger:
        for name, first in (("east", 0.99), ("west", 0.5)):
            text = f"{name} shipped 5 km."
            whole = {"start": 0, "end": len(text)}
            digest = text_sha256(text)
            facts = [
                {
                    "id": fact_id(digest, "quantity", *span),
                    "kind": "quantity",
                    "start": span[0],
                    "end": span[1],
                    "text": text[slice(*span)],
                    "value": 5,
                }
                | {"sentence": whole, "provenance": {"rule": "told", "confidence": confidence}}
                for span, confidence in (((13, 14), first), ((13, 17), 0.9))
            ]
            known = {"id": name, "sha256": digest, "characters": len(text), "title": name}
            info = {"version": "1", "model": "none", "model_version": "0"}
            ledger.keep(Result.model_validate({"article": known, "extractor": info, "facts": facts}), text)
    return path


class At:
    """What a reviewer does, and sees."""

    @staticmethod
    def the_desk(path: Path, typing: Typing, *, size: tuple[int, int] = (120, 36), colourless: bool = False, alone: bool = False) -> Desk:
        """Sit down at the desk over a ledger, type, and leave."""

        async def sit() -> Desk:
            with Ledger(path, write=True) as ledger:
                desk = Desk(Sitting(ledger, "li", order="text", alone=alone), colourless=colourless)
                async with desk.run_test(size=size) as pilot:
                    await pilot.pause()
                    await typing(desk, pilot)
                    await pilot.pause()
                return desk

        return asyncio.run(sit())

    @staticmethod
    async def press(pilot: "Pilot[None]", *keys: str) -> None:
        """Press keys one after another, each answered before the next."""
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    @staticmethod
    async def draw(pilot: "Pilot[None]", first: int, last: int) -> None:
        """Draw the mouse over letters of the article's first line."""
        left = pilot.app.query_one("ArticleView").gutter.left
        await pilot.mouse_down("ArticleView", offset=(left + first, 0))
        await pilot.hover("ArticleView", offset=(left + last, 0))
        await pilot.mouse_up("ArticleView", offset=(left + last, 0))
        await pilot.pause()

    @staticmethod
    def screen(desk: Desk) -> str:
        """What the screen shows, line by line."""
        return "\n".join("".join(segment.text for segment in strip) for strip in desk.screen._compositor.render_strips())

    @staticmethod
    async def go_to(desk: Desk, pilot: "Pilot[None]", surface: str) -> None:
        await At.press(pilot, "slash", *(["ctrl+u"] if desk.sought else []))
        await pilot.press(*("space" if letter == " " else letter for letter in surface))
        await At.press(pilot, "enter")
        line = desk.sitting.queue.current
        assert line is not None
        assert line.surface == surface

    @staticmethod
    def states(path: Path) -> dict[str, str]:
        """The state of each fact that is no longer pending, by its words; the first of several."""
        with Ledger(path) as ledger:
            told: dict[str, str] = {}
            for line in ledger.lines():
                if line.state != "pending":
                    told.setdefault(line.surface, line.state)
            return told


@pytest.fixture
def at() -> type[At]:
    """A place at the desk."""
    return At
