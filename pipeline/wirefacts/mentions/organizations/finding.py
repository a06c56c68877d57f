"""All names of bodies in a passage: known ones, headed ones, defined acronyms, those that the votes of the text make, and their echoes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wirefacts.lexicon.organization_heads import OrganizationHeads
from wirefacts.mentions.organizations.acronyms import find_definitions
from wirefacts.mentions.organizations.aliases import find_aliases
from wirefacts.mentions.organizations.arms import arm, continued
from wirefacts.mentions.organizations.boundaries import stretches
from wirefacts.mentions.organizations.credits import credited
from wirefacts.mentions.organizations.defined import Defined
from wirefacts.mentions.organizations.definite import find_definite
from wirefacts.mentions.organizations.desks import find_desks
from wirefacts.mentions.organizations.echoes import SHORTENED, Echoes
from wirefacts.mentions.organizations.headed import find_headed
from wirefacts.mentions.organizations.known import find_known
from wirefacts.mentions.organizations.mention import Found, NameMention, Stretch, longest
from wirefacts.mentions.organizations.naming import Naming
from wirefacts.mentions.organizations.places import Placing
from wirefacts.mentions.organizations.signatures import find_signatures
from wirefacts.mentions.organizations.surroundings import Surroundings
from wirefacts.mentions.organizations.votes import Votes
from wirefacts.mentions.organizations.words import Words, words_of
from wirefacts.mentions.passage import Passage

_NAMED_FOR_PLACES = frozenset({"government", "education", "association"})
"""Types of body that the word which opens their name seldom stands for: Anyang Customs, Anyang University."""


def find_names(passage: Passage) -> list[NameMention]:
    """The mentions of named bodies, in text order and without overlaps, each under the name that all mentions of its body share."""
    words = words_of(passage)
    placing = Placing(passage, words)
    return Naming(passage, words, placing).name(bodies_in(passage, words, placing))


def bodies_in(passage: Passage, words: Words, placing: Placing) -> list[Found]:
    """The bodies found, in text order, without overlaps."""
    seen = stretches(passage, words)
    votes = Votes(words, placing)
    known = longest([*find_known(passage, words, placing), *find_signatures(passage, words)])
    known = [arm(words, body, placing) for body in known]
    headed = _led(words, find_headed(passage, words, placing.by_name), known, placing.lexicon.organization_heads)
    defined = Defined(words, votes, _grown(longest([*known, *headed]), seen, votes), seen)
    sure = defined.apply(find_definitions(words))
    sure = longest([*find_aliases(words, placing.lexicon.organization_heads, sure), *sure])
    sure = longest([*sure, *find_definite(words, placing.lexicon, sure)])
    seen = divided(words, seen, {words.key(body.first, body.last) for body in sure})
    votes.trust(words.key(body.first, last) for body in sure if body.type in SHORTENED for last in range(body.first + 1, body.last + 1))

    votes.place(body for body in sure if body.type in _NAMED_FOR_PLACES)
    desks = list(find_desks(words))
    covered = _covered(words, [*sure, *desks])
    for i in credited(words, sure):
        covered[i] = True
    loose = [stretch for stretch in seen if not any(covered[stretch.first : stretch.last])]
    people = [stretch for stretch in seen if stretch.label == "PERSON" and any(covered[stretch.first : stretch.last])]
    for stretch in loose:
        covered[stretch.first : stretch.last] = [True] * (stretch.last - stretch.first)
    loose += _capital_runs(words, covered)
    companies = [body for body in sure if body.type in {"company", "finance"} and body.rule != "site"]
    votes.count([*loose, *people], Surroundings(words, placing, companies))

    chosen = [*longest([*(body for body in sure if body.rule != "site"), *desks])]
    voted = [
        Found(stretch.first, stretch.last, "organization.votes", votes.type_of(stretch.first, stretch.last))
        for stretch in loose
        if words.text[stretch.last - 1] not in defined.no_bodies and votes.is_organization(stretch.first, stretch.last)
    ]
    voted = longest(arm(words, continued(words, body), placing) for body in adjoined(words, voted))
    votes.settle((body.first, body.last) for body in voted)
    chosen += voted
    chosen += list(Echoes(words, placing, votes, chosen).find(_covered(words, chosen), seen))
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


def adjoined(words: Words, found: Sequence[Found]) -> list[Found]:
    """The bodies in text order, two that nothing stands between as one."""
    joined: list[Found] = []
    for body in sorted(found, key=lambda body: body.first):
        if joined and joined[-1].last == body.first and not words.fresh[body.first]:
            joined[-1] = replace(joined[-1], last=body.last)
        else:
            joined.append(body)
    return joined


def _led(words: Words, headed: Sequence[Found], known: Iterable[Found], heads: OrganizationHeads) -> list[Found]:
    """The headed names, those that add endings alone to a known company's led to it, and those right behind one taken for its own: Acme [Trust]."""
    companies = [body for body in known if body.known and body.type in {"company", "finance", "media"}]
    at, ending = {body.first: body for body in companies}, {body.last: body.first for body in companies}
    led = []
    for body in headed:
        company = at.get(body.first)
        endings = heads.closing if company is not None and company.type == "media" else heads.endings
        if company is not None and company.last < body.last and all(word in endings for word in words.lower[company.last : body.last]):
            led.append(replace(body, type=company.type, known=company.known))
        else:
            joined = (
                body.first in ending and at[ending[body.first]].type != "media" and not words.fresh[body.first] and body.rule == "organization.head"
            )
            led.append(replace(body, first=ending[body.first]) if joined else body)
    return led


def _grown(found: Sequence[Found], seen: Sequence[Stretch], votes: Votes) -> list[Found]:
    """The bodies, a known one that the model sees as part of another's name giving way to that."""
    within = {i: stretch for stretch in seen for i in range(stretch.first, stretch.last)}
    grown = []
    for body in found:
        stretch = within.get(body.first)
        longer = stretch is not None and stretch.last >= body.last and stretch.last - stretch.first > body.last - body.first
        if body.known and body.type != "media" and stretch is not None and longer and votes.may_grow(stretch):
            grown.append(Found(stretch.first, stretch.last, "organization.votes", body.type, body.place))
        else:
            grown.append(body)
    return longest(grown)


def _covered(words: Words, found: Iterable[Found]) -> list[bool]:
    covered = [False] * len(words)
    for body in found:
        covered[body.first : body.last] = [True] * (body.last - body.first)
    return covered


def _capital_runs(words: Words, taken: Sequence[bool]) -> list[Stretch]:
    """The runs of capitalised names that nothing else has taken."""
    runs: list[Stretch] = []
    start: int | None = None
    for i, (capital, tag, covered, fresh) in enumerate(zip(words.capital, words.tag, taken, words.fresh, strict=True)):
        named = capital and not covered and tag.startswith("NNP")
        if start is not None and (fresh or not named):
            runs.append(Stretch(start, i))
            start = None
        if start is None and named:
            start = i
    if start is not None:
        runs.append(Stretch(start, len(words)))
    return runs
