"""A benchmark run: wirefacts answers it, then each peer that can, all judged by the same judge on the same draws."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from wirefacts.scoring.bootstrap import Difference, Resampling
from wirefacts.scoring.outcome import Outcome, outcome_of
from wirefacts.scoring.peers.loading import first_line, loaded_peer
from wirefacts.scoring.systems import Peer, peer_answers
from wirefacts.scoring.tasks import Item, Task


@dataclass(frozen=True)
class Standing:
    """How a peer did: its outcome and by how much ours is better; or why there is none, in one line."""

    name: str
    outcome: Outcome | None = None
    difference: Difference | None = None
    answers: Sequence[tuple[Item, Sequence[object]]] = ()
    failure: str | None = None


@dataclass(frozen=True)
class Contest:
    """A benchmark that wirefacts has answered; `done` is called for each item that a peer answers."""

    task: Task
    items: Sequence[Item]
    ours: Outcome
    draws: Resampling
    done: Callable[[], None] = lambda: None

    def standing(self, name: str, nlp: Language) -> Standing:
        """How a peer does. One that is missing, that does not answer in this form, or that crashes says so."""
        peer = loaded_peer(name, nlp)
        if isinstance(peer, str):
            return Standing(name, failure=peer)
        if self.task.form not in peer.forms:
            return Standing(name, failure=f"does not answer {self.task.name}")
        try:
            answers = list(self._answered(peer))
            outcome = outcome_of(self.task, answers)
        except Exception as error:  # noqa: BLE001 - a peer may fail in any way
            return Standing(name, failure=f"crashed: {type(error).__name__}: {first_line(error)}")
        return Standing(name, outcome, self.draws.difference(self.ours.units, outcome.units, self.task.headline), answers)

    def _answered(self, peer: Peer) -> Iterator[tuple[Item, Sequence[object]]]:
        for answer in peer_answers(peer, self.task.form, self.items):
            self.done()
            yield answer.item, answer.records
