"""What the statistical model says around an expression: parts of speech, entities, the tense of the governing verb."""

from dataclasses import dataclass

from wirefacts.mentions.dates.context import Tense
from wirefacts.mentions.passage import Passage

_PLURALS = frozenset({"NNS", "NNPS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "$"})
_COUNTED = frozenset({"QUANTITY", "MONEY", "PERCENT"})
_NAMES = frozenset({"PERSON", "ORG", "EVENT", "FAC", "WORK_OF_ART"})
_PRESENT = frozenset({"VBZ", "VBP"})
_FINITE = _PRESENT | {"VBD"}
_VERBS = _FINITE | {"VB", "VBN", "VBG", "MD"}
_POSSIBLE = frozenset({"may", "might"})
_NEGATIVE = frozenset({"not", "n't", "no", "none", "nobody", "nothing", "neither", "never"})
"""What makes of `could` a past one: they could not come."""
_AHEAD = frozenset({"will", "'ll", "shall", "would", "going", "wo", "must"})
_BE = frozenset({"is", "are", "am", "'re", "be", "being"})
_MODAL_PAST = frozenset({"had", "was", "were", "did"})
_CLIMB = 12
"""Steps up the parse to a verb."""
_UNCHANGED = frozenset(
    ["beat", "bet", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read", "set", "shed", "shut", "split", "spread"]
)
"""Verbs whose past is spelled as their present."""
_NOTICE = 40
"""Characters of a copyright notice before its year."""
_BESIDE = 2
"""Steps up the parse from a word to the verb that it stands with, a preposition between."""
_REACH = 12
"""Tokens around a verb in which its auxiliaries stand."""
_PLANS = frozenset(
    [
        "plan",
        "plans",
        "planned",
        "expect",
        "expects",
        "expected",
        "schedule",
        "scheduled",
        "aim",
        "aims",
        "aimed",
        "intend",
        "intends",
        "intended",
        "hope",
        "hopes",
        "hoped",
        "due",
        "set",
        "going",
        "need",
        "needs",
        "likely",
        "slated",
    ]
)
_LASTING = frozenset(
    ["take", "takes", "took", "taken", "taking", "last", "lasts", "lasted", "lasting", "spend", "spends", "spent", "spending", "waited"]
)
_TO_COME = frozenset(["due", "slated", "scheduled", "likely", "set"])
_BEFORE_A_MONTH = frozenset(["in", "since", "until", "during", "through", "last", "this", "next", "late", "early", "mid", "-"])
_DEFERRED = frozenset(["postponed", "delayed", "deferred", "adjourned", "extended", "suspended", "rescheduled", "pushed", "put"])
_PLANNED = frozenset(["expected", "scheduled", "set", "due", "slated", "planned"])


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the columns of a passage's tokens tell; where the pipeline has no tagger or parser, nothing."""

    passage: Passage

    def is_verb(self, offset: int) -> bool:
        """Whether the word at the offset is tagged a verb or modal."""
        index = self.passage.token_at(offset)
        tags = self.passage.tokens.tags
        return index < len(tags) and tags[index] in _VERBS

    def counts(self, start: int, end: int) -> bool:
        """Whether a bare number counts what follows it, as a year does not."""
        tokens = self.passage.tokens
        after = self.passage.token_at(end)
        if after < len(tokens) and tokens.tags[after] in _PLURALS and tokens.starts[after] - end <= 1:
            before = self.passage.token_at(start) - 1
            if tokens.lowers[after] in self.passage.lexicon.calendar.dated:
                return False
            return before < 0 or tokens.lowers[before] not in ("in", "since", "the", "by", "until")
        return any(entity.label in _COUNTED and entity.start <= start and entity.end > end for entity in self.passage.entities_in(start, end))

    def names(self, start: int, end: int, *, person: bool = True) -> bool:
        """Whether the word is part of a longer name of a body, work or event, or of a person where it can be one's."""
        labels = _NAMES if person else _NAMES - {"PERSON"}
        return any(entity.label in labels and (entity.start < start or entity.end > end) for entity in self.passage.entities_in(start, end))

    def is_of_a_person(self, offset: int) -> bool:
        """Whether the word at the offset follows a title, `Mr. March`, or stands with other names in one, `Anita March`, `June Winter`."""
        tokens, index = self.passage.tokens, self.passage.token_at(offset)
        if index >= len(tokens) or tokens.tags[index] != "NNP":
            return False
        if index and tokens.lowers[index - 1] in self.passage.lexicon.people.honorifics:
            return True
        if index and tokens.lowers[index - 1] in _BEFORE_A_MONTH:
            return False
        before = index and tokens.heads[index - 1] == index and tokens.deps[index - 1] == "compound" and tokens.tags[index - 1] == "NNP"
        head = tokens.heads[index]
        after = tokens.deps[index] == "compound" and head > index and all(tokens.tags[i] == "NNP" for i in range(index, head + 1))
        return bool(before) or (after and self._is_whole(head))

    def _is_whole(self, index: int) -> bool:
        """Whether the name that ends with the token says nothing of a noun after it."""
        tokens = self.passage.tokens
        return not (tokens.deps[index] == "compound" and tokens.heads[index] > index)

    def is_of_a_name(self, offset: int) -> bool:
        """Whether a name goes on with the number at the offset: `Vision 2030`, `Euro 2024`."""
        tokens, index = self.passage.tokens, self.passage.token_at(offset) - 1
        if index < 0 or tokens.tags[index] != "NNP" or offset - tokens.ends[index] != 1:
            return False
        owned = "\N{COPYRIGHT SIGN}" in self.passage.view[max(offset - _NOTICE, 0) : offset]
        return not owned and self.passage.sentence_at(offset).start != tokens.starts[index]

    def is_occasion(self, start: int) -> bool:
        """Whether a word is one of many of its kind, held for or by somebody: `the annual March for Unity`, `the March of the Mothers`."""
        tokens, index = self.passage.tokens, self.passage.token_at(start)
        if not 0 < index < len(tokens) - 1 or tokens.lowers[index + 1] not in ("for", "of", "on", "against"):
            return False
        return tokens.tags[index - 1] in ("DT", "JJ", "``") and tokens.lowers[index - 1] not in ("last", "next", "this", "early", "late", "mid")

    def governs(self, offset: int) -> bool:
        """Whether the word at the offset is a preposition of what follows: `a plan over five years`, not `for over five years`."""
        index = self.passage.token_at(offset)
        return index < len(self.passage.tokens) and self.passage.tokens.deps[index] == "prep"

    def divides(self, offset: int) -> bool:
        """Whether `a day` at the offset follows a noun or number, which it then divides."""
        index = self.passage.token_at(offset) - 1
        tokens = self.passage.tokens
        return index >= 0 and (tokens.tags[index] in _NOUNS or tokens.lowers[index] in ("once", "twice", "times", "%"))

    def equates(self, offset: int) -> bool:
        """Whether the noun at the offset is what something is said to be now: `today is the eighth day`, `it's the second day`."""
        tokens, index = self.passage.tokens, self.passage.token_at(offset)
        if index >= len(tokens) or tokens.deps[index] != "attr":
            return False
        return tokens.lowers[tokens.heads[index]] in ("is", "'s")

    def is_habit(self, offset: int) -> bool:
        """Whether the verb over the word at the offset tells in the present what is usual: `sales usually peak in December`."""
        verb = self._verb_over(offset)
        tokens = self.passage.tokens
        if verb is None or tokens.tags[verb] in ("VBD", "MD"):
            return False
        around = range(max(verb - _REACH, 0), min(verb + _REACH, len(tokens)))
        words = {tokens.lowers[index] for index in around if tokens.heads[index] == verb}
        return bool(words & self.passage.lexicon.calendar.habitual) and not words & _MODAL_PAST

    def tells_what_lasts(self, offset: int) -> bool:
        """Whether the verb over the word at the offset tells in the present of what lasts: `today it employs 300`, but not `today it opens`."""
        verb = self._verb_over(offset)
        tokens = self.passage.tokens
        if verb is None or tokens.tags[verb] not in _PRESENT:
            return False
        word = tokens.lowers[verb]
        return {"has": "have"}.get(word, word.removesuffix("s")) in self.passage.lexicon.calendar.lasting

    def lasts(self, offset: int) -> bool:
        """Whether the word at the offset follows a verb that takes a length: `it took a day`."""
        index = self.passage.token_at(offset) - 1
        return index >= 0 and self.passage.tokens.lowers[index] in _LASTING

    def defers(self, offset: int) -> bool:
        """Whether the verb that governs the word at the offset puts off what it speaks of: `postponed until Tuesday`."""
        verb = self._verb_over(offset)
        return verb is not None and self.passage.tokens.lowers[verb] in _DEFERRED

    def tells_when(self, offset: int) -> bool:
        """Whether the word at the offset begins a sentence or follows a verb, as what tells the time of a clause does."""
        index = self.passage.token_at(offset)
        tags = self.passage.tokens.tags
        return self.passage.sentence_at(offset).start == offset or (0 < index < len(tags) and tags[index - 1] in _VERBS)

    def describes(self, offset: int) -> bool:
        """Whether the word at the offset stands before a noun that it says something of."""
        index = self.passage.token_at(offset)
        tokens = self.passage.tokens
        return index < len(tokens) and tokens.deps[index] in ("amod", "compound") and tokens.heads[index] > index

    def is_told_which(self, offset: int) -> bool:
        """Whether a word before that at the offset says which it is: `the Reagan years`, `those years`, `its years`, `the busiest weeks`."""
        index = self.passage.token_at(offset) - 1
        tokens = self.passage.tokens
        if index < 0:
            return False
        named = tokens.deps[index] == "compound" and tokens.tags[index] in _NOUNS and tokens.heads[index] == index + 1
        return named or tokens.tags[index] in ("JJS", "PRP$") or tokens.lowers[index] in ("these", "those")

    def stands_in_verb(self, start: int, end: int) -> bool:
        """Whether the words stand inside a verb, between its auxiliary and the rest: `will one day be`."""
        tokens, before, after = self.passage.tokens, self.passage.token_at(start) - 1, self.passage.token_at(end)
        return before >= 0 and after < len(tokens) and tokens.tags[before] == "MD" and tokens.tags[after] in _VERBS

    def follows_a_measure(self, offset: int) -> bool:
        """Whether the word before that at the offset is a number, a percent sign or a plural: `9.6% more`, `three points more`."""
        index = self.passage.token_at(offset) - 1
        tokens = self.passage.tokens
        return index >= 0 and (tokens.tags[index] in _PLURALS | {"CD"} or tokens.lowers[index] in ("%", "percent", "cent", "pct", "pct."))

    def opens_clause(self, offset: int) -> bool:
        """Whether the word at the offset begins a sentence or follows a pause."""
        return self.passage.sentence_at(offset).start == offset or self.passage.view[max(offset - 2, 0) : offset].strip() in (",", ";", ":")

    def tense_at(self, offset: int) -> Tense | None:
        """Tense of the verb that governs the word at the offset; None where it cannot be told.

        Of `after rising in May`, `begin selling in May` and `expected to turn and rise in May` it is that of the verb above.
        """
        verb = self._verb_over(offset)
        if verb is None:
            return None
        tense = self._tense_of(verb, direct=self._steps_to(verb, offset) <= _BESIDE)
        tokens = self.passage.tokens
        above = tokens.heads[verb]
        goes_on = (tokens.deps[verb], tokens.tags[verb]) in (("xcomp", "VBG"), ("conj", "VB"))
        if tense is not None or above == verb or not (goes_on or tokens.deps[verb] == "pcomp"):
            return tense
        governor = self._verb_over(tokens.starts[above])
        return None if governor is None else self._tense_of(governor, direct=False)

    def _tense_before(self, verb: int) -> bool:
        """Whether the verb is told as gone before: `had been scheduled`."""
        tokens = self.passage.tokens
        return any(tokens.heads[index] == verb and tokens.lowers[index] == "had" for index in range(max(verb - _BESIDE - 1, 0), verb))

    def _verb_over(self, offset: int) -> int | None:
        tokens = self.passage.tokens
        index = self.passage.token_at(offset)
        for _ in range(_CLIMB):
            if index >= len(tokens):
                return None
            if tokens.tags[index] in _VERBS and not self._is_of_a_clock(index):
                return self._said_then(index, offset)
            if tokens.heads[index] == index:
                return None
            index = tokens.heads[index]
        return None

    def _said_then(self, verb: int, offset: int) -> int:
        """The verb, or that of saying before the word at the offset where the first begins only behind it: `told them on Friday it will open`."""
        tokens, before = self.passage.tokens, self.passage.token_at(offset) - 1
        before -= before >= 0 and tokens.tags[before] == "IN"
        said = tokens.heads[verb]
        if not said <= before < verb or tokens.tags[said] != "VBD" or tokens.deps[verb] != "ccomp":
            return verb
        return said if all(said <= tokens.heads[index] <= before for index in range(said + 1, before + 1)) else verb

    def _is_of_a_clock(self, index: int) -> bool:
        """Whether `am` is no verb but says which half of the day an hour lies in."""
        tokens = self.passage.tokens
        return tokens.lowers[index] in ("am", "pm") and index > 0 and tokens.lowers[index - 1][:1].isdigit()

    def _steps_to(self, verb: int, offset: int) -> int:
        """Steps up the parse from the word at the offset to its verb."""
        index, steps = self.passage.token_at(offset), 0
        while index != verb:
            index, steps = self.passage.tokens.heads[index], steps + 1
        return steps

    def _tense_of(self, verb: int, *, direct: bool) -> Tense | None:
        tokens = self.passage.tokens
        around = range(max(verb - _REACH, 0), min(verb + _REACH, len(tokens)))
        helpers = [index for index in around if tokens.heads[index] == verb and tokens.deps[index] in ("aux", "auxpass")]
        words = {tokens.lowers[index] for index in helpers}
        denied = any(tokens.lowers[index] in _NEGATIVE for index in around if tokens.heads[index] == verb)
        if (
            words & _AHEAD
            or (words & _POSSIBLE and "have" not in words)
            or ("could" in words and not denied and "have" not in words)
            or (tokens.lowers[verb] in _PLANNED and tokens.tags[verb] == "VBN" and not words & {"had", "was", "were"})
            or (tokens.lowers[verb] in _BE and any(tokens.heads[index] == verb and tokens.lowers[index] in _TO_COME for index in around))
        ):
            return "future"
        if "to" in words and (tokens.tags[verb] == "VB" or "be" in words):
            if self._tense_before(tokens.heads[verb]):
                return "past"
            return "future" if tokens.lowers[tokens.heads[verb]] in _PLANS | _BE else None
        perfect = words & {"has", "have", "'ve"}
        if tokens.tags[verb] == "VBD" or words & _MODAL_PAST or perfect or (tokens.tags[verb] == "VBN" and not words & _BE):
            return "past"
        if not direct or tokens.tags[verb] not in _PRESENT or tokens.lowers[verb] in _UNCHANGED:
            return None
        return "future" if tokens.lowers[verb] in _PLANS else "present"
