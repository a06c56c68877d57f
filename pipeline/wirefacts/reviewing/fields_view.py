"""The fields of the current fact on the screen, edited where they stand."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input

from wirefacts.ledger import Entry
from wirefacts.reviewing.draft import Draft, choices, field_names, written
from wirefacts.reviewing.styles import CURRENT, FAULT, STATE_STYLES, STATE_WORDS
from wirefacts.showing.highlighting import STYLES
from wirefacts.showing.rows import own_reading
from wirefacts.showing.visible import one_line
from wirefacts.showing.wording import normalised

_NARROWEST = 34
"""Columns that a field has at least."""
_LABEL = 16
_MOST_FIELDS = max(len(field_names(kind)) for kind in ("money", "percentage", "quantity", "date", "organization"))
_ABOVE, _BELOW = 1, 1
_NOTHING = "–"


class _Cell(NamedTuple):
    name: str
    column: int
    row: int


class FieldInput(Input):
    """Where a field is typed; up and down go through the words that it can be."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "keep"),
        Binding("escape", "drop", "drop"),
        Binding("tab", "beside(1)", "next field"),
        Binding("shift+tab", "beside(-1)", "field before"),
        Binding("down", "choose(1)", show=False),
        Binding("up", "choose(-1)", show=False),
    ]

    class Beside(Message):
        """Another field is to be edited."""

        def __init__(self, step: int) -> None:
            self.step = step
            super().__init__()

    class Dropped(Message):
        """Nothing of it is to be kept."""

    words: Sequence[str] = ()

    def action_choose(self, step: int) -> None:
        """The next of the words that the field can be; where it is free, the next field."""
        if not self.words:
            self.action_beside(step)
            return
        here = self.words.index(self.value) if self.value in self.words else -1 if step > 0 else 0
        self.value = self.words[(here + step) % len(self.words)]
        self.cursor_position = len(self.value)

    def action_beside(self, step: int) -> None:
        """Another field."""
        self.post_message(self.Beside(step))

    def action_drop(self) -> None:
        """Leave off."""
        self.post_message(self.Dropped())


