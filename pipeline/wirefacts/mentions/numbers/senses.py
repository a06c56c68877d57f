"""What a figure is: a quantity, or a number that dates, ranks, scores or names something."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from wirefacts.mentions.numbers.figures import Figure
from wirefacts.mentions.numbers.lexemes import LINE, NUMBER, WORD, Lexemes, overlaps
from wirefacts.mentions.numbers.mention import Sense
from wirefacts.mentions.numbers.units import UnitKind
from wirefacts.mentions.passage import Passage, Span

_BY_UNIT: dict[UnitKind, Sense] = {
    "money": "money", "percent": "percentage", "point": "percentage", "measure": "measure", "multiple": "multiple", "age": "age", "time": "duration",
}  # fmt: skip
_FIRST_YEAR, _FIRST_RECENT_YEAR, _LAST_YEAR = 1000, 1900, 2099
_ROUND = 100
_OLDEST = 115
_NAMING = frozenset({"ORG", "FAC", "PRODUCT", "GPE", "LOC", "EVENT", "WORK_OF_ART", "LAW", "PERSON"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_LONGEST_NAME_NUMBER = Decimal(10_000)
_AGED = frozenset({"age", "aged", "ages"})
_OLDER = frozenset({"older", "younger"})
_BEING = frozenset({"is", "was", "be", "turned", "turns", "turning"})
_MODALS = frozenset({"will", "would", "could", "might", "may", "to"})
_PERSONS = frozenset({"he", "she", "who", "i"})
_DAY_PARTS = frozenset({"morning", "afternoon", "evening"})
_BEFORE_HOURS = frozenset({"at", "about", "around", "by", "until", "till", "from", "to", "before", "after", "since"})
_HOURS = 12
_DEFINITE = frozenset({"the", "their", "his", "her", "my", "your"})
_SCORE_REACH = 8
_LONGEST_MONTH = 32
_ENDS = frozenset({"top", "bottom"})
_PLACING = frozenset({"in", "at", "from", "near", "across", "around", "throughout", "for", "than"})
_PHONE = re.compile(r"\+[0-9]{1,3}(?:[ -]?[0-9]{2,4}){2,4}|(?<![0-9-])[0-9]{3,4}-[0-9]{3,4}-[0-9]{4}(?![0-9-])")
_TALLY = re.compile(r"\w \([0-9,.]+\)(?=[,;.]| and | or )")
_LIST_REACH = 60
_LINE_ENUMERATOR = frozenset({".", ")", "、", ":"})
_OPENERS = frozenset({"(", "[", "（"})
_CLOSERS = frozenset({")", "]", "）"})


class SenseReader:
    """Decides what each figure is."""

    def __init__(self, passage: Passage, lex: Lexemes, times: Sequence[Span], names: Sequence[Span]) -> None:
        self.passage, self.lex = passage, lex
        self.labels = passage.lexicon.labels
        self.times, self.names = sorted(times), sorted(names)
        self.time_ends = [time.end for time in self.times]
        self.name_ends = [name.end for name in self.names]

    @cached_property
    def phones(self) -> list[tuple[int, int]]:
        """Telephone numbers."""
        return [match.span() for match in _PHONE.finditer(self.passage.view)]

    @cached_property
    def phone_ends(self) -> list[int]:
        """Where they end."""
        return [end for _, end in self.phones]

    def time(self, figure: Figure) -> tuple[int, int] | None:
        """The temporal expression that the figure stands in."""
        return overlaps(self.times, self.time_ends, self.lex.starts[figure.first], self.lex.ends[figure.last])

    def sense(self, figure: Figure) -> Sense:  # noqa: PLR0911 - a list of cases, read from the top
        """What the figure is."""
        numeral = figure.numeral
        if numeral.form == "clock":
            return "time"
        if numeral.form == "ordinal":
            return "ordinal"
        if numeral.form == "code":
            return "name"
        start, end = self.lex.starts[figure.first], self.lex.ends[figure.last]
        unit = figure.unit
        if unit is not None:
            if unit.kind == "time" and self._stated_age(figure):
                return "age"
            return "name" if unit.kind == "multiple" and numeral.form == "words" and numeral.value == 1 else _BY_UNIT[unit.kind]
        if overlaps(self.times, self.time_ends, start, end):
            return "time"
        if overlaps(self.names, self.name_ends, start, end):
            return "name"
        if numeral.form == "fraction":
            return "fraction"
        if numeral.form == "vague" or numeral.scale > 1:
            return "count"
        return self._bare(figure)

    def _bare(self, figure: Figure) -> Sense:
        for rule in (
            self._factor,
            self._code,
            self._phone,
            self._compound,
            self._enumerator,
            self._label,
            self._one,
            self._age,
            self._score,
            self._year,
            self._name,
        ):
            found = rule(figure)
            if found is not None:
                return found
        return "count"

    def _factor(self, figure: Figure) -> Sense | None:
        return "multiple" if self.lex.lowers[max(figure.first - 2, 0) : figure.first] == ["factor", "of"] else None

    def _code(self, figure: Figure) -> Sense | None:
        lex, after = self.lex, figure.last + 1
        if lex.glued(after) and lex.kind(after) == WORD and figure.numeral.form == "digits":
            return "time" if lex.at(after) in ("s", "am", "pm") else "name"
        if lex.at(after) in self.labels.after or (lex.at(after) in ("a", "p") and lex.at(after + 2) == "m" and lex.at(after + 1) == "."):
            return "time"
        if lex.at(after) == "'" and lex.at(after + 1) == "s" and lex.glued(after + 1):
            return "time"
        return "time" if self._strikes(figure) else None

    def _strikes(self, figure: Figure) -> bool:
        """`at three in the morning`: an hour."""
        lex, after = self.lex, figure.last + 1
        told = lex.at(figure.first - 1) in _BEFORE_HOURS and lex.lowers[after : after + 2] == ["in", "the"] and lex.at(after + 2) in _DAY_PARTS
        return told and 1 <= figure.stated <= _HOURS and not figure.numeral.places

    def _enumerator(self, figure: Figure) -> Sense | None:
        lex, before, after = self.lex, figure.first - 1, figure.last + 1
        if figure.numeral.form != "digits" or figure.modifier == "range":
            return None
        if lex.at(before) in _OPENERS and lex.at(after) in _CLOSERS:
            return None if self._tallied(figure) else "enumerator"
        starts_line = lex.kind(before) == LINE or (lex.at(before) in _OPENERS and lex.kind(before - 1) == LINE)
        return (
            "enumerator"
            if starts_line and lex.at(after) in _LINE_ENUMERATOR and lex.kind(after + 1) in (WORD, LINE) and not figure.numeral.separated
            else None
        )

    def _tallied(self, figure: Figure) -> bool:
        """`France (14), Spain (11)`: counts in brackets behind the names of a list, not enumerators before its items."""
        lex, start, end = self.lex, self.lex.starts[figure.first - 1], self.lex.ends[figure.last + 1]
        if lex.kind(figure.first - 2) != WORD or self._is_person(figure.first - 2) or figure.stated >= _FIRST_YEAR:
            return False
        near = self.passage.view[max(start - _LIST_REACH, 0) : end + _LIST_REACH]
        return len(_TALLY.findall(near)) > 1

    def _label(self, figure: Figure) -> Sense | None:  # noqa: PLR0911 - a list of cases, read from the top
        lex, before = self.lex, figure.first - 1
        if figure.numeral.separated or figure.numeral.places > 2:  # noqa: PLR2004
            return None
        if lex.at(before) in ("#", "№") or self._numbered_road(figure):
            return "name"
        if lex.at(before) == "." and lex.glued(before):
            before -= 1
        word = lex.at(before)
        if word == "no" and figure.numeral.form == "words":
            return None
        if word in self.labels.months and figure.stated < _LONGEST_MONTH and not (word == "may" and figure.counted):
            return "time"
        if word in self.labels.before and lex.kind(before) == WORD and not (word in ("phase", "act") and figure.counted):
            return "name"
        if word in self.labels.weak and lex.kind(before) == WORD and before == figure.first - 1:
            if word in _ENDS or not figure.counted:
                return None if figure.counted and not self._ranked(figure) else "name"
            return "name" if lex.texts[before][0].isupper() and not self._plural(figure) else None
        return None

    def _numbered_road(self, figure: Figure) -> bool:
        """`off U.S. 35`."""
        lex, before = self.lex, figure.first - 1
        american = lex.texts[before : before + 1] == ["US"] or lex.texts[max(before - 3, 0) : before + 1] == ["U", ".", "S", "."]
        return american and figure.numeral.form == "digits" and not figure.numeral.places and not self._plural(figure)

    def _ranked(self, figure: Figure) -> bool:
        """`the Top 10 Cities`: a list's name."""
        words = self.lex.texts[figure.first - 1 : figure.first] + self.lex.texts[figure.last + 1 : figure.counted_last + 1]
        return all(word[0].isupper() for word in words)

    def _one(self, figure: Figure) -> Sense | None:
        lex = self.lex
        if figure.numeral.form != "words" or figure.numeral.value != 1 or figure.modifier == "range":
            return None
        after, before = figure.last + 1, figure.first - 1
        merely = lex.at(before) == "only" and lex.at(before - 1) not in _DEFINITE  # only one ferry sails there
        pronoun = lex.at(before) in self.labels.pronouns and not merely
        if figure.counted is None or lex.at(after) == "of" or pronoun or lex.at(figure.last) != "one":
            return "pronoun"
        return "pronoun" if lex.at(after) == "-" else None

    def _age(self, figure: Figure) -> Sense | None:
        lex, before, after = self.lex, figure.first - 1, figure.last + 1
        value = figure.value if figure.value is not None else figure.low
        if value is None or not 1 <= value <= _OLDEST:
            return None
        if self._stated_age(figure) or self._of_years(figure):
            return "age"
        if lex.at(before) == "," and lex.at(after) in (",", ".") and lex.kind(before - 1) == WORD and figure.numeral.form == "digits":
            return "age" if self._tag(before - 1) in _NAME_TAGS and self._is_person(before - 1) else None
        if figure.modifier in ("more_than", "less_than") and figure.counted is None and lex.at(before - 1) in self.labels.people:
            return "age"
        if figure.counted is None and lex.at(before) in _BEING and figure.modifier == "exact" and figure.numeral.places == 0:
            subject = before - 1 if lex.at(before - 1) not in _MODALS else before - 2
            return "age" if lex.at(subject) in _PERSONS or self._is_person_word(subject) else None
        return None

    def _of_years(self, figure: Figure) -> bool:
        """`older than 60`, `70 or older`: words that compare ages."""
        lex, after = self.lex, figure.last + 1
        than = lex.at(figure.first - 1) == "than" and lex.at(figure.first - 2) in _OLDER
        return figure.counted is None and figure.numeral.places == 0 and (than or (lex.at(after) in ("or", "and") and lex.at(after + 1) in _OLDER))

    def _stated_age(self, figure: Figure) -> bool:
        before = figure.first - 1
        return self.lex.at(before) in _AGED or (
            self.lex.at(before) in ("of", "to", "at", "between", "from", "over", "under") and self.lex.at(before - 1) in _AGED
        )

    def _is_person_word(self, index: int) -> bool:
        return self.lex.kind(index) == WORD and self._tag(index) in _NAME_TAGS and self._is_person(index)

    def _is_person(self, index: int) -> bool:
        start, end = self.lex.starts[index], self.lex.ends[index]
        return any(entity.label == "PERSON" for entity in self.passage.entities_in(start, end))

    def _score(self, figure: Figure) -> Sense | None:
        lex = self.lex
        if figure.modifier == "range":
            hyphen = lex.at(figure.numeral.last + 1) == "-"
            if hyphen and not self._plural(figure) and figure.counted is None:
                return "score"
            return "score" if hyphen and not self._plural(figure) and self._near_score(figure) else None
        for here, there in ((figure.last + 1, figure.last + 2), (figure.first - 1, figure.first - 2)):
            if lex.at(here) == "-" and lex.kind(there) == NUMBER and lex.glued(max(here, there)) and lex.glued(min(here, there) + 1):
                return "score"
        return None

    def _near_score(self, figure: Figure) -> bool:
        lowers = self.lex.lowers
        return any(
            word in self.labels.scores
            for word in (*lowers[max(figure.first - _SCORE_REACH, 0) : figure.first], *lowers[figure.last + 1 : figure.last + 4])
        )

    def _phone(self, figure: Figure) -> Sense | None:
        found = overlaps(self.phones, self.phone_ends, self.lex.starts[figure.first], self.lex.ends[figure.last])
        return "phone" if found else None

    def _year(self, figure: Figure) -> Sense | None:
        numeral, value = figure.numeral, figure.stated
        if numeral.form != "digits" or numeral.separated or numeral.places or value != value.to_integral_value():
            return None
        if figure.modifier not in ("exact", "range", "approximate", "less_than"):
            return None
        plural = figure.counted is not None and self._plural(figure)
        before = self.lex.at(figure.first - 1)
        temporal = before in self.labels.years or before in self.labels.months
        if _FIRST_RECENT_YEAR <= value <= _LAST_YEAR:
            if value % _ROUND == 0 and plural and not temporal:
                return None
            if plural and figure.modifier == "approximate":
                return None
            return "year"
        return (
            "year"
            if _FIRST_YEAR <= value < _FIRST_RECENT_YEAR and temporal and before != "by" and not figure.counted and figure.modifier != "approximate"
            else None
        )

    def _compound(self, figure: Figure) -> Sense | None:
        compounded = figure.last > figure.numeral.last and self.lex.at(figure.last - 1) == "-"
        if figure.numeral.form == "words" and figure.numeral.value == 0 and (compounded or self.lex.at(figure.last + 1) in self.labels.nought):
            return "name"  # a zero-tariff policy has no number of tariffs
        return "name" if compounded and self.lex.at(figure.last) in self.labels.compounds else None

    def _name(self, figure: Figure) -> Sense | None:  # noqa: PLR0911 - a list of cases, read from the top
        """`Boeing 737`: a name's number, not counting what follows."""
        lex, before, numeral = self.lex, figure.first - 1, figure.numeral
        start, end = lex.starts[figure.first], lex.ends[figure.last]
        if numeral.separated or figure.modifier not in ("exact", "range") or figure.stated >= _LONGEST_NAME_NUMBER or numeral.places > 1:
            return None
        if numeral.form == "words":
            return "name" if lex.texts[figure.first][0].isupper() and figure.counted is None and self._titled(before) else None
        if numeral.form != "digits":
            return None
        if lex.at(before).endswith("'s") and self._plural(figure):
            return None
        if self._named(start, end):
            return "name"
        if (
            lex.kind(before) == WORD
            and lex.texts[before] != lex.lowers[before]
            and (self._tag(before) in _NAME_TAGS or not lex.texts[before][0].isupper())
        ):
            return None if figure.counted and self._plural(figure) and self._placed(before) else "name"
        if self._addressed(figure):
            return "name"
        return None

    def _titled(self, index: int) -> bool:
        """Whether the words before make a capitalised number word a name: `the Big Four`, `Group of Seven`."""
        if self.lex.at(index) == "of":
            index -= 1
        return self.lex.kind(index) == WORD and self.lex.texts[index][0].isupper()

    def _placed(self, index: int) -> bool:
        """Whether the name that ends at the lexeme tells where, so that a number after it begins anew."""
        while self.lex.kind(index) == WORD and self._tag(index) in _NAME_TAGS:
            index -= 1
        return self.lex.at(index) in _PLACING

    def _addressed(self, figure: Figure) -> bool:
        """`10 Downing Street`: a number before a proper noun in the singular."""
        head = figure.counted_last
        return (
            figure.modifier == "exact"
            and head > figure.last + 1
            and self.lex.kind(head + 1) != NUMBER
            and all(self._tag(i) == "NNP" and self.lex.texts[i][0].isupper() for i in range(figure.last + 1, head + 1))
        )

    def _named(self, start: int, end: int) -> bool:
        return any(entity.label in _NAMING and (entity.start < start or entity.end > end) for entity in self.passage.entities_in(start, end))

    def _plural(self, figure: Figure) -> bool:
        return self._tag(figure.counted_last) in ("NNS", "NNPS") if figure.counted_last >= 0 else False

    def _tag(self, index: int) -> str:
        if not 0 <= index < len(self.lex):
            return ""
        token = self.passage.token_at(self.lex.starts[index])
        return self.passage.tokens.tags[token] if token < len(self.passage.tokens) else ""
