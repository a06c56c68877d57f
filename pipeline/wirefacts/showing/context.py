"""The words around a fact: a window of its sentence, never longer than it is wide, whatever the sentence is."""

from typing import NamedTuple

from wirefacts.records import Fact
from wirefacts.showing.visible import one_line

_WORD = 16
"""How many characters a cut may move to fall between words."""


class Window(NamedTuple):
    """What stands before a fact, the fact itself and what stands after it, each on one line; `…` marks a cut."""

    before: str
    surface: str
    after: str


def window(fact: Fact, text: str, reach: int) -> Window:
    """Up to `reach` characters of the fact's sentence on either side of it.

    >>> from wirefacts.records import fact_from
    >>> text = "The two ports together shipped 5 tonnes of coal last year."
    >>> fact = fact_from({"id": "x", "kind": "quantity", "start": 31, "end": 39, "text": "5 tonnes", "value": 5, "unit": "tonne",
    ...     "sentence": {"start": 0, "end": 58}, "provenance": {"rule": "measure"}}, text)
    >>> window(fact, text, 20)
    Window(before='… together shipped ', surface='5 tonnes', after=' of coal last year.')
    """
    beyond = reach + _WORD
    before = one_line(text[max(fact.sentence.start, fact.start - beyond) : fact.start]).lstrip()
    after = one_line(text[fact.end : min(fact.sentence.end, fact.end + beyond)]).rstrip()
    if len(before) > reach:
        before = "… " + _from_word(before[len(before) - reach :])
    if len(after) > reach:
        after = _to_word(after[:reach]) + " …"
    return Window(before, one_line(fact.text), after)


def _from_word(cut: str) -> str:
    blank = cut.find(" ", 0, _WORD)
    return cut[blank + 1 :] if blank >= 0 else cut


def _to_word(cut: str) -> str:
    blank = cut.rfind(" ", max(0, len(cut) - _WORD))
    return cut[:blank] if blank > 0 else cut
