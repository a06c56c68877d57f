"""The desk: the keys that decide, correct and add."""

from asyncio import sleep
from collections.abc import Callable

from textual import events, work

from wirefacts.ledger import Act
from wirefacts.records import KINDS
from wirefacts.reviewing.asking import AskLine, AskOne, AskYes, shortened
from wirefacts.reviewing.draft import Base, Draft, main_field
from wirefacts.reviewing.fields_view import FieldsView
from wirefacts.reviewing.going import Going
from wirefacts.reviewing.words import Side
from wirefacts.showing.visible import one_line

_CONFIDENT = "0.95"
_SEEN = 0.05
"""Seconds after which a line is on the screen."""


class Desk(Going):
    """A sitting at the keys. Each key that decides writes to the ledger before the screen shows it."""

    # deciding

    def action_accept(self) -> None:
        """Accept what is shown."""
        self._keep() if self.draft else self._decide("accept")

    def action_reject(self) -> None:
        """Reject the fact."""
        self.drop()
        self._decide("reject")

    def _decide(self, verdict: str, changes: dict[str, str] | None = None) -> bool:
        def act() -> str:
            entry = self.sitting.decide(verdict, changes)
            self.draft = None
            sitting = self.sitting
            said, article = f"{entry.place.state}: {entry.fact.text}", sitting.article
            if article is not None and not sitting.queue.left_in(article) and not sitting.is_done(article):
                self.finishing = article
                said += f"; all of {sitting.known_of(article).id} is decided, d marks it done"
            return said if sitting.queue.go_on() else f"{said}; nothing is left in the queue, q quits"

        return self.tried(act)

    def _keep(self) -> None:
        draft = self.draft
        if draft is None:
            return
        if draft.fault:
            self.fields_view.say(f"not kept: {draft.fault}", wrong=True)
        elif draft.is_new:
            self._add(draft)
        elif not draft.changes:
            self.drop()
            self.show("nothing was changed")
        elif self._decide("correct", draft.changes):
            self.queue_view.focus()

    def _add(self, draft: Draft) -> None:
        article = self.sitting.article
        assert article is not None

        def act() -> str:
            entry = self.sitting.add(article, draft.kind, draft.surface, draft.values())
            self.draft = None
            self.article_view.mark(None)
            return f"added: {entry.fact.text}"

        if self.tried(act):
            self.queue_view.focus()

    def action_skip(self) -> None:
        """Leave the fact undecided."""
        dropped = self.drop()
        said = "skipped" if self.sitting.skip() else "nothing else is left in the queue"
        self.show(f"{said}; {dropped}" if dropped else said)

    @work
    async def action_note(self) -> None:
        """Write why; it goes with the decision."""
        sitting = self.sitting
        line = sitting.queue.current
        if line is None:
            self.show("there is no fact to write a note on", wrong=True)
            return
        question = f"Note that goes with your decision on {shortened(line.surface)}:"
        written = await self.push_screen_wait(
            AskLine(question, sitting.notes.get(line.key, ""), lambda _: "Enter keeps it until you decide; nothing written is none")
        )
        if written is not None:
            sitting.notes[line.key] = written.strip()
            self.show(f"note for your decision on it: {written.strip()}" if written.strip() else "no note")

    def action_undo(self) -> None:
        """Take back the last act."""
        self.drop()
        self.tried(lambda: f"taken back: {_told(self.sitting.undo())}")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.drop()
        self.tried(lambda: f"done again: {_told(self.sitting.redo())}")

    @work
    async def action_done(self) -> None:
        """Mark the article done."""
        sitting = self.sitting
        article = sitting.article if self.finished is None else self.finished
        self.drop()
        if article is None:
            return
        left = sitting.queue.left_in(article)
        name = shortened(sitting.known_of(article).id)
        facts = f"In {name} {left} fact{'s are' if left != 1 else ' is'} left undecided and will count as accepted."
        if left and not await self.push_screen_wait(AskYes(f"{facts} Is it done?")):
            return

        def act() -> str:
            accepted = sitting.done(article)
            line = sitting.queue.current
            more = (line is not None and line.state == "pending") or sitting.queue.go_on()
            said = f"done: {sitting.known_of(article).id}" + (f"; {accepted} count as accepted" if accepted else "")
            return said if more else f"{said}; nothing is left in the queue, q quits"

        self.tried(act)

    @work
    async def action_accept_above(self) -> None:
        """Accept all that are left from a confidence on."""
        self.drop()

        def told(written: str) -> str:
            bound = _share(written)
            return "a number from 0 to 1" if bound is None else f"{len(self.sitting.queue.left_above(bound)):,} facts in the queue are left above it"

        written = await self.push_screen_wait(AskLine("Accept all that are left in the queue from which confidence on?", _CONFIDENT, told))
        bound = None if written is None else _share(written)
        if bound is not None:
            await self._decided_at_once("accepted", lambda: self.sitting.accept_above(bound))
        elif written is not None:
            self.show(f"{written!r} is no confidence: a number from 0 to 1", wrong=True)

    @work
    async def action_reject_left(self) -> None:
        """Reject all that are left."""
        self.drop()
        left = len(self.sitting.queue.left())
        if not left:
            self.show("nothing is left in the queue to be rejected")
            return
        facts = f"all {left:,} facts that are" if left > 1 else "the one fact that is"
        where = f"the queue as it is filtered ({one_line(self.filtered)})" if self.filtered else "the whole queue, which is not filtered"
        if await self.push_screen_wait(AskYes(f"Reject {facts} left in {where}? One undo takes it back.")):
            await self._decided_at_once("rejected", self.sitting.reject_left)

    async def _decided_at_once(self, said: str, act: Callable[[], int]) -> None:
        self.fields_view.say("deciding on them: with tens of thousands this takes some seconds")
        await sleep(_SEEN)

        def told() -> str:
            count = act()
            return f"{said}: {count:,} fact{'s' * (count != 1)}" + ("; u takes it back" if count else "")

        self.tried(told)

    # correcting and adding

    def _drafted(self) -> Draft | None:
        """The draft of the current fact, begun where there is none; where there is no fact, that is told."""
        entry, article = self.sitting.entry(), self.sitting.article
        if self.draft is None and entry is not None and article is not None:
            self.draft = Draft(Base(self.sitting.text(article), self.sitting.known_of(article).sha256), entry.fact)
        if self.draft is None:
            self.show("there is no fact to correct; + adds one", wrong=True)
        return self.draft

    def _edit(self, name: str) -> None:
        draft = self._drafted()
        if draft is None:
            return
        self.show()
        self.fields_view.edit(name if name in draft.names else main_field(draft.kind))

    def action_correct(self) -> None:
        """Edit the fields."""
        draft = self._drafted()
        self._edit(main_field(draft.kind) if draft else "")

    def action_boundary(self, side: Side, step: int) -> None:
        """Move an end of the fact, or of the words that are marked."""
        if self.article_view.marking:
            self.article_view.move_mark(side, step)
            return
        draft = self._drafted()
        if draft is not None:
            draft.mark(*self.article_view.words.moved(*draft.span, side, step))
            self.show()

    @work
    async def action_kind(self) -> None:
        """Make it of another kind."""
        draft = self._drafted()
        if draft is None:
            return
        chosen = await self.push_screen_wait(AskOne("Which kind is it?", KINDS, KINDS.index(draft.kind)))
        if chosen is None:
            if not draft.changes and not draft.is_new:
                self.drop()
                self.show()
            return
        draft.set_kind(KINDS[chosen])
        self._edit(main_field(draft.kind))

    def action_add(self) -> None:
        """Add a fact of the marked words, or let them be marked."""
        if self.article_view.selection is None:
            self.drop()
            self.article_view.begin_marking()
            self.show("mark words: ←→ word, ↑↓ line, , . end, < > start; Enter takes, Esc leaves")
            return
        self._ask_for_added()

    @work
    async def _ask_for_added(self) -> None:
        span, article = self.article_view.selection, self.sitting.article
        if span is None or article is None:
            return
        text = self.sitting.text(article)
        chosen = await self.push_screen_wait(AskOne(f"{shortened(text[slice(*span)])}: which kind is it?", KINDS))
        self.article_view.marking = False
        if chosen is None:
            self.drop()
            self.article_view.mark(None)
            self.show()
            return
        lines = self.sitting.queue.of_article(article)
        facts = self.sitting.facts([line.row for line in lines])
        base = Base(text, self.sitting.known_of(article).sha256, tuple(facts[line.row] for line in lines))
        self.draft = Draft(base, kind=KINDS[chosen], span=span)
        self._edit(main_field(self.draft.kind))

    def on_article_view_marked(self) -> None:
        """Enter takes the marked words."""
        self._ask_for_added()

    def on_article_view_left(self) -> None:
        """Esc gives up marking, or what was not kept."""
        self.drop()
        self.show()

    def on_fields_view_kept(self) -> None:
        """Enter keeps the draft."""
        self._keep()

    def on_fields_view_dropped(self) -> None:
        """Esc drops it."""
        self.drop()
        self.show("dropped; nothing was changed")

    def on_fields_view_typed(self) -> None:
        """Show in the article what the draft marks now."""
        if self.draft is not None:
            self.article_view.put_current(self.draft.span)

    def on_fields_view_wanted(self, event: FieldsView.Wanted) -> None:
        """A click on a field edits it."""
        self._edit(event.name)

    def on_key(self, event: events.Key) -> None:
        """Enter and Esc of a boundary that is being moved."""
        if self.draft is not None and event.key in {"enter", "escape"} and len(self.screen_stack) == 1:
            event.stop()
            self._keep() if event.key == "enter" else self.on_fields_view_dropped()


def _share(written: str) -> float | None:
    try:
        share = float(written)
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None


def _told(act: Act) -> str:
    return f"{act.verb} of {act.decisions} facts" if act.decisions > 1 else act.verb