class FieldsView(Container):
    """The current fact: its state, its fields, and below them what is wrong with what is typed, or what would be kept.

    `Kept` tells that Enter was pressed, `Dropped` that Esc was, `Wanted` that a field was clicked on.
    """

    class Kept(Message):
        """What was typed is to be kept."""

    class Dropped(Message):
        """What was typed is to be forgotten."""

    class Wanted(Message):
        """A field is to be edited."""

        def __init__(self, name: str) -> None:
            self.name = name
            super().__init__()

    class Typed(Message):
        """A field was changed in the draft."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self._draft: Draft | None = None
        self._editing: str | None = None
        self._note = ""
        self._message = ""
        self._wrong = False

    def compose(self) -> ComposeResult:
        """The one place where a field is typed."""
        yield FieldInput(compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Nothing is typed yet."""
        self._input.display = False

    @property
    def _input(self) -> FieldInput:
        return self.query_one(FieldInput)

    @property
    def editing(self) -> str | None:
        """The field that is typed."""
        return self._editing

    def show(self, entry: Entry | None, draft: Draft | None, note: str = "") -> None:
        """Show a fact, or what is to become of it, and what is to be noted with that."""
        self._entry, self._draft, self._note = entry, draft, note
        if draft is None:
            self._leave()
        self.refresh()

    def say(self, message: str, *, wrong: bool = False) -> None:
        """One line below the fields."""
        said = one_line(message), wrong
        if said != (self._message, self._wrong):
            self._message, self._wrong = said
            self.refresh()

    def edit(self, name: str) -> None:
        """Let a field of the draft be typed where it stands."""
        draft = self._draft
        assert draft is not None
        self._editing = name
        place = self._input
        place.words = choices(draft.kind, name)
        with place.prevent(Input.Changed):
            place.value = draft.written(name)
        place.select_all()
        self._put_input()
        place.display = True
        place.focus()
        self.refresh()

    def edit_beside(self, step: int) -> None:
        """Go on to the next field, or back."""
        if self._draft is not None and self._editing is not None:
            names = self._draft.names
            here = names.index(self._editing) if self._editing in names else 0
            self.edit(names[(here + step) % len(names)])

    def _leave(self) -> None:
        self._editing = None
        self._input.display = False

    # where things stand

    @staticmethod
    def height_at(width: int) -> int:
        """The lines that it needs at a width, whatever the fact."""
        return -(-_MOST_FIELDS // _columns(width)) + _ABOVE + _BELOW

    def _names(self) -> list[str]:
        if self._draft is not None:
            return self._draft.names
        return field_names(self._entry.fact.kind) if self._entry else []

    def _cells(self) -> list[_Cell]:
        names = self._names()
        rows = max(1, -(-len(names) // _columns(self.size.width)))
        return [_Cell(name, index // rows, index % rows) for index, name in enumerate(names)]

    def _column_width(self) -> int:
        return self.size.width // _columns(self.size.width)

    def _put_input(self) -> None:
        cell = next((cell for cell in self._cells() if cell.name == self._editing), None)
        if cell is None:
            return
        width = self._column_width()
        place = self._input
        place.styles.offset = (cell.column * width + _LABEL, cell.row + _ABOVE)
        place.styles.width = max(4, width - _LABEL - 1)

    def on_resize(self) -> None:
        """Put the field that is typed where it stands now."""
        if self._editing is not None:
            self._put_input()

    def render(self) -> Text:
        """All of it but the field that is typed."""
        width = self.size.width
        lines = [self._heading()]
        cells = self._cells()
        used = max((cell.row + 1 for cell in cells), default=0)
        foot = self._foot_lines(max(0, self.size.height - _ABOVE - used))
        for row in range(self.size.height - _ABOVE - len(foot)):
            line = Text()
            for cell in cells:
                if cell.row == row:
                    line.append_text(self._field(cell.name))
            lines.append(line)
        lines += foot
        for line in lines:
            line.truncate(width, overflow="ellipsis")
        return Text("\n", no_wrap=True).join(lines)

    def _heading(self) -> Text:
        draft, entry = self._draft, self._entry
        if draft is not None and draft.is_new:
            return Text.assemble((f" new {draft.kind} ", "bold reverse"), " ", (one_line(draft.surface), STYLES[draft.kind]))
        if entry is None:
            return Text(" no fact in the queue; f filters it, + adds a fact ", style="bold reverse")
        state = entry.place.state
        review = entry.review
        pieces = [
            f" {STATE_WORDS[state]} ",
            f" {one_line(entry.fact.text)}",
            f" = {one_line(normalised(entry.fact))}",
            f"  by {one_line(review.reviewer)}" if review.reviewer else "",
            f"  extracted: {one_line(own_reading(review) or '')}" if review.extracted else "",
            {"changed": "  decided before, reads otherwise now", "lost": "  not found by the latest run"}.get(review.outcome or "", ""),
            f"  “{one_line(review.note)}”" if review.note else "",
            f"  to be noted: “{one_line(self._note)}”" if self._note else "",
            f"  rule {one_line(entry.fact.provenance.rule)}",
        ]
        styles = [f"reverse {STATE_STYLES[state]}".strip(), f"{STYLES[entry.fact.kind]}", "bold", "", "", "yellow", "", "yellow", "dim"]
        return Text.assemble(*((piece, style) for piece, style in zip(pieces, styles, strict=True) if piece))

    def _field(self, name: str) -> Text:
        width = self._column_width()
        draft, entry = self._draft, self._entry
        told = draft.written(name) if draft is not None else written(entry.fact, name) if entry is not None else ""
        changed = draft is not None and name in draft.changes
        label = Text(f"{name:>{_LABEL - 2}}{'*' if changed else ' '} ", style="bold" if changed else "dim")
        shown = Text(one_line(told) or _NOTHING, style="" if told else "dim")
        if name == self._editing:
            shown.stylize(CURRENT)
        shown.truncate(width - _LABEL - 1, overflow="ellipsis", pad=True)
        return Text.assemble(label, shown, " ")

    def _foot_lines(self, room: int) -> list[Text]:
        """The foot on as many lines as it needs and the fields leave; cut where these are too few."""
        lines = list(self._foot().wrap(self.app.console, max(1, self.size.width - 1)))
        told = lines[: max(_BELOW, room)]
        if len(lines) > len(told):
            told[-1].append(" …" + " " * self.size.width)
        return [Text(" ").append_text(line) for line in told] or [Text()]

    def _foot(self) -> Text:
        draft = self._draft
        if self._message:
            return Text(self._message, style=FAULT if self._wrong else "")
        if draft is None:
            return Text()
        if draft.fault:
            return Text(f"not kept: {one_line(draft.fault)}; Esc drops it", style=FAULT)
        words = self._words()
        assert draft.fact is not None
        told = f"Enter keeps {one_line(draft.fact.text)} = {one_line(normalised(draft.fact))}; Esc drops it"
        return Text.assemble((told, "green"), (f"   {name} by ↑↓: {', '.join(words)}" if (name := self._editing) and words else "", "dim"))

    def _words(self) -> Sequence[str]:
        return choices(self._draft.kind, self._editing) if self._draft is not None and self._editing is not None else ()

    # what is typed

    def on_input_changed(self, event: Input.Changed) -> None:
        """Hold what is typed against the record's rules."""
        event.stop()
        if self._draft is None or self._editing is None:
            return
        before = self._draft.kind
        self._draft.set(self._editing, event.value)
        self._message = ""
        if self._draft.kind != before:
            self._input.words = choices(self._draft.kind, self._editing)
            self._put_input()
        self.refresh()
        self.post_message(self.Typed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps."""
        event.stop()
        self.post_message(self.Kept())

    def on_field_input_beside(self, event: FieldInput.Beside) -> None:
        """Tab goes on."""
        event.stop()
        self.edit_beside(event.step)

    def on_field_input_dropped(self, event: FieldInput.Dropped) -> None:
        """Esc drops."""
        event.stop()
        self.post_message(self.Dropped())

    def on_click(self, event: events.Click) -> None:
        """A field that is clicked on is edited."""
        if event.widget is not self:
            return
        at = event.offset - self.gutter.top_left
        place = Offset(at.x // max(1, self._column_width()), at.y - _ABOVE)
        name = next((cell.name for cell in self._cells() if (cell.column, cell.row) == place), None)
        if name is not None:
            self.post_message(self.Wanted(name))


def _columns(width: int) -> int:
    return max(1, width // _NARROWEST)
