"""Names that a text abbreviates in brackets: Kivu Lake Shipping Board (KLSB)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wirefacts.mentions.organizations.words import SMALL, Words

_SHORTEST, _LONGEST = 2, 10
_SHORTEST_IMPLIED = 3
_QUOTES = frozenset({'"', "''", "``", "'", "“", "”", "‘", "’"})
_INTRODUCING = frozenset({"the", "or", "hereinafter"})
_SLACK = 4
"""Initials of the full name that its acronym may leave out."""


class Definition(NamedTuple):
    """An acronym at one word, and the words that it abbreviates."""

    acronym: int
    first: int
    last: int
    exact: bool = True
    """Whether the initials make the acronym without any left out."""


def find_definitions(words: Words) -> list[Definition]:
    """The acronyms in brackets whose letters are initials of the words before the bracket.

    >>> from wirefacts.mentions.organizations.words import Words
    >>> text = "the Kivu Lake Shipping Board ( KLSB )".split()
    >>> row = [False] * len(text)
    >>> find_definitions(Words(text=text, lower=[word.lower() for word in text], fresh=row, capital=[word[0].isupper() for word in text]))
    [Definition(acronym=6, first=1, last=5, exact=True)]
    """
    found = []
    for i, text in enumerate(words.text):
        if text == "(" and i and is_acronym(words.text[i - 1]) and (definition := _spelled_out(words, i)) is not None:
            found.append(definition)
        elif text == "(" and i and (at := _bracketed(words, i)) is not None:
            definition = _definition(words, i, at) or _by_letters(words, i, at)
            if definition is not None:
                found.append(definition)
    return found


def implied_definitions(words: Words, names: Iterable[tuple[int, int]]) -> Iterator[Definition]:
    """The acronyms, not defined in brackets, whose letters are the initials of one of the names, which stands before them.

    >>> from wirefacts.mentions.organizations.words import Words
    >>> text = "the Kivu Lake Shipping Board grew . KLSB said".split()
    >>> words = Words(text=text, lower=[word.lower() for word in text], fresh=[False] * len(text))
    >>> list(implied_definitions(words, [(1, 5)]))
    [Definition(acronym=7, first=1, last=5, exact=True)]
    """
    spelled: dict[str, tuple[int, int]] = {}
    for first, last in names:
        letters = [word[0] for word in words.text[first:last] if word[0].isalpha()]
        for initials in {"".join(letters), "".join(letter for letter in letters if letter.isupper())}:
            if len(initials) >= _SHORTEST_IMPLIED:
                spelled.setdefault(initials, (first, last))
    for i, text in enumerate(words.text):
        if text in spelled and spelled[text][1] <= i and is_acronym(text) and not is_ticker(words, i):
            yield Definition(i, *spelled.pop(text))


def appended(words: Words, bracket: int) -> int | None:
    """The one word in the bracket right behind a name, written as an acronym or used again: the name's own in another language, (Aneel)."""
    at = bracket + 1
    if words.after(bracket) != "(" or words.after(bracket, 2) != ")" or not words.capital[at] or not words.text[at].isalpha():
        return None
    again = _SHORTEST_IMPLIED < len(words.text[at]) <= _LONGEST and words.text.count(words.text[at]) > 1
    return at if is_acronym(words.text[at]) or again else None


def is_ticker(words: Words, i: int) -> bool:
    """Whether the word is a company's symbol at an exchange: (NYSE: ACM)."""
    return words.before(i) == ":" and words.before(i, 3) == "(" and words.after(i + 1) == ")"


def is_acronym(text: str) -> bool:
    """Whether a word is written as acronyms are: more capitals than small letters.

    >>> is_acronym("PBoC"), is_acronym("Acme"), is_acronym("A")
    (True, False, False)
    """
    capitals = sum(letter.isupper() for letter in text)
    return _SHORTEST <= len(text) <= _LONGEST and capitals >= _SHORTEST and capitals * 2 > sum(letter.isalpha() for letter in text)


def _bracketed(words: Words, bracket: int) -> int | None:
    """The acronym that stands alone in a bracket, in quotation marks or not, behind an article or not: (KLSB), ("KLSB"), (the "KLSB")."""
    at = bracket + 1
    while at < len(words) and (words.text[at] in _QUOTES or words.lower[at] in _INTRODUCING):
        at += 1
    closing = at + 1
    while closing < len(words) and words.text[closing] in _QUOTES:
        closing += 1
    closed = closing < len(words) and words.text[closing] == ")"
    return at if closed and is_acronym(words.text[at]) else None


def _definition(words: Words, bracket: int, at: int) -> Definition | None:
    """The shortest stretch before the bracket whose initials make the acronym; exact matches before loose ones."""
    letters = [letter for letter in words.text[at] if letter.isupper()]
    loose: Definition | None = None
    initials: list[str] = []
    for i in range(bracket - 1, max(bracket - len(letters) - 6, -1), -1):
        if words.fresh[i + 1]:
            break
        if words.lower[i] in SMALL or not words.text[i][0].isalnum():
            continue
        initials.insert(0, words.text[i][0].upper())
        if initials[0] != letters[0]:
            continue
        if initials == letters:
            return Definition(at, i, bracket)
        if loose is None and 0 < len(initials) - len(letters) <= _SLACK and _runs_through(letters, initials):
            loose = Definition(at, i, bracket, exact=False)
    return loose


def _by_letters(words: Words, bracket: int, at: int) -> Definition | None:
    """The shortest stretch in which the letters follow one another, the first of them at its beginning (Schwartz and Hearst 2003)."""
    letters = words.lower[at]
    left = len(letters) - 1
    for i in range(bracket - 1, max(bracket - len(letters) - 6, -1), -1):
        if words.fresh[i + 1] or not (words.capital[i] or words.lower[i] in SMALL):
            break
        for place in range(len(words.lower[i]) - 1, -1, -1):
            if words.lower[i][place] == letters[left] and (left or (place == 0 and words.capital[i])):
                left -= 1
                if left < 0:
                    return Definition(at, i, bracket, exact=False)
    return None


def _spelled_out(words: Words, bracket: int) -> Definition | None:
    """The full name in the bracket behind an acronym."""
    letters = [letter for letter in words.text[bracket - 1] if letter.isupper()]
    for closing in range(bracket + 1, min(bracket + len(letters) + 6, len(words))):
        if words.text[closing] == ")":
            initials = [words.text[i][0].upper() for i in range(bracket + 1, closing) if words.lower[i] not in SMALL]
            return Definition(bracket - 1, bracket + 1, closing) if initials == letters else None
    return None


def _runs_through(letters: list[str], initials: list[str]) -> bool:
    remaining = iter(initials)
    return all(letter in remaining for letter in letters)
