"""Bodies named again by their head alone, with the article and a capital: the North Alba Chamber of Commerce, then the Chamber."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.organizations.mention import Found
from wirefacts.mentions.organizations.words import Words


def find_definite(words: Words, lexicon: Lexicon, bodies: Iterable[Found]) -> Iterator[Found]:
    """The mentions, in text order, of heads that only one body of the text has, where the text never writes them small behind the article."""
    by_head: dict[str, dict[str, Found]] = {}
    for body in bodies:
        head = _head(words, lexicon, body)
        if head is not None:
            by_head.setdefault(head, {}).setdefault(body.full or words.key(body.first, body.last), body)
    generic = {lower for i, lower in enumerate(words.lower) if not words.capital[i] and words.before(i) == "the"}
    for i, lower in enumerate(words.lower):
        owners = by_head.get(lower, {})
        if len(owners) != 1 or lower in generic or not words.capital[i] or words.loud[i] or words.before(i) != "the":
            continue
        ((full, body),) = owners.items()
        continues = bool(words.after(i + 1)) and (words.capital[i + 1] or words.lower[i + 1] in {"of", "for"})
        if i >= body.last and not continues:
            yield replace(body, first=i, last=i + 1, rule="organization.short", full=full)


def _head(words: Words, lexicon: Lexicon, body: Found) -> str | None:
    """The word of a body's name that may stand for it; None where it has none, or is that word alone."""
    if body.rule == "site" or body.type == "company" or body.last - body.first < 2:  # noqa: PLR2004 - a head and a word before it
        return None
    heads = lexicon.organization_heads
    if body.type == "media" and words.lower[body.last - 1] in lexicon.outlets.closing_words:
        return words.lower[body.last - 1]
    joint = next((i for i in range(body.first, body.last) if words.lower[i] in {"of", "for"}), body.last)
    head = words.lower[joint - 1]
    return head if joint > body.first and head in heads.strong else None
