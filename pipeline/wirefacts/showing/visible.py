"""Text from elsewhere made safe to print: what would steer a terminal is shown as a character instead of being obeyed."""

import re

_REPLACEMENT = 0xFFFD
_STEERING = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},  # the pictures of the C0 controls: ␛ for ESC
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT),  # C1 controls: CSI and OSC as one character
    **dict.fromkeys((0x061C, 0x200E, 0x200F, 0x2028, 0x2029), _REPLACEMENT),  # direction marks, line and paragraph separator
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), _REPLACEMENT),  # bidirectional overrides and isolates
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),  # lone surrogates, which no encoding can write
}
_BLANKS = str.maketrans("\n\t", "  ")
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""The text with control characters made visible, character for character; line feeds and tabs stay, other line ends become line feeds.

    >>> visible("\x1b[31mred\r\n")
    '␛[31mred \n'
    """
    return text.replace("\r\n", " \n").replace("\r", "\n").translate(_STEERING)


def one_line(text: str) -> str:
    r"""The visible text on one line, character for character: each line end and tab is a blank.

    >>> one_line("a\nb\x07")
    'a b␇'
    """
    return visible(text).translate(_BLANKS)


def escaped_json(written: str) -> str:
    r"""The same JSON with what would steer a terminal, or be no UTF-8, written as escapes. JSON's own quoting has escaped the C0 controls.

    >>> escaped_json('"\x9b31m"')
    '"\\u009b31m"'
    """
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
