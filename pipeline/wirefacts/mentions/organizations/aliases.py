"""Short names that a text gives a body in brackets behind its full one: Kivu Trade and Logistics Park (hereinafter KTL Park)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wirefacts.lexicon.organization_heads import OrganizationHeads
from wirefacts.mentions.organizations.acronyms import is_acronym
from wirefacts.mentions.organizations.mention import Found
from wirefacts.mentions.organizations.words import Words

_QUOTES = frozenset({'"', "''", "``", "'"})
_NAMING = frozenset({"hereinafter", "hereafter", "henceforth", "called", "dubbed"})
_BESIDE = frozenset({"referred", "to", "as", "known", "the", "or", "also", "below"})
_LONGEST = 6


def find_aliases(words: Words, heads: OrganizationHeads, bodies: Iterable[Found]) -> Iterator[Found]:
    """Every mention of the short names that brackets give these bodies, in text order."""
    given: dict[str, dict[tuple[str, ...], Found]] = {}
    for body in bodies:
        alias = _alias(words, heads, body.last) if body.rule != "site" else None
        if alias is not None:
            given.setdefault(words.text[alias[0]], {}).setdefault(tuple(words.text[alias[0] : alias[1]]), body)
    for i, text in enumerate(words.text):
        for alias_words, body in given.get(text, {}).items():
            last = i + len(alias_words)
            if i >= body.last and tuple(words.text[i:last]) == alias_words:
                full = body.full or words.key(body.first, body.last)
                yield replace(body, first=i, last=last, rule="organization.short", full=full)


def _alias(words: Words, heads: OrganizationHeads, bracket: int) -> tuple[int, int] | None:
    """The range of the short name in the bracket; None where it names nothing, or a kind of thing: (the "Company")."""
    if words.after(bracket) != "(":
        return None
    at, named = bracket + 1, False
    while words.after(at) and (words.text[at] in _QUOTES or words.lower[at] in _NAMING | _BESIDE):
        named = named or words.text[at] in _QUOTES or words.lower[at] in _NAMING
        at += 1
    last = at
    while words.after(last) and words.capital[last] and last < at + _LONGEST:
        last += 1
    closing = last + 1 if words.after(last) in _QUOTES else last
    kind = last == at + 1 and (words.lower[at] in heads.types or words.lower[at] in heads.official.portfolio)
    if not named or last == at or words.after(closing) != ")" or kind or (last == at + 1 and is_acronym(words.text[at])):
        return None
    return at, last
