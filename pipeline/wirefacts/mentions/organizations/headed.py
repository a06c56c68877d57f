"""All names that their heads make bodies, capitalised and official ones, in one pass over the words."""

from wirefacts.mentions.organizations.grammar import Grammar
from wirefacts.mentions.organizations.mention import Found
from wirefacts.mentions.organizations.official import OfficialNames
from wirefacts.mentions.organizations.trades import traded_at
from wirefacts.mentions.organizations.words import Words
from wirefacts.mentions.passage import Passage


def find_headed(passage: Passage, words: Words, places: frozenset[str]) -> list[Found]:
    """The names with a head, in text order, without overlaps; those of the rule `site` are places until something says that they act."""
    grammar = Grammar(passage, words)
    official = OfficialNames(words, grammar, places)
    lower_heads = grammar.heads.official.heads
    found: list[Found] = []
    past = 0
    for i, lower in enumerate(words.lower):
        if i < past:
            continue
        name: Found | None = grammar.opened_at(i) if words.capital[i] else None
        if name is None and words.capital[i]:
            if lower in grammar.any_head or (i and words.capital[i - 1] and words.key(i - 1, i + 1) in grammar.heads.compounds):
                name = grammar.name_at(i, past)
            elif lower in grammar.heads.trades:
                name = traded_at(grammar, i, past)
        elif name is None and i and lower in lower_heads:
            name = official.name_at(i)
        if name is not None:
            if found and found[-1].last > name.first:
                found.pop()
            found.append(name)
            past = name.last
    return found
