"""Outlets that the vocabulary does not know, where a frame signs: behind `Source:`, by a word that closes papers' names, in a dateline."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from wirefacts.mentions.organizations.mention import Found
from wirefacts.mentions.organizations.words import Words
from wirefacts.mentions.passage import Passage

_SITE = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|news|info|in|uk|au|de|eu|ca|za|ke|ng)\Z")
_JOINTS = frozenset({"of", "the", "&", "'s", "'"})
_LONGEST = 6


def find_signatures(passage: Passage, words: Words) -> Iterator[Found]:
    """The outlets named in bylines and in the brackets of datelines, in text order."""
    source_labels, press = frozenset(passage.lexicon.frames.source), passage.lexicon.outlets.closing_words
    blocks = passage.layout.blocks
    for block, follows in zip_longest(blocks, blocks[1:]):
        first, last = words.at(block.start, block.end)
        if block.part == "heading" and follows is not None and follows.part == "byline" and last - first > 1:
            named = next(_runs(passage, words, first, last), None) == (first, last) and words.lower[last - 1] in press
            if named:
                yield Found(first, last, "organization.signature", "media")
        if block.part not in {"byline", "dateline"}:
            continue
        for start, end in _runs(passage, words, first, last):
            before = words.before(start)
            if block.part == "dateline":
                signs = before in {"(", "/"} and words.after(end) in {")", "/"}
            else:
                labelled = before == ":" and words.before(start, 2) in source_labels
                signs = labelled or _SITE.match(words.lower[end - 1]) is not None or (end - start > 1 and words.lower[end - 1] in press)
            if signs:
                yield Found(start, end, "organization.signature", "media")


def _runs(passage: Passage, words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The runs of words that could be one name: capitals, small joints between them, and websites."""
    frames, i = passage.lexicon.frames, first
    labels = {*frames.published, *frames.updated, *frames.source, *frames.people, *frames.credits, *frames.places}
    apart = (labels | passage.lexicon.organization_heads.words.times) - passage.lexicon.outlets.closing_words
    while i < last:
        end = i
        while end < min(last, i + _LONGEST) and (
            ((words.capital[end] or _SITE.match(words.lower[end])) and words.lower[end] not in apart) or (end > i and words.lower[end] in _JOINTS)
        ):
            end += 1
        stop = end
        while end > i and words.lower[end - 1] in _JOINTS:
            end -= 1
        if end > i:
            yield i, end
        i = max(stop, i + 1)
