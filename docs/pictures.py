"""Draw the README's pictures by the program itself, on the bundled article: its tables, and the desk of wirefacts review."""

import asyncio
import io
import re
import tempfile
from pathlib import Path

from rich.console import Console

from wirefacts.extractor import Extractor
from wirefacts.ledger import Ledger
from wirefacts.reading import Story, story_of
from wirefacts.records import Result
from wirefacts.reviewing import Sitting
from wirefacts.reviewing.desk import Desk
from wirefacts.showing.tables import View, print_view

HERE = Path(__file__).parent
ARTICLE = HERE.parent / "corpus" / "liaoning-2022-07-19" / "article.txt"
_FACTS = 14
_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""Fonts that a picture would fetch; without them it is drawn in one that is there."""


def tables(story: Story, result: Result) -> str:
    """The tables that extract prints, of the first facts."""
    console = Console(width=132, record=True, file=io.StringIO(), force_terminal=True, color_system="truecolor", markup=False, emoji=False)
    print_view(console, View(result, result.facts[:_FACTS], story.text))
    return console.export_svg(title="wirefacts extract article.txt")


def desk(story: Story, result: Result) -> str:
    """The desk, some facts decided."""

    async def drawn() -> str:
        with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "facts.db", write=True, create=True) as ledger:
            ledger.keep(result, story.text)
            app = Desk(Sitting(ledger, "li", order="text", clock=lambda: 0.0))
            async with app.run_test(size=(132, 36)) as pilot:
                await pilot.pause()
                for key in "aarasaaaa":
                    await pilot.press(key)
                    await pilot.pause()
                return app.export_screenshot(title="wirefacts review facts.db")

    return asyncio.run(drawn())


def main() -> None:
    """Write the pictures beside this file."""
    story = story_of(ARTICLE.read_bytes().decode(), id="liaoning-2022-07-19")
    result = Extractor().extract(story)
    for name, picture in (("tables", tables(story, result)), ("review", desk(story, result))):
        (HERE / f"{name}.svg").write_text(_FONT.sub("", picture), encoding="utf-8")


if __name__ == "__main__":
    main()
