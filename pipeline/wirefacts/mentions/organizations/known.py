"""Bodies and outlets that the vocabulary knows, wherever the text names them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.outlets import Outlet
from wirefacts.mentions.organizations.mention import Found
from wirefacts.mentions.organizations.places import Placing
from wirefacts.mentions.organizations.surroundings import MODEL
from wirefacts.mentions.organizations.words import Words
from wirefacts.mentions.passage import Passage
from wirefacts.records.values import OrganizationType

_OPENING = re.compile(r"[^\W_]+")
_FRAME_PARTS = frozenset({"byline", "dateline", "caption"})
_UNDER = frozenset({"vice", "deputy"})
"""What stands before offices alone: vice GM."""
_SHORTEST_SHOUTED = 4
_CREDIT = re.compile(r"(?:\bpublished (?:in|by)|\bcopyright|©|\(c\))(?: the)?[\s,:©\d]*\Z", re.IGNORECASE)
_REPORTED = re.compile(r"\b(?:reporting|contributions?|files|inputs?) (?:by|from)\b[^.\n]*\Z", re.IGNORECASE)
_CREDIT_REACH, _REPORTED_REACH = 30, 80
"""Characters before a name in which a credit of rights, or of a report, stands."""


class Form(NamedTuple):
    """One spelling of a known body."""

    form: str
    name: str
    type: OrganizationType
    place: str | None
    surface: str | None
    """The spelling where it may name the body in a text, as all that an outlet signs with may; None for acronyms."""
    frame_only: bool = False
    credit_only: bool = False
    country: str | None = None
    """The country that a text is to speak of."""


@lru_cache(maxsize=4)
def forms_of(lexicon: Lexicon) -> dict[str, list[Form]]:
    """All spellings of a vocabulary's bodies and outlets, by the letters and digits that they open with, in lower case.

    The longest comes first; of two alike, the one that a country alone means.
    """
    table: dict[str, list[Form]] = {}
    for form in _all_forms(lexicon):
        table.setdefault(_opening(form.form.lower()), []).append(form)
    for forms in table.values():
        forms.sort(key=lambda form: (-len(form.form), form.country is None))
    return table


def _opening(lower: str) -> str:
    if lower.isalnum():
        return lower
    opened = _OPENING.match(lower)
    return opened.group() if opened else ""


def _all_forms(lexicon: Lexicon) -> Iterator[Form]:
    for outlet in lexicon.outlets.outlets:
        for form in (outlet.name, *outlet.aliases):
            credit_only = outlet.credit_only and form == outlet.name
            yield Form(form, outlet.name, "media", None, _spelling(form, outlet), frame_only=credit_only, credit_only=credit_only)
        for form in outlet.frame_aliases:
            yield Form(form, outlet.name, "media", None, _spelling(form, outlet), frame_only=True)
    for body in lexicon.bodies.bodies:
        for form in (body.name, *body.aliases):
            yield Form(form, body.name, body.type, body.place, form, country=body.country)
        for form in body.acronyms:
            yield Form(form, body.name, body.type, body.place, None, country=body.country)


def _spelling(form: str, outlet: Outlet) -> str | None:
    """The form where it may name its outlet, None for initials that stand for several words."""
    initials = form.isupper() and form.isalpha() and form != outlet.name and " " in outlet.name
    return None if initials and not outlet.by_letters else form


@cache
def _matcher(form: str) -> re.Pattern[str]:
    spellings = {form}
    if len(form) >= _SHORTEST_SHOUTED:
        spellings.add(form.upper())
    written = "|".join(re.escape(spelling).replace("\\ ", r"[ \n]{1,3}").replace("'", "'{1,2}") for spelling in sorted(spellings))
    return re.compile(rf"(?:{written})(?![\w])", re.IGNORECASE if "." in form and " " not in form else 0)


def find_known(passage: Passage, words: Words, placing: Placing) -> list[Found]:
    """The known bodies that the text names, without overlaps; the longest spelling wins."""
    table, view = forms_of(passage.lexicon), passage.view
    found: list[Found] = []
    past = 0
    for first, lower in enumerate(words.lower):
        forms = table.get(_opening(lower)) if first >= past else None
        for form in forms or ():
            match = _matcher(form.form).match(view, words.start[first])
            if match is None:
                continue
            last = words.at(match.start(), match.end())[1]
            if (
                words.end[last - 1] != match.end()
                or words.before(first) in _UNDER
                or (form.frame_only and not _in_frame(passage, words, first, last, credit_only=form.credit_only))
                or (form.country and not placing.speaks_of(form.country))
                or (form.type == "company" and MODEL.fullmatch(words.text[last] if words.after(last) else ""))
            ):
                continue
            shouted = last == first + 1 and match.group().isupper() and not form.form.isupper()
            written = match.group() if form.surface and "." in form.form and " " not in form.form else form.surface
            place = form.place if form.place and placing.names(form.place) else None
            found.append(Found(first, last, "organization.known", form.type, place, form.name, None if shouted else written))
            past = last
            break
    return _ventures(words, found)


def _ventures(words: Words, found: Iterable[Found]) -> list[Found]:
    """The bodies, two companies side by side as one: their joint venture."""
    joined: list[Found] = []
    for body in found:
        before = joined[-1] if joined else None
        if before is None or before.type != "company" or body.type != "company" or words.fresh[body.first]:
            joined.append(body)
        elif before.last == body.first or (before.last == body.first - 1 and words.glued(before.last)):
            joined[-1] = Found(before.first, body.last, "organization.known", "company")
        else:
            joined.append(body)
    return joined


def _in_frame(passage: Passage, words: Words, first: int, last: int, *, credit_only: bool) -> bool:
    start = words.start[first]
    if _CREDIT.search(passage.view, max(start - _CREDIT_REACH, 0), start):
        return True
    if _REPORTED.search(passage.view, max(start - _REPORTED_REACH, 0), start):
        return True
    around = words.before(first), words.after(last)
    framed = "/" in around or around == ("(", ")") or around[0] == "["
    return not credit_only and (framed or passage.part_at(start) in _FRAME_PARTS)
