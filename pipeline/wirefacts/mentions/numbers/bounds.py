"""What bends a figure: bounds and approximations before and after it."""

from functools import cache

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.bounds import Bend
from wirefacts.mentions.numbers.figures import Figure
from wirefacts.mentions.numbers.lexemes import NUMBER, WORD, Lexemes
from wirefacts.mentions.numbers.phrases import Phrases

_LOW = frozenset({"more_than", "at_least"})
_HIGH = frozenset({"less_than", "at_most"})
_TOWARDS = frozenset({"from", "by", "to"})
_CEILINGS = frozenset({"ceiling", "limit", "cap", "target", "goal", "threshold", "quota"})
"""What is held against is stated exactly: `below the 25 percent ceiling`."""
_COMPARING = frozenset(
    {"more", "less", "fewer", "higher", "lower", "above", "below", "over", "larger", "smaller", "bigger", "greater", "better", "cheaper"}
)
_SEEN = frozenset(
    {
        "recorded",
        "posted",
        "reported",
        "registered",
        "seen",
        "sold",
        "shipped",
        "produced",
        "exported",
        "imported",
        "logged",
        "achieved",
        "spent",
        "collected",
        "generated",
        "paid",
        "earned",
        "raised",
        "set",
        "forecast",
        "expected",
        "projected",
        "estimated",
        "budgeted",
        "planned",
    }
)
_AGREED = frozenset(
    {
        "program",
        "programme",
        "plan",
        "deal",
        "scheme",
        "agreement",
        "contract",
        "package",
        "loan",
        "facility",
        "project",
        "initiative",
        "arrangement",
        "bailout",
    }
)
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "these", "those", "this", "that"})
_NOT = frozenset({"not", "never", "cannot", "without", "rarely", "seldom"})
_TURNED: dict[Bend, Bend] = {"less_than": "at_least", "more_than": "at_most"}
"""What a bound is when it is denied: `does not fall below 5`."""
_PLACING, _OWN = frozenset({"under", "over", "within"}), frozenset({"its", "their", "his"})
"""What stands under or within somebody's own amount is not less than it: `under its 3 billion plan`."""


class BoundReader:
    """Finds the bound of a figure."""

    def __init__(self, lexicon: Lexicon, lex: Lexemes) -> None:
        self.lex = lex
        self.before, self.after, self.large = _phrases_of(lexicon)
        self.motion = lexicon.bounds.motion.words
        changes = lexicon.changes
        self.moving = self.motion | changes.up.verbs | changes.down.verbs | changes.movement.verbs
        self.transparent = lexicon.bounds.transparent.words

    def start(self, figure: Figure) -> int:
        """First lexeme of the bound before the figure; that of the figure where there is none."""
        _, start = self._leading(figure)
        return start

    def _leading(self, figure: Figure) -> tuple[Bend | None, int]:
        lex, first = self.lex, figure.first
        index = first - 1
        found = self.before.before(lex, index)
        if found is None and lex.at(index) in self.transparent:
            found = self.before.before(lex, index - 1)
            if found and (
                (lex.at(index) in ("a", "an", "the") and found.meaning == "exact") or (lex.at(index - 1) in _PLACING and lex.at(index) in _OWN)
            ):
                found = None
        if found is None:
            return self._above_large(figure)
        words = lex.lowers[found.lexeme : first]
        if words[:2] == ["up", "to"] and (lex.at(found.lexeme - 1) in self.motion or lex.at(found.lexeme - 1).endswith("ed")):
            return None, first
        return self._denied(found.meaning, found.lexeme), found.lexeme

    def _above_large(self, figure: Figure) -> tuple[Bend | None, int]:
        """`exports top $5 billion`, `arrivals passed 40,000`: verbs, where no determiner makes them nouns and the figure is no small count."""
        lex, first = self.lex, figure.first
        found = self.large.before(lex, first - 1)
        large = (figure.unit is not None and figure.unit.kind == "money") or figure.numeral.scale > 1 or figure.numeral.separated
        if found is None or not large or lex.kind(found.lexeme - 1) != WORD or lex.at(found.lexeme - 1) in _DETERMINERS:
            return None, first
        return found.meaning, found.lexeme

    def _denied(self, bend: Bend, first: int) -> Bend:
        """`does not go below`, `never exceeded`: the bound on the other side."""
        lex, verb = self.lex, first - 1
        near = [lex.at(verb), lex.at(verb - 1)] if lex.at(verb) in self.moving else [lex.at(verb)]
        return _TURNED.get(bend, bend) if any(word in _NOT or word.endswith("n't") for word in near) else bend

    def _is_agreed(self, figure: Figure) -> bool:
        """`under a $44 billion programme`: it stands under what was agreed, not under the amount."""
        lex = self.lex
        return lex.lowers[max(figure.first - 2, 0) : figure.first] in (["under", "a"], ["under", "an"], ["under", "the"]) and (
            lex.at(max(figure.last, figure.counted_last) + 1) in _AGREED
        )

    def _trailing(self, figure: Figure) -> Bend | None:
        lex = self.lex
        for last in {figure.numeral.last, figure.last, figure.counted_last}:
            index = last + 1
            if lex.at(index) == "-" and lex.glued(index) and lex.at(index + 1) in ("plus", "odd"):
                index += 1
            found = self.after.after(lex, index)
            if found is None or (lex.at(index) == "plus" and lex.kind(found.lexeme + 1) == NUMBER) or (lex.at(index) == "+" and not lex.glued(index)):
                continue
            if lex.at(found.lexeme) == "up" and lex.at(found.lexeme + 1) in _TOWARDS:
                continue
            if lex.at(index) in ("plus", "odd") and last == figure.counted_last != figure.last:
                continue
            return found.meaning
        return None

    def _is_compared(self, figure: Figure, before: Figure | None) -> bool:
        """Whether the bound's words compare with a level that is known: `6 points higher than the 25 percent seen in May`."""
        start = self.start(figure)
        if self.lex.at(start) in _COMPARING and before is not None and before.unit is not None and before.last + 1 == start:
            return before.time is None  # in two years over 300 left
        seen = max(figure.last, figure.counted_last) + 1
        return self.lex.at(figure.first - 1) == "the" and self.lex.at(seen) in _SEEN and start < figure.first

    def bend(self, figure: Figure, before: Figure | None = None) -> None:
        """Set value, low, high and modifier of a figure that is no range; `before` is the figure before it."""
        if figure.modifier == "range":
            return
        if figure.numeral.form == "vague":
            figure.modifier, figure.low = "vague", figure.stated
            return
        bend = self._leading(figure)[0] or self._trailing(figure) or "exact"
        ends = {figure.last, figure.counted_last - 1, figure.counted_last}
        if self.lex.at(figure.first - 1) == "the" and any(self.lex.at(end + 1) in _CEILINGS for end in ends if end >= figure.last):
            bend = "exact"
        if bend in _LOW | _HIGH and (self._is_compared(figure, before) or self._is_agreed(figure)):
            bend = "exact"
        figure.value, figure.modifier = figure.stated, bend
        if bend in _LOW:
            figure.low = figure.value
        elif bend in _HIGH:
            figure.high = figure.value


@cache
def _phrases_of(lexicon: Lexicon) -> tuple[Phrases[Bend], Phrases[Bend], Phrases[Bend]]:
    return Phrases(lexicon.bounds.before), Phrases(lexicon.bounds.after), Phrases(lexicon.bounds.large)
