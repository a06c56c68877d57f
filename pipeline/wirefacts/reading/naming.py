"""Who a line of the frame names: outlets under their canonical names, and whether the rest could be people and places."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from wirefacts.lexicon import Lexicon

_WORD = re.compile(r"[^\W_](?:[\w&'.-]*[\w.])?")
_LONGEST = 6


class NamedOutlet(NamedTuple):
    """An outlet's canonical name and the characters that name it."""

    start: int
    end: int
    name: str


def outlets_in(view: str, lexicon: Lexicon) -> Iterator[NamedOutlet]:
    """The outlets that a view of a line of the frame names, in text order, the longest form at each place.

    A plain word in small letters is no outlet, whatever it spells.

    >>> [outlet.name for outlet in outlets_in("By Li Ming (People's Daily Online) for XINHUA", Lexicon())]
    ["People's Daily Online", 'Xinhua']
    """
    words = list(_WORD.finditer(view))
    index = 0
    while index < len(words):
        for last in range(min(index + _LONGEST, len(words)) - 1, index - 1, -1):
            start, end = words[index].start(), words[last].end()
            name = outlet_of(view[start:end], lexicon)
            if name and not (view[start:end].isalpha() and view[start:end].islower()):
                yield NamedOutlet(start, end, name)
                index = last
                break
        index += 1


def outlet_of(named: str, lexicon: Lexicon) -> str | None:
    """The canonical name of the outlet that the words name, if they name nothing else.

    >>> outlet_of("The  CHINA DAILY.", Lexicon()), outlet_of("the port", Lexicon())
    ('China Daily', None)
    """
    forms = lexicon.outlets.by_frame_form
    words = " ".join(named.lower().split())
    for form in (words, words.rstrip("."), words.rstrip(".").removeprefix("the ")):
        if form in forms:
            return forms[form]
    return None


def are_names(words: str, lexicon: Lexicon) -> bool:
    """Whether words can be the names of people and places alone: each with a capital, but for the small ones between.

    >>> are_names("Zhang Yu in Jinan and LI DE", Lexicon()), are_names("Trade grew", Lexicon())
    (True, False)
    """
    return all(not word[0].islower() or word in lexicon.frames.small_words for word in _WORD.findall(words))
