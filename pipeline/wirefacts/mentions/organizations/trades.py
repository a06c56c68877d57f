"""Companies by the trade that closes their names, where they act: Kivu Valley Metals, which smelts; Orrin Machinery sold."""

from wirefacts.mentions.organizations.acting import acts
from wirefacts.mentions.organizations.grammar import Grammar
from wirefacts.mentions.organizations.mention import Found


def traded_at(grammar: Grammar, trade: int, past: int) -> Found | None:
    """The company whose name the capitalised word, a trade, closes, none of it before `past`; None where nothing says that it acts.

    A trade alone makes no body as a head does: the words before it must be proper ones, and what bears the name must act.
    """
    words, heads = grammar.words, grammar.heads
    first, last = grammar.left(trade, past), trade + 1
    if first == trade or words.loud[trade] or grammar.goes_on(last) or not all(words.capital[first:trade]):
        return None
    general = (
        heads.official.portfolio | heads.official.levels | heads.words.opening | heads.words.common | heads.trades | grammar.places.adjectives.keys()
    )
    proper = [i for i in range(first, trade) if words.lower[i] not in general and words.lower[i] not in grammar.places.names]
    named = any(words.tag[i].startswith("NNP") for i in proper) and (trade - first > 1 or not words.opening[first] or words.text[first].isupper())
    return Found(first, last, "organization.head", "company") if named and acts(words, heads, first, last) else None
