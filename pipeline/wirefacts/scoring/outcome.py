"""What an extractor's answers to a benchmark come to: a scorecard for each sentence, and every error."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import spacy
from spacy.language import Language

from wirefacts.scoring.errors import Error
from wirefacts.scoring.scorecard import Scorecard, total
from wirefacts.scoring.tasks import Item, Task


@dataclass(frozen=True)
class Outcome:
    """The counts, by the units that a bootstrap draws, and the errors in text order."""

    units: tuple[Scorecard, ...]
    errors: tuple[Error, ...]

    @cached_property
    def card(self) -> Scorecard:
        """Everything counted."""
        return total(self.units)


def outcome_of(task: Task, answered: Iterable[tuple[Item, Sequence[Any]]]) -> Outcome:
    """The outcome of the answers, each with the item that it answers."""
    units: list[Scorecard] = []
    errors: list[Error] = []
    for item, answer in answered:
        judgement = task.judge(item, answer)
        starts = sentence_starts(item.text) if task.by_sentence else [0]
        cells: list[list[Scorecard]] = [[] for _ in starts]
        for offset, card in judgement.cells:
            cells[max(bisect_right(starts, offset) - 1, 0)].append(card)
        units += map(total, cells)
        errors += judgement.errors
    return Outcome(tuple(units), tuple(errors))


def sentence_starts(text: str) -> list[int]:
    r"""Where the sentences of a text begin, by its punctuation and lines alone: no extractor under test has a say in it.

    >>> sentence_starts("Up 5%. Down.\n\nFlat.")
    [0, 7, 14]
    """
    nlp = _splitter()
    starts: list[int] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            pieces = [(sentence.start_char, sentence.text) for sentence in nlp(line[: nlp.max_length]).sents]
            starts += [offset + start + len(piece) - len(piece.lstrip()) for start, piece in pieces if piece.strip()]
        offset += len(line)
    return starts or [0]


@cache
def _splitter() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp
