"""From what was found to the facts of the annotation guidelines."""

from wirefacts.mentions.passage import Passage
from wirefacts.records import Fact, Kind, Record, fact_from, fact_id


def fact_at(passage: Passage, start: int, end: int, value: Record, rule: str) -> Fact:
    """The fact that a typed value makes with the characters it came from and the rule that made it.

    Raises pydantic.ValidationError when the value does not fit its kind.
    """
    fields = value.model_dump()
    opening, closing = passage.sentence_at(start), passage.sentence_at(end - 1)
    return fact_from(
        {
            **fields,
            "id": id_at(passage, fields["kind"], start, end),
            "start": start,
            "end": end,
            "text": passage.text[start:end],
            "sentence": {"start": min(opening.start, start), "end": max(opening.end, closing.end, end)},
            "part": passage.part_at(start),
            "provenance": {"rule": rule, "confidence": passage.lexicon.confidences.of(rule)},
        },
        passage.text,
    )


def id_at(passage: Passage, kind: Kind, start: int, end: int) -> str:
    """The id that a fact of that kind on those characters has, for facts that refer to it."""
    return fact_id(passage.sha256, kind, start, end)
