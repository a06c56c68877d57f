"""The desk: the queue on the left, the article on the right, the fields of the current fact below, and the keys that decide."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import events, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Static

from wirefacts.ledger import LedgerError
from wirefacts.records import KINDS
from wirefacts.reviewing.article_view import ArticleView
from wirefacts.reviewing.asking import AskLine, AskOne, AskYes, ShowKeys
from wirefacts.reviewing.draft import Base, Draft, main_field
from wirefacts.reviewing.fields_view import FieldInput, FieldsView
from wirefacts.reviewing.keys import KEYS
from wirefacts.reviewing.page import Mark
from wirefacts.reviewing.progress import bar, rate
from wirefacts.reviewing.queue import wanted
from wirefacts.reviewing.queue_view import QueueView
from wirefacts.reviewing.sitting import Sitting
from wirefacts.reviewing.words import Side
from wirefacts.showing.visible import one_line

_BAR = 20
_CONFIDENT = "0.95"
_DONE_WORDS = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "added"}


class Desk(App[None]):
    """A sitting on the screen. Each key that decides writes to the ledger before the screen shows it."""

    TITLE = "wirefacts review"
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False
    CSS = """
    #head, #progress { height: 1; padding: 0 1; }
    #head { text-style: bold; background: $panel; }
    #panes { height: 1fr; }
    QueueView { width: 46%; min-width: 44; height: 100%; border-right: solid $panel; overflow-x: hidden; scrollbar-size-vertical: 1; }
    ArticleView { width: 1fr; height: 100%; padding: 0 1; overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    ArticleView:focus { background-tint: $foreground 5%; }
    FieldsView { height: 9; border-top: solid $panel; }
    FieldInput { position: absolute; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.names, key.action, key.foot, key_display=key.shown.split()[0], show=bool(key.foot), tooltip=key.words) for key in KEYS
    ]

    def __init__(self, sitting: Sitting, *, colourless: bool = False) -> None:
        super().__init__(ansi_color=True if colourless else None)
        self.sitting = sitting
        self.draft: Draft | None = None
        self._colourless = colourless
        self._sought = ""
        self._filter = ""

    def compose(self) -> ComposeResult:
        """The parts of the screen."""
        yield Static(id="head", markup=False)
        with Horizontal(id="panes"):
            yield QueueView(self.sitting)
            yield ArticleView(bracketed=self._colourless)
        yield FieldsView()
        yield Static(id="progress", markup=False)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Show the first fact."""
        self.queue_view = self.query_one(QueueView)
        self.article_view = self.query_one(ArticleView)
        self.fields_view = self.query_one(FieldsView)
        self.queue_view.focus()
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Give the fields the lines that they need."""
        self.query_one(FieldsView).styles.height = FieldsView.height_at(event.size.width) + 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key of the desk means anything while a field is typed."""
        return not (self.is_mounted and isinstance(self.focused, FieldInput)) or not hasattr(type(self), f"action_{action}")

    # what is seen

    def show(self, message: str | None = None, *, wrong: bool = False) -> None:
        """Show how all stands, and in one line what a key came to."""
        sitting, draft = self.sitting, self.draft
        line, article = sitting.queue.current, sitting.article
        if article is not None:
            marks = [Mark(each.start, each.end, each.kind, each.state, each.key) for each in sitting.queue.of_article(article)]  # type: ignore[arg-type]
            current = draft.span if draft else (line.start, line.end) if line and line.article == article else None
            self.article_view.show(sitting.text(article), marks, current, draft.kind if draft else line.kind if line else None)
        self.queue_view.renew()
        self.fields_view.show(sitting.entry(), draft)
        self.fields_view.say(message or "", wrong=wrong)
        self.query_one("#head", Static).update(self._head(), layout=False)
        self.query_one("#progress", Static).update(self._progress(), layout=False)

    def _head(self) -> Text:
        sitting = self.sitting
        article = sitting.article
        if article is None:
            return Text("no article")
        known = sitting.known_of(article)
        states = [line.state for line in sitting.queue.of_article(article)]
        decided = len(states) - states.count("pending")
        pieces = ["done"] if sitting.is_done(article) else [f"{decided} of {len(states)}"]
        pieces += [known.title or known.id, known.source or "", str(known.published or "no date")]
        return Text(one_line(" · ".join(piece for piece in pieces if piece)), no_wrap=True, overflow="ellipsis")

    def _progress(self) -> Text:
        sitting, queue = self.sitting, self.sitting.queue
        done, total = queue.decided, queue.total
        pieces = [
            bar(done, total, _BAR),
            f"{done:,} of {total:,} decided" + (f" ({100 * done // total}%)" if total else ""),
            rate(sitting.moments, sitting.now()),
            f"filter: {one_line(self._filter)}" if self._filter else "",
            f"fact {queue.position + 1:,} of {len(queue):,}" if len(queue) else "no fact shown",
            "doubtful first" if queue.order == "doubt" else "as it runs",
            one_line(sitting.reviewer),
        ]
        return Text("  ".join(piece for piece in pieces if piece), no_wrap=True, overflow="ellipsis")

    def _tried(self, act: Callable[[], str]) -> bool:
        """Do something to the ledger and show what it came to; what cannot be done is told in a line and changes nothing."""
        try:
            message = act()
        except LedgerError as error:
            self.show(str(error), wrong=True)
            return False
        self.show(message)
        return True

    # deciding

    def action_accept(self) -> None:
        """Accept what is shown."""
        self._keep() if self.draft else self._decide("accept")

    def action_reject(self) -> None:
        """Reject the fact."""
        self._drop()
        self._decide("reject")

    def _decide(self, verdict: str, changes: dict[str, str] | None = None) -> bool:
        def act() -> str:
            entry = self.sitting.decide(verdict, changes)
            self.draft = None
            said = f"{entry.place.state}: {entry.fact.text}"
            return said if self.sitting.queue.go_on() else f"{said}; nothing is left in the queue (d marks the article done, q quits)"

        return self._tried(act)

    def _keep(self) -> None:
        draft = self.draft
        if draft is None:
            return
        if draft.fault:
            self.fields_view.say(f"not kept: {draft.fault}", wrong=True)
        elif draft.is_new:
            self._add(draft)
        elif not draft.changes:
            self._drop()
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

        if self._tried(act):
            self.queue_view.focus()

    def _drop(self) -> None:
        if self.draft is not None:
            self.draft = None
            self.article_view.mark(None)
        self.article_view.marking = False
        self.queue_view.focus()

    def action_skip(self) -> None:
        """Leave the fact undecided."""
        self._drop()
        self.sitting.skip()
        self.show("skipped")

    def action_undo(self) -> None:
        """Take back the last act."""
        self._drop()
        self._tried(lambda: f"taken back: {_told(self.sitting.undo())}")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._drop()
        self._tried(lambda: f"done again: {_told(self.sitting.redo())}")

    @work
    async def action_done(self) -> None:
        """Mark the article done."""
        self._drop()
        sitting = self.sitting
        article = sitting.article
        left = sitting.queue.left_in(article) if article is not None else 0
        facts = f"{left} fact{'s are' if left != 1 else ' is'} left undecided in this article and will count as accepted."
        if left and not await self.push_screen_wait(AskYes(f"{facts} Is it done?")):
            return

        def act() -> str:
            accepted = sitting.done()
            more = sitting.queue.go_on()
            said = "done" + (f"; {accepted} count as accepted" if accepted else "")
            return said if more else f"{said}; nothing is left in the queue, q quits"

        self._tried(act)

    @work
    async def action_accept_above(self) -> None:
        """Accept all that are left from a confidence on."""
        self._drop()

        def told(written: str) -> str:
            bound = _share(written)
            return "a number from 0 to 1" if bound is None else f"{len(self.sitting.queue.left_above(bound)):,} facts in the queue are left above it"

        written = await self.push_screen_wait(AskLine("Accept all that are left in the queue from which confidence on?", _CONFIDENT, told))
        bound = None if written is None else _share(written)
        if bound is not None:
            self._tried(lambda: f"accepted: {self.sitting.accept_above(bound):,} facts")
        elif written is not None:
            self.show(f"{written!r} is no confidence: a number from 0 to 1", wrong=True)

    # correcting and adding

    def _drafted(self) -> Draft | None:
        """The draft of the current fact, begun where there is none."""
        entry, article = self.sitting.entry(), self.sitting.article
        if self.draft is None and entry is not None and article is not None:
            self.draft = Draft(Base(self.sitting.text(article), self.sitting.known_of(article).sha256), entry.fact)
        return self.draft

    def _edit(self, name: str) -> None:
        draft = self._drafted()
        if draft is None:
            self.show("there is no fact to correct; + adds one", wrong=True)
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
        chosen = await self.push_screen_wait(AskOne("Which kind is it?", KINDS, KINDS.index(draft.kind)))  # type: ignore[arg-type]
        if chosen is None:
            if not draft.changes and not draft.is_new:
                self._drop()
                self.show()
            return
        draft.set_kind(KINDS[chosen])
        self._edit(main_field(draft.kind))

    def action_add(self) -> None:
        """Add a fact of the marked words, or let them be marked."""
        if self.article_view.selection is None or self.draft is not None:
            self._drop()
            self.article_view.begin_marking()
            self.show("mark words: ← → another word, ↑ ↓ another line, . , end, < > start; Enter takes them, Esc leaves")
            return
        self._ask_for_added()

    @work
    async def _ask_for_added(self) -> None:
        span, article = self.article_view.selection, self.sitting.article
        if span is None or article is None:
            return
        text = self.sitting.text(article)
        chosen = await self.push_screen_wait(AskOne(f"“{one_line(text[slice(*span)])}”: which kind is it?", KINDS))
        self.article_view.marking = False
        if chosen is None:
            self._drop()
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
        self._drop()
        self.show()

    def on_fields_view_kept(self) -> None:
        """Enter keeps the draft."""
        self._keep()

    def on_fields_view_dropped(self) -> None:
        """Esc drops it."""
        self._drop()
        self.show("dropped; nothing was changed")

    def on_fields_view_typed(self) -> None:
        """Show in the article what the draft marks now."""
        if self.draft is not None:
            self.article_view.current = self.draft.span
            self.article_view.refresh()

    def on_fields_view_wanted(self, event: FieldsView.Wanted) -> None:
        """A click on a field edits it."""
        self._edit(event.name)

    def on_key(self, event: events.Key) -> None:
        """Enter and Esc of a boundary that is being moved."""
        if self.draft is not None and event.key in {"enter", "escape"}:
            event.stop()
            self._keep() if event.key == "enter" else self.on_fields_view_dropped()

    # going about

    def _go(self, position: int) -> None:
        self._drop()
        self.sitting.queue.step(position - self.sitting.queue.position)
        self.show()

    def action_step(self, by: int) -> None:
        """The next fact of the queue, or the one before."""
        self._go(self.sitting.queue.position + by)

    def on_queue_view_chosen(self, event: QueueView.Chosen) -> None:
        """A fact was clicked on."""
        self._go(event.position)

    def on_article_view_picked(self, event: ArticleView.Picked) -> None:
        """A place of the text was clicked on: its fact, the innermost one."""
        article = self.sitting.article
        here = [line for line in self.sitting.queue.of_article(article or 0) if line.start <= event.offset < line.end]
        if here:
            self._drop()
            inner = min(here, key=lambda line: line.end - line.start)
            shown = self.sitting.queue.go_to(inner.key)
            self.show(None if shown else f"{inner.surface} is not in the queue as it is filtered")

    @work
    async def action_filter(self) -> None:
        """Show some of the facts."""
        self._drop()
        question = "Show facts that are: left, accepted, rejected, corrected, added; money, percentage, quantity, date, organization; and words of them"
        queue = self.sitting.queue

        def told(written: str) -> str:
            return f"{queue.count(wanted(written)):,} facts; nothing written shows all"

        written = await self.push_screen_wait(AskLine(question, self._filter, told))
        if written is not None:
            self._filter = written.strip()
            queue.arrange(filtered=wanted(written))
            self.show()

    @work
    async def action_search(self) -> None:
        """Go to the next fact with these words."""
        self._drop()
        written = await self.push_screen_wait(AskLine("Search the facts for (Enter again finds the next):", self._sought, lambda _: ""))
        if written:
            self._sought = written
            found = self.sitting.queue.find(written)
            self.show(None if found else f"no fact in the queue contains {written!r}", wrong=not found)

    def action_order(self) -> None:
        """Doubtful first, or as the text runs."""
        self._drop()
        self.sitting.queue.arrange("text" if self.sitting.queue.order == "doubt" else "doubt")
        self.show()

    @work
    async def action_jump(self) -> None:
        """Go to an article."""
        self._drop()
        rows = self.sitting.articles()
        told = [self._of_article(row) for row in rows]
        here = rows.index(self.sitting.article) if self.sitting.article in rows else 0
        chosen = await self.push_screen_wait(AskOne("Which article?", told, here))
        if chosen is not None:
            self.sitting.look_at(rows[chosen])
            self.show()

    def _of_article(self, row: int) -> str:
        known, left = self.sitting.known_of(row), self.sitting.queue.left_in(row)
        told = "done" if self.sitting.is_done(row) else f"{left} left"
        return f"{known.id}  {known.title or ''}  ({told})"

    def action_pane(self) -> None:
        """To the article and back."""
        if self.article_view.has_focus:
            self._drop()
        else:
            self.article_view.focus()

    def action_keys(self) -> None:
        """Show the keys."""
        self.push_screen(ShowKeys())

    def action_leave(self) -> None:
        """End the sitting."""
        self.exit()


def _share(written: str) -> float | None:
    try:
        share = float(written)
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None


def _told(act: "object") -> str:
    verb, decisions = getattr(act, "verb", ""), getattr(act, "decisions", 0)
    return f"{verb} of {decisions} facts" if decisions > 1 else str(verb)
