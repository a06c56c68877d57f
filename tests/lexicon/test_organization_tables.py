"""The tables of the organizations room: consistent, and a user's entries first."""

from collections import Counter
from pathlib import Path

import pytest

from wirefacts.lexicon import Lexicon, LexiconError


def test_each_body_and_outlet_stands_once() -> None:
    lexicon = Lexicon()
    names = Counter((body.name, body.country) for body in lexicon.bodies.bodies) + Counter((outlet.name, None) for outlet in lexicon.outlets.outlets)
    assert [name for name, times in names.items() if times > 1] == []


def test_each_form_names_one_body() -> None:
    forms = Counter((form, body.country) for body in Lexicon().bodies.bodies for form in {body.name, *body.aliases})
    assert [form for form, times in forms.items() if times > 1] == []


def test_words_are_in_lower_case() -> None:
    heads = Lexicon().organization_heads
    words = {*heads.types, *heads.not_bodies.heads, *heads.official.portfolio, *heads.complements.after_of, *heads.words.function, *heads.kind_words}
    assert {word for word in words if word != word.lower()} == set()


def test_no_head_is_also_the_end_of_what_is_no_body() -> None:
    heads = Lexicon().organization_heads
    assert heads.strong & (heads.not_bodies.events | heads.not_bodies.geography | heads.not_bodies.people) == set()


def test_a_place_is_known_by_its_adjective() -> None:
    assert Lexicon().places.adjectives["chinese"] == "China"


def test_the_frame_knows_more_forms_than_the_text() -> None:
    outlets = Lexicon().outlets
    assert outlets.by_frame_form["cns"] == "China News Service"
    assert "cns" not in outlets.by_form


def test_a_users_bodies_come_first(tmp_path: Path) -> None:
    (tmp_path / "bodies.toml").write_text('[[bodies]]\nname = "Kestrel Council"\ntype = "association"\nacronyms = ["KC"]\n', encoding="utf-8")
    assert Lexicon(tmp_path).bodies.bodies[0].name == "Kestrel Council"


def test_a_body_of_an_unknown_type_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bodies.toml").write_text('[[bodies]]\nname = "Kestrel Council"\ntype = "club"\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"bodies\.toml: bodies\.0\.type"):
        _ = Lexicon(tmp_path).bodies
