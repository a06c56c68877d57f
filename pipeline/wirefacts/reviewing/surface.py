"""The surface of the desk: the queue on the left, the article on the right, the fields of the current fact below, and how far it all is."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Static

from wirefacts.ledger import LedgerError
from wirefacts.reviewing.article_view import ArticleView
from wirefacts.reviewing.draft import Draft
from wirefacts.reviewing.fields_view import FieldInput, FieldsView
from wirefacts.reviewing.keys import KEYS
from wirefacts.reviewing.page import Mark
from wirefacts.reviewing.progress import bar, rate
from wirefacts.reviewing.queue_view import QueueView
from wirefacts.reviewing.sitting import Sitting
from wirefacts.showing.visible import one_line

_ACTIONS = frozenset(key.action.partition("(")[0] for key in KEYS)
_BAR = 20
_PADDING = 1
_DROPPED = "what was changed and not kept is dropped"


class Surface(App[None]):
    """A sitting on the screen, and what is drafted there."""

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
        self.fault: Exception | None = None
        """What ended the sitting before its time."""
        self.finished: int | None = None
        """The article whose last undecided fact the last key decided on."""
        self.finishing: int | None = None
        self.filtered = ""
        self._told: dict[str, str] = {}

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
        if self._told:
            self._tell(event.size.width)

    def _handle_exception(self, error: Exception) -> None:
        """Leave it to the command to tell of a fault, in its own one line."""
        self.fault = error
        super()._handle_exception(error)
        if not self.is_headless:
            self._exit_renderables.clear()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's own
        """No key of the desk means anything while a field is typed."""
        return not (self.is_running and isinstance(self.focused, FieldInput) and action in _ACTIONS)

    def drop(self) -> str | None:
        """Give up what is drafted or marked, and show that; where something was changed by then, it is told, too."""
        if self.draft is None and not self.article_view.marking:
            return None
        told = _DROPPED if self.draft is not None and self.draft.changes else None
        self.draft = None
        self.article_view.mark(None)
        self.article_view.marking = False
        self.queue_view.focus()
        self.show(told)
        return told

    # what is seen

    def show(self, message: str | None = None, *, wrong: bool = False) -> None:
        """Show how all stands, and in one line what a key came to."""
        self.finished, self.finishing = self.finishing, None
        sitting, draft = self.sitting, self.draft
        line, article = sitting.queue.current, sitting.article
        if article is not None:
            marks = [Mark(each.start, each.end, each.kind, each.state) for each in sitting.queue.of_article(article)]
            current = draft.span if draft else (line.start, line.end) if line and line.article == article else None
            self.article_view.show(sitting.text(article), marks, current, draft.kind if draft else line.kind if line else None)
        self.queue_view.renew()
        self.fields_view.show(sitting.entry(), draft, sitting.notes.get(line.key, "") if line else "")
        self.fields_view.say(message or "", wrong=wrong)
        self._tell(self.size.width)

    def _tell(self, width: int) -> None:
        """What is looked at, and how far it all is, as much of it as there is room for."""
        for name, words in (("#head", self._head()), ("#progress", self._progress())):
            line = Text(words)
            line.truncate(max(0, width - 2 * _PADDING), overflow="ellipsis")
            if self._told.get(name) != line.plain:
                self._told[name] = line.plain
                self.query_one(name, Static).update(line, layout=False)

    def _head(self) -> str:
        sitting = self.sitting
        article = sitting.article
        if article is None:
            return "no article"
        known = sitting.known_of(article)
        states = [line.state for line in sitting.queue.of_article(article)]
        decided = len(states) - states.count("pending")
        pieces = ["done"] if sitting.is_done(article) else [f"{decided} of {len(states)}"]
        pieces += [str(known.published or "no date"), known.title or known.id, known.source or ""]
        return one_line(" · ".join(piece for piece in pieces if piece))

    def _progress(self) -> str:
        sitting, queue = self.sitting, self.sitting.queue
        done, total = queue.decided, queue.total
        pieces = [
            bar(done, total, _BAR),
            f"{done:,} of {total:,} decided" + (f" ({100 * done // total}%)" if total else ""),
            rate(sitting.moments, sitting.now()),
            f"filter: {one_line(self.filtered)}" if self.filtered else "",
            f"fact {queue.position + 1:,} of {len(queue):,}" if len(queue) else "no fact shown",
            "doubtful first" if queue.order == "doubt" else "as it runs",
            one_line(sitting.reviewer),
        ]
        return "  ".join(piece for piece in pieces if piece)

    def tried(self, act: Callable[[], str]) -> bool:
        """Do something to the ledger and show what it came to; what cannot be done is told in a line and changes nothing."""
        try:
            message = act()
        except LedgerError as error:
            self.show(str(error), wrong=True)
            return False
        self.show(message)
        return True
