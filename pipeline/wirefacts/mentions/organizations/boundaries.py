"""Where a name begins and ends: the model's spans cut at what no name runs across, and trimmed of what belongs to none."""

import re
from collections.abc import Iterator

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.organizations.mention import Stretch
from wirefacts.mentions.organizations.words import Words
from wirefacts.mentions.passage import Passage

NAMING = frozenset({"ORG", "PERSON", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
"""Labels of the model that speak of names."""

INSIDE = frozenset(
    {
        "of",
        "for",
        "and",
        "the",
        "&",
        "de",
        "la",
        "du",
        "del",
        "da",
        "di",
        "der",
        "van",
        "von",
        "el",
        "al",
        "y",
        "e",
        "et",
        "und",
        "-",
        "'",
        "'s",
        ",",
        ".",
        "in",
        "on",
        "to",
    }
)
"""What may stand between the capitalised words of a name."""

_CUTS = frozenset({"/", "--", "|", ":", ";", '"', "''", "``", "*", "•", "=", "[", "]", "<", ">", "{", "}", "(", ")", "_"})
_ABBREVIATED = re.compile(r"\w{2,}\.\Z")
_OF = 2
"""Words of `shares of` before a name."""
_NUMBER = re.compile(r"[\d,.+%$-]+(?:st|nd|rd|th)?\Z")


def stretches(passage: Passage, words: Words) -> list[Stretch]:
    """The stretches of words that the model takes for names, in text order, cut and trimmed; no two overlap."""
    found: list[Stretch] = []
    for entity in passage.entities:
        if entity.label not in NAMING:
            continue
        first, last = words.at(entity.start, entity.end)
        pieces = list(cut(words, first, last, passage.lexicon))
        for start, end, whole in pieces:
            kept = trimmed(words, start, end, passage.lexicon)
            if kept is None or (found and kept[0] < found[-1].last):
                continue
            if entity.label == "ORG" and kept[0] == first:
                kept = widened(words, *kept, found[-1].last if found else 0, passage.lexicon)
            found.append(Stretch(*kept, entity.label if whole or entity.label == "PERSON" else ""))
    return found


def cut(words: Words, first: int, last: int, lexicon: Lexicon) -> Iterator[tuple[int, int, bool]]:
    """The pieces of a range of words that no line break, bracket, slash, dash, title, possessive or list divides.

    Each comes with whether the label of the range is still to be trusted: what follows an owner is, what a line break or a dash
    cuts in two is not.
    """
    titles, start, whole = lexicon.organization_heads.not_bodies.people, first, True
    for i in range(first, last):
        lower = words.lower[i]
        skip = 1
        if lower in _CUTS or (lower == "-" and _spaced(words, i)):
            whole = whole and i == last - 1
        elif i > first and (words.fresh[i] or ends_sentence(words, i, lexicon)):
            whole, skip = False, 0
        elif lower in {"or", ","} or (lower == "the" and i > start and words.lower[i - 1] in {"and", ","}):
            pass
        elif lower in titles and words.capital[i] and first < i:
            whole = False
        elif not owns(words, i, lexicon):
            continue
        if start < i:
            yield start, i, whole
        start = i + skip
    if start < last:
        yield start, last, whole


def owns(words: Words, i: int, lexicon: Lexicon) -> bool:
    """Whether the word is the possessive ending of an owner, not one inside a name as in People's Daily."""
    if words.lower[i] not in {"'s", "'"} or i == 0 or words.end[i - 1] != words.start[i]:
        return False
    if i + 1 >= len(words) or not words.capital[i + 1] or words.fresh[i + 1] or words.lower[i - 1] in lexicon.places.names:
        return True
    heads = lexicon.organization_heads
    if words.lower[i] == "'" or words.lower[i - 1] in heads.inner_possessives or is_office(words, i, lexicon):
        return False
    rest = i + 1
    while rest < len(words) and not words.fresh[rest] and words.lower[rest] in heads.types:
        rest += 1
    return not (rest > i + 1 and words.lower[rest - 1] in heads.closing)


def is_office(words: Words, i: int, lexicon: Lexicon) -> bool:
    """Whether the possessive ending joins a title and its office, which make a body's name: the Sheriff's Office."""
    title = words.lower[i - 1]
    titled = title in lexicon.organization_heads.not_bodies.people or title in lexicon.organization_heads.officers
    return titled and words.capital[i - 1] and words.text[i + 1 : i + 2] == ["Office"]


def _spaced(words: Words, i: int) -> bool:
    return i + 1 < len(words) and (words.end[i - 1] < words.start[i] or words.end[i] < words.start[i + 1])


def trimmed(words: Words, first: int, last: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The range without articles, small words, dates, numbers and punctuation at its ends; None where no capitalised word is left.

    The full stop of an abbreviation stays unless the sentence ends there.
    """
    times = lexicon.organization_heads.words.times
    while first < last and (not words.capital[first] or words.lower[first] in {"the", "a", "an"} or words.lower[first] in times):
        if _ordinal(words, first, last):
            break
        first += 1
    if last - first > 1 and words.prefixed(first):
        first += 1
    if last - first > 1 and words.opening[first] and words.lower[first] in lexicon.organization_heads.descriptions:
        first += 1
    if last - first > _OF and words.tag[first] == "NNS" and words.lower[first + 1] == "of":
        first += _OF
    while last - first > 1 and words.lower[first] in lexicon.places.adjectives and words.text[first + 1].isupper():
        first += 1
    while first < last and (not words.capital[last - 1] or words.lower[last - 1] in times or words.lower[last - 1] in INSIDE):
        last -= 1
    return (first, last) if first < last else None


def widened(words: Words, first: int, last: int, past: int, lexicon: Lexicon) -> tuple[int, int]:
    """The range of a body's name with the further proper nouns right before it, none of them before `past`: [Acme Valve] Castings."""
    heads, places = lexicon.organization_heads, lexicon.places
    small = heads.words.function | heads.words.times | heads.not_bodies.people | heads.descriptions
    i = first
    while i > past and not words.fresh[i] and words.capital[i - 1] and words.tag[i - 1] == "NNP" and words.text[i - 1].isalpha():
        before = words.lower[i - 1]
        if before in small or before in places.names or before in places.adjectives:
            break
        i -= 1
    return i, last


def _ordinal(words: Words, first: int, last: int) -> bool:
    return words.text[first][0].isdigit() and _NUMBER.match(words.text[first]) is not None and words.text[first][-1].isalpha() and first + 1 < last


def ends_sentence(words: Words, last: int, lexicon: Lexicon) -> bool:
    """Whether the full stop of a legal ending closes the sentence too: what follows has a capital and goes on with no name."""
    heads, stopped = lexicon.organization_heads, words.lower[last - 1]
    if not stopped.endswith(".") or stopped not in heads.closing or not words.after(last) or not words.capital[last]:
        return False
    follows = words.lower[last]
    return follows not in heads.types and follows not in heads.not_bodies.people and follows not in heads.words.times


def character_range(words: Words, first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """The characters of a range of words, without the full stop of the sentence that they close.

    A name that abbreviates another word with a full stop, as Co., Ltd. does, keeps its last.
    """
    start, end = words.start[first], words.end[last - 1]
    surface = words.text[last - 1]
    closes = ends_sentence(words, last, lexicon) or _line_ends(words, last) or (words.text[last] in {'"', "''"} and _line_ends(words, last + 1))
    style = any(_ABBREVIATED.match(word) for word in words.text[first : last - 1])
    if surface.endswith(".") and surface.count(".") == 1 and len(surface) > 1 and closes and not style:
        end -= 1
    return start, end


def _line_ends(words: Words, last: int) -> bool:
    return last >= len(words) or words.fresh[last]
