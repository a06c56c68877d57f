"""What goes on behind a company's name: the country of its arm, and what a Romance name joins with a particle."""

from dataclasses import replace

from wirefacts.mentions.organizations.mention import Found
from wirefacts.mentions.organizations.places import Placing
from wirefacts.mentions.organizations.words import Words

PARTICLES = frozenset({"de", "del", "do", "da", "dos", "das", "des", "du", "della", "delle", "dei", "degli"})
"""What joins the words of Romance names."""


def arm(words: Words, body: Found, placing: Placing) -> Found:
    """The body, that of a country for a company with the country, and a city there, behind its name: Acme [Chile], Acme [Vietnam Hanoi]."""
    last = body.last
    if body.type != "company" or words.after(last) not in placing.lexicon.places.arms or not words.capital[last] or words.loud[body.first]:
        return body
    city = placing.known_place(last + 1) if words.after(last + 1) else None
    end = last + 1 if city is None else city
    named = not (words.after(end) and (words.capital[end] or words.tag[end].startswith("NN"))) and words.after(end) != "'s"
    return replace(body, last=end, known=None, surface=None) if named else body


def continued(words: Words, body: Found) -> Found:
    """The body, with what its name goes on with behind a particle: Casa [dos Lagos]."""
    last = body.last
    if words.after(last) not in PARTICLES or not words.after(last + 1) or not words.capital[last + 1] or words.loud[body.first]:
        return body
    end = last + 2
    while words.after(end) and words.capital[end] and words.tag[end].startswith("NNP"):
        end += 1
    return replace(body, last=end)
