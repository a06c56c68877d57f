"""Whether a station, port, base or zone acts or is run as a body where it is named; elsewhere it is a place."""

from collections.abc import Iterator

from wirefacts.lexicon.organization_heads import OrganizationHeads
from wirefacts.mentions.organizations.words import Words

_PLACING = frozenset({"in", "at", "to", "from", "via", "of", "near", "into", "through", "around", "on", "between", "and", "with", "for"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_LYING = frozenset({"opened", "opens", "lies", "lay", "sits", "stands", "covers", "connects", "links", "spans", "began", "started", "dates"})
"""What places do too."""
_HAVING = frozenset({"has", "have", "had"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB"})
_BESIDE = frozenset({"of", "with", "from", "at"})
_TELLING = frozenset({"a", "an", "the", "another", "one", "home"})
_LONGEST_CLAUSE = 25
_LONGEST_PHRASE = 9


def acts(words: Words, heads: OrganizationHeads, first: int, last: int) -> bool:
    """Whether the name is the subject of a verb in the active voice, is run by someone, has people, or is a source of what is told."""
    back = 2 if words.before(first) in {"the", "'s"} else 1
    before, far = words.before(first, back), words.before(first, back + 1)
    if (
        before == "by"
        or _is_one_of_doers(words, first - back + 1)
        or (before == "with" and far in heads.words.dealings)
        or (before == "to" and far == "according")
        or (before in _BESIDE and (far in heads.not_bodies.people or far in heads.words.staff))
    ):
        return True
    last = _past_bracket(words, last)
    if words.after(last) == "'s" and words.after(last, 1) in heads.words.staff:
        return True
    if words.after(last) == "," and words.after(last, 1) == "which" and words.after(last, 2) not in _LYING and _is_active(words, last, last + 2):
        return True
    if before in _PLACING or not words.after(last):
        return False
    return any(_is_active(words, last, verb) for verb in _behind_clause(words, last))


def _is_one_of_doers(words: Words, first: int) -> bool:
    """Whether what begins at a word ends a list that `by` opens: owned by the state (70%) and the port."""
    if words.before(first) != "and":
        return False
    for back in range(2, _LONGEST_PHRASE):
        before = words.before(first, back)
        if before == "by":
            return words.tag[first - back - 1] == "VBN"
        if not before or before in {".", ";", ":"} or words.tag[first - back] in _FINITE:
            return False
    return False


def _past_bracket(words: Words, last: int) -> int:
    """Behind what stands in brackets right behind a name: its acronym, its short name."""
    if words.after(last) != "(":
        return last
    closing = next((last + ahead for ahead in range(1, _LONGEST_PHRASE) if words.after(last, ahead) == ")"), None)
    return last if closing is None else closing + 1


def _is_active(words: Words, last: int, verb: int) -> bool:
    if words.after(verb) and words.tag[verb] == "RB":
        verb += 1
    if words.after(verb) and words.tag[verb] == "MD":
        verb += 1
    if not words.after(last, verb - last + 1) or words.tag[verb] not in _FINITE:
        return False
    if words.lower[verb] in _BEING:
        done = verb + 2 if words.after(verb + 1) and words.tag[verb + 1] == "RB" else verb + 1
        return bool(words.after(done)) and words.tag[done] == "VBG"
    return words.lower[verb] not in _HAVING or words.after(verb + 1) not in _BEING


def _behind_clause(words: Words, last: int) -> Iterator[int]:
    """Where the sentence may go on behind a name: after `, which`, `, run`, `, a` or `, home to` and what they open, or after `in` a place."""
    after, opening = words.after(last), words.after(last, 1)
    if after == "in":
        yield from (last + ahead for ahead in range(2, _LONGEST_PHRASE) if words.after(last, ahead) and words.tag[last + ahead] in _FINITE)
        return
    clause = opening in {"which", "in"} or (bool(opening) and words.tag[last + 1] in {"VBN", "VBG"})
    if after != "," or not (clause or opening in _TELLING):
        yield last
        return
    commas = (last + ahead for ahead in range(2, _LONGEST_CLAUSE) if words.after(last, ahead) == ",")
    ends = [comma for comma in commas if not words.after(comma + 1).isdigit()]  # not the comma of `May 5, 2020`
    yield from (comma + 1 for comma in (ends[:1] if clause else ends))
