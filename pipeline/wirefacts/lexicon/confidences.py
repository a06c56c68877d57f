"""How often the facts of each rule have been right on gold."""

from collections import defaultdict
from functools import cached_property

from pydantic import Field, model_validator

from wirefacts.records import Record

_PRIOR = 4
"""What is known of a rule's kind counts for as much as so many of its own facts."""
_PLACES = 3
_LEAST = 0.001
"""How far from certain every confidence stays, whatever was counted."""


class Tally(Record):
    """How many facts of a rule gold could judge, and how many of them were right."""

    right: int = Field(ge=0)
    found: int = Field(ge=0)

    @model_validator(mode="after")
    def _no_more_right_than_found(self) -> "Tally":
        if self.right > self.found:
            raise ValueError(f"{self.right} of {self.found} cannot be right")
        return self


class Confidences(Record):
    """The tallies, by the name of the rule; a rule is named after the kind of its facts."""

    rules: dict[str, Tally]
    articles: frozenset[str] = Field(default=frozenset(), description="beginnings of the digests of the texts they were counted on")

    def of(self, rule: str) -> float | None:
        """The precision to expect of a rule, from 0 to 1: counted, and drawn towards that of its kind where little was counted (Laplace).

        None for a kind that was never counted.

        >>> measured = Confidences(rules={"date.set": Tally(right=9, found=10), "date.odd": Tally(right=0, found=1)})
        >>> measured.of("date.set"), measured.of("date.odd"), measured.of("date.new"), measured.of("money")
        (0.863, 0.615, 0.769, None)
        """
        return self._smoothed.get(rule, self._smoothed.get(_kind(rule)))

    @cached_property
    def _smoothed(self) -> dict[str, float]:
        kinds: dict[str, list[Tally]] = defaultdict(list)
        for rule, tally in self.rules.items():
            kinds[_kind(rule)].append(tally)
        shares = {kind: (1 + sum(each.right for each in told)) / (2 + sum(each.found for each in told)) for kind, told in kinds.items()}
        own = {rule: (tally.right + _PRIOR * shares[_kind(rule)]) / (tally.found + _PRIOR) for rule, tally in self.rules.items()}
        return {rule: min(max(round(share, _PLACES), _LEAST), 1 - _LEAST) for rule, share in (shares | own).items()}


def _kind(rule: str) -> str:
    return rule.partition(".")[0]
