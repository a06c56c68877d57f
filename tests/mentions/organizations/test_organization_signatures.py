"""Outlets that the vocabulary does not know, where the frame of an article signs."""

from collections.abc import Callable

import pytest

from wirefacts.mentions.organizations import find_names
from wirefacts.mentions.passage import Passage
from wirefacts.reading import story_of

PROSE = "The mills of the valley have reopened, and their owners will hire two hundred people before the end of the year."

CASES = {
    "behind its label": (f"Mills reopen\nSource: Orrin Valley Today  Published: 2021-03-04\n\n{PROSE}", ["Orrin Valley Today"]),
    "behind its label, before another": (f"Mills reopen\n2021-03-04 Source: Orrinium Author: Li Na\n\n{PROSE}", ["Orrinium"]),
    "behind the writer": (f"Mills reopen\nBy Ana Ruiz, Harlow Echo\nPublished: 2021-03-04\n\n{PROSE}", ["Harlow Echo"]),
    "a writer is none": (f"Mills reopen\nBy Ana Ruiz, Milan Zorla\nPublished: 2021-03-04\n\n{PROSE}", []),
    "on a line of its own above the byline": (
        f"Mills reopen\nOrrin Valley Post\nPublished 4 March 2021\nBy Ana Ruiz\n\n{PROSE}",
        ["Orrin Valley Post"],
    ),
    "a city in a dateline": (f"Mills reopen\n\nZorla de Ketra, March 4 (EFE).- {PROSE}", ["EFE"]),
    "in a dateline": (f"Mills reopen\n\nLIMA, March 4 (Andinex) -- {PROSE}", ["Andinex"]),
}


@pytest.mark.parametrize(("text", "outlets"), CASES.values(), ids=CASES.keys())
def test_signatures(passage: Callable[..., Passage], text: str, outlets: list[str]) -> None:
    names = find_names(passage(text, layout=story_of(text, id="a").layout))
    assert [(text[name.start : name.end], name.type) for name in names] == [(outlet, "media") for outlet in outlets]
