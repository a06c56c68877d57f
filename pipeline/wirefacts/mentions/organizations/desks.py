"""Desks that sign off a wire report, with a telephone number behind: no bodies of ours, but names that other conventions mark."""

from collections.abc import Iterator

from wirefacts.mentions.organizations.mention import DESK, Found
from wirefacts.mentions.organizations.words import Words

_HEADS = frozenset({"newsroom", "newsdesk", "desk"})
_LONGEST = 4


def find_desks(words: Words) -> Iterator[Found]:
    """The desks named on lines that a dash opens: `-- Ana Ruiz, Lima Newsroom +51 1 221 2134`.

    >>> text = "-- Lima Newsroom +51".split()
    >>> lower, capital = [word.lower() for word in text], [word[0].isupper() for word in text]
    >>> [(desk.first, desk.last) for desk in find_desks(Words(text=text, lower=lower, capital=capital, fresh=[True, False, False, False]))]
    [(1, 3)]
    """
    opened = False
    for i, lower in enumerate(words.lower):
        if words.fresh[i]:
            opened = lower in {"--", "-"}
        if opened and lower in _HEADS and words.capital[i]:
            first = i
            while first > i - _LONGEST and words.capital[first - 1]:
                first -= 1
            if first < i:
                yield Found(first, i + 1, DESK, "media")
                opened = False
