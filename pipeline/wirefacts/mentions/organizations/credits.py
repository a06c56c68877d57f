"""Photo credits: the photographer beside the agency is no body, whatever the capitals look like."""

from collections.abc import Iterable, Iterator

from wirefacts.mentions.organizations.mention import Found
from wirefacts.mentions.organizations.words import Words

_LONGEST_PERSON = 4


def credited(words: Words, found: Iterable[Found]) -> set[int]:
    """The words of the people credited with a slash beside an outlet, as in `LI NA/FOR CHINA DAILY` and `(Xinhua/Li Na)`."""
    people: set[int] = set()
    for body in found:
        if body.type == "media":
            people.update(_before(words, body.first))
            people.update(_after(words, body.last))
    return people


def _before(words: Words, first: int) -> Iterator[int]:
    slash = first - 2 if words.before(first) in {"for", "to"} else first - 1
    if slash > 0 and words.lower[slash] == "/":
        for i in range(slash - 1, max(slash - 1 - _LONGEST_PERSON, -1), -1):
            if not words.capital[i] or words.fresh[i + 1]:
                return
            yield i


def _after(words: Words, last: int) -> Iterator[int]:
    if words.after(last) == "/":
        for i in range(last + 1, min(last + 1 + _LONGEST_PERSON, len(words))):
            if not words.capital[i] or words.fresh[i]:
                return
            yield i
