import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.showing.visible import escaped_json, one_line, visible

STEERING = [
    pytest.param("\x1b[31mred", id="colour"),
    pytest.param("\x1b]8;;https://example.org\x07link\x1b]8;;\x07", id="OSC 8 link"),
    pytest.param("\x1b]0;title\x1b\\", id="window title"),
    pytest.param("\x9b31m", id="CSI as one C1 character"),
    pytest.param("\x08\x08\x7f", id="backspace and delete"),
    pytest.param("\u202egpj.exe", id="right-to-left override"),
    pytest.param("\u2066isolate\u2069", id="isolates"),
    pytest.param("\ud800", id="lone surrogate"),
    pytest.param("a\u2028b\u2029c\x85d", id="line ends of Unicode"),
]
UNSAFE = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}


@pytest.mark.parametrize("text", STEERING)
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert not UNSAFE & set(one_line(text))
    one_line(text).encode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\r\nb", "a \nb"), ("a\rb", "a\nb"), ("a\n\tb", "a\n\tb"), ("[red]x[/]", "[red]x[/]"), ("进出口 5%", "进出口 5%"), ("\x00", "␀")],
)
def test_lines_and_words_stay(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(codec=None)))
def test_offsets_stay(text: str) -> None:
    assert len(visible(text)) == len(one_line(text)) == len(text)


@given(st.text(st.characters(codec=None)))
def test_escaped_json_says_the_same_without_steering(text: str) -> None:
    written = escaped_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(written.encode()) == text
    assert not UNSAFE & set(written)
