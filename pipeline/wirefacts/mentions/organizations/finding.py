"""All names of bodies in a passage: known ones, headed ones, defined acronyms, and those that the votes of the text make."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wirefacts.mentions.organizations.acronyms import Definition, find_definitions
from wirefacts.mentions.organizations.boundaries import TIMES, stretches
from wirefacts.mentions.organizations.credits import credited
from wirefacts.mentions.organizations.grammar import find_headed
from wirefacts.mentions.organizations.known import find_known
from wirefacts.mentions.organizations.mention import Found, NameMention, Stretch
from wirefacts.mentions.organizations.naming import Naming
from wirefacts.mentions.organizations.places import Placing
from wirefacts.mentions.organizations.votes import Votes
from wirefacts.mentions.organizations.words import SMALL, Words, words_of
from wirefacts.mentions.passage import Passage

_SHORTENED = frozenset({"company", "finance", "media", "party", "other", None})
"""Types of body that go by the first word of their name."""


def find_names(passage: Passage) -> list[NameMention]:
    """The mentions of named bodies, in text order and without overlaps, each under the name that all mentions of its body share."""
    words = words_of(passage)
    definitions = find_definitions(words)
    placing = Placing(passage, words)
    return Naming(passage, words, placing, definitions).name(bodies_in(passage, words, placing, definitions))


def bodies_in(passage: Passage, words: Words, placing: Placing, definitions: Sequence[Definition]) -> list[Found]:
    """The bodies found, in text order, without overlaps."""
    seen = stretches(passage, words)
    votes = Votes(words, placing)
    sure = _grown(longest([*find_known(passage, words), *find_headed(passage, words)]), seen, votes)
    sure, no_bodies = _defined(sure, seen, definitions, words, votes)
    seen = divided(words, seen, {words.key(body.first, body.last) for body in sure})
    votes.trust(words.key(body.first, last) for body in sure if body.type in _SHORTENED for last in range(body.first + 1, body.last + 1))
    covered = _covered(words, sure)
    for i in credited(words, sure):
        covered[i] = True
    votes.count(stretch for stretch in seen if not any(covered[stretch.first : stretch.last]) or stretch.label == "PERSON")
    loose = [stretch for stretch in seen if not any(covered[stretch.first : stretch.last])]
    for stretch in loose:
        covered[stretch.first : stretch.last] = [True] * (stretch.last - stretch.first)
    bare = _capital_runs(words, covered)
    votes.count(bare)
    chosen = [body for body in sure if body.rule != "site"]
    for stretch in [*loose, *bare]:
        if words.text[stretch.last - 1] not in no_bodies and votes.is_organization(stretch.first, stretch.last):
            chosen.append(Found(stretch.first, stretch.last, "organization.votes", votes.type_of(stretch.first, stretch.last)))
    chosen += _again(words, placing, chosen, _covered(words, chosen), votes, seen)
    return sorted(chosen, key=lambda body: body.first)


def divided(words: Words, seen: Sequence[Stretch], names: Iterable[str]) -> list[Stretch]:
    """The stretches, those in two at their `and` of which a part stands alone elsewhere in the text."""
    alone = {words.key(stretch.first, stretch.last) for stretch in seen} | set(names)
    parts: list[Stretch] = []
    for stretch in seen:
        joint = next((i for i in range(stretch.first + 1, stretch.last - 1) if words.lower[i] == "and"), None)
        if joint is not None and alone & {words.key(stretch.first, joint), words.key(joint + 1, stretch.last)}:
            parts += [Stretch(stretch.first, joint, stretch.label), Stretch(joint + 1, stretch.last, stretch.label)]
        else:
            parts.append(stretch)
    return parts


def longest(found: Iterable[Found]) -> list[Found]:
    """Those found, in text order, of two that overlap the longer."""
    kept: list[Found] = []
    for body in sorted(found, key=lambda body: (body.first, -body.last)):
        if kept and body.first < kept[-1].last:
            if body.last - body.first > kept[-1].last - kept[-1].first:
                kept[-1] = body
            continue
        kept.append(body)
    return kept


def _grown(found: list[Found], seen: Sequence[Stretch], votes: Votes) -> list[Found]:
    """Known bodies that the model sees as part of a longer organization make way for it."""
    within = {i: stretch for stretch in seen for i in range(stretch.first, stretch.last)}
    grown = []
    for body in found:
        stretch = within.get(body.first)
        if (
            body.known
            and body.type != "media"
            and stretch is not None
            and stretch.last >= body.last
            and stretch.last - stretch.first > body.last - body.first
            and votes.may_grow(stretch)
        ):
            grown.append(Found(stretch.first, stretch.last, "organization.votes", body.type, body.place))
        else:
            grown.append(body)
    return longest(grown)


def _defined(
    found: list[Found], seen: Sequence[Stretch], definitions: Sequence[Definition], words: Words, votes: Votes
) -> tuple[list[Found], set[str]]:
    """The bodies with those that acronyms define, and the acronyms of what is no body."""
    labelled = {stretch.last: stretch for stretch in seen if stretch.label == "ORG"}
    by_last = {body.last: body for body in found}
    bodies: dict[str, Found] = {}
    no_bodies: set[str] = set()
    added: list[Found] = []
    for definition in definitions:
        full = by_last.get(definition.last)
        stretch = labelled.get(definition.last)
        text = words.text[definition.acronym]
        if full is None and stretch is not None and votes.may_be(stretch.first, stretch.last):
            full = Found(stretch.first, stretch.last, "organization.votes")
        if full is not None and full.rule == "site":
            no_bodies.add(text)
            continue
        if full is None:
            if not votes.may_be(definition.first, definition.last) or not all(
                words.capital[i] or words.lower[i] in SMALL for i in range(definition.first, definition.last)
            ):
                no_bodies.add(text)
            continue
        if full.first < definition.first and (words.text[full.first][0].isdigit() or words.lower[definition.first - 1] in SMALL):
            continue
        first = min(full.first, definition.first) if not definition.exact else definition.first if words.capital[definition.first] else full.first
        whole = Found(
            min(first, full.first) if full.known else first,
            full.last,
            full.rule,
            full.type,
            full.place,
            full.known if first == full.first else None,
            full.surface,
        )
        added.append(whole)
        bodies[text] = whole
    for i, text in enumerate(words.text):
        if text in bodies:
            added.append(Found(i, i + 1, "organization.acronym", bodies[text].type, bodies[text].place))
    keep = [body for body in found if words.text[body.first] not in bodies or body.last > body.first + 1]
    spans = {(body.first, body.last) for body in added}
    ends = {body.last for body in added}
    return longest([*added, *(body for body in keep if body.last not in ends and (body.first, body.last) not in spans)]), no_bodies


def _covered(words: Words, found: Iterable[Found | Stretch]) -> list[bool]:
    covered = [False] * len(words)
    for body in found:
        covered[body.first : body.last] = [True] * (body.last - body.first)
    return covered


def _capital_runs(words: Words, taken: Sequence[bool]) -> list[Stretch]:
    """The runs of capitalised words that nothing else has taken."""
    runs: list[Stretch] = []
    i = 0
    while i < len(words):
        if taken[i] or not words.capital[i] or words.lower[i] in TIMES or not words.tag[i].startswith("NNP"):
            i += 1
            continue
        end = i + 1
        while end < len(words) and not taken[end] and words.capital[end] and not words.fresh[end] and words.tag[end].startswith("NNP"):
            end += 1
        runs.append(Stretch(i, end))
        i = end
    return runs


def _again(words: Words, placing: Placing, chosen: Sequence[Found], covered: list[bool], votes: Votes, seen: Sequence[Stretch]) -> list[Found]:
    """Further mentions of the bodies chosen, by the same words in any case or by the first words of their names."""
    whole: dict[str, Found] = {}
    short: dict[str, Found] = {}
    for body in chosen:
        if body.rule != "organization.site":
            whole.setdefault(words.key(body.first, body.last), body)
        if body.type in _SHORTENED:
            for first in placing.beginnings(body.first, body.last) if body.rule != "organization.site" else ():
                for last in range(first + 1, body.last):
                    if votes.may_shorten(first, last, body.last):
                        short.setdefault(words.key(first, last), body)
    openings = {key.split(" ", 1)[0] for key in (*whole, *short)}
    persons = {i: stretch for stretch in seen if stretch.label == "PERSON" for i in range(stretch.first, stretch.last)}
    reach = max((key.count(" ") + 1 for key in (*whole, *short)), default=0)
    found: list[Found] = []
    i = 0
    while i < len(words):
        last = i
        if words.lower[i] in openings and words.capital[i] and not covered[i]:
            for length in range(min(reach, len(words) - i), 0, -1):
                key = words.key(i, i + length)
                body = whole.get(key) or short.get(key)
                if body is not None and not any(covered[i : i + length]) and _stands(words, i, i + length, body, persons.get(i), votes):
                    if key in whole:
                        found.append(replace(body, first=i, last=i + length, rule="organization.again"))
                    else:
                        found.append(Found(i, i + length, "organization.short", body.type, body.place, full=words.key(body.first, body.last)))
                    last = i + length
                    break
        i = max(last, i + 1)
    return found


def _stands(words: Words, first: int, last: int, body: Found, person: Stretch | None, votes: Votes) -> bool:
    """Whether the words are a mention of the body and not part of another name."""
    if person is not None and (person.first < first or person.last > last):
        return False
    if not words.capital[last - 1]:
        return False
    follows = words.after(last)
    continues = last < len(words) and follows != "" and words.capital[last] and words.tag[last].startswith("NNP") and not words.loud[last]
    return last - first > 1 or not continues or follows in votes.heads.cues.organization.after or follows in votes.heads.not_bodies.people
