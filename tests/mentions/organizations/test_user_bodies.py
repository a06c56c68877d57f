"""Bodies and outlets of a user's own vocabulary: names, other forms, acronyms, and forms for the frame alone."""

from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.organizations import find_names
from wirefacts.mentions.passage import passage_of
from wirefacts.reading import story_of

BODIES = """
[[bodies]]
name = "Kivu Lake Shipping Board"
type = "government"
acronyms = ["KLSB"]
aliases = ["the lake's board"]
place = "Kenya"

[[bodies]]
name = "orrinium"
type = "finance"
"""
OUTLETS = """
[[outlets]]
name = "Kivu Voice"
frame_aliases = ["KV"]
"""

CASES = {
    "an acronym that the text never spells out": ("Then KLSB said so.", [("KLSB", "Kivu Lake Shipping Board", None, "government")]),
    "its place, where the text gives it": ("In Kenya, KLSB said so.", [("KLSB", "Kivu Lake Shipping Board", "Kenya", "government")]),
    "a name in small letters": ("He works at orrinium now.", [("orrinium", "orrinium", None, "finance")]),
    "a form for the frame": ("LIMA, May 4 (KV) -- Exports of tea rose.", [("KV", "Kivu Voice", None, "media")]),
    "a form for the frame elsewhere": ("The KV rate rose.", []),
    "ours beside theirs": ("Then NATO agreed.", [("NATO", "North Atlantic Treaty Organization", None, "international")]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_theirs_are_found(nlp: Language, tmp_path: Path, text: str, expected: list[tuple[str, str, str | None, str]]) -> None:
    (tmp_path / "bodies.toml").write_text(BODIES, encoding="utf-8")
    (tmp_path / "outlets.toml").write_text(OUTLETS, encoding="utf-8")
    lexicon = Lexicon(tmp_path)
    seen = replace(passage_of(text, [(0, nlp(text))], layout=story_of(text, id="a").layout), lexicon=lexicon, entities=[])
    assert [(text[name.start : name.end], name.name, name.place, name.type) for name in find_names(seen)] == expected
