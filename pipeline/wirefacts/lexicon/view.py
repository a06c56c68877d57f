"""A view of the text for matching: same length, same offsets, one spelling for each sort of space, dash, quote and digit."""

import unicodedata

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\x1c\x1d\x1e\x1f\x85"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\uff07`\u00b4"
_QUOTES = "\u201c\u201d\u201e\u201f\uff02\u00ab\u00bb"
_NEWLINES = "\u2028\u2029"

_SAME_LENGTH = {
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _QUOTES), '"'),
    **dict.fromkeys(map(ord, _NEWLINES), "\n"),
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF01, 0xFF5F) if chr(code) not in "\uff02\uff07\uff0d"},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def view_of(text: str) -> str:
    """The text as the finders match it: character for character, so every offset holds in both.

    >>> view_of("５–６\u00a0km “so”")
    '5-6 km "so"'
    >>> len(view_of("\u2014")) == 1
    True
    """
    return text.translate(_SAME_LENGTH)
