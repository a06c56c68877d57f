"""The queue on the screen: a line a fact, of however many, and none read before it is seen."""

from collections.abc import Iterator
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from wirefacts.ledger import Line
from wirefacts.reviewing.sitting import Sitting
from wirefacts.reviewing.styles import CURRENT, KIND_WORDS, STATE_STYLES, STATE_WORDS
from wirefacts.showing.highlighting import STYLES
from wirefacts.showing.visible import one_line
from wirefacts.showing.wording import normalised

_HEAD = 1
_STATE, _KIND, _CONFIDENCE = 6, 5, 4
_STRIPS = 1000
_LONGEST = 200
"""Characters of a surface that a cell can show at most."""


class QueueView(ScrollView, can_focus=True):
    """The facts in the order of their review; `Chosen` tells that one was clicked on."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "by(1)", show=False),
        Binding("up", "by(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "end(0)", show=False),
        Binding("end", "end(1)", show=False),
    ]

    class Chosen(Message):
        """The place of a fact in the queue, to be the current one."""

        def __init__(self, position: int) -> None:
            self.position = position
            super().__init__()

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._base = Style.null()
        self._drawn: list[tuple[Line | None, bool]] = []
        self._strips: dict[tuple[Line, bool, int], Strip] = {}
        """Each with the cells that it was drawn for."""

    def renew(self) -> None:
        """Show the queue as it stands, the current fact in view."""
        queue = self._sitting.queue
        if len(queue) + _HEAD != self.virtual_size.height:
            self.virtual_size = Size(self.scrollable_content_region.width, len(queue) + _HEAD)
        rows = max(1, self.size.height - _HEAD)
        top = round(self.scroll_y)
        if not top + min(2, rows // 3) <= queue.position < top + rows - min(2, rows // 3):
            self.scroll_to(y=max(0, queue.position - rows // 2), animate=False, force=True, immediate=True)
            self._drawn = []
        drawn = list(self._to_draw())
        if len(drawn) != len(self._drawn):
            self.refresh()
        for y, (before, now) in enumerate(zip(self._drawn, drawn, strict=False)):
            if before != now:
                self.refresh(Region(0, y + _HEAD, self.size.width, 1))
        self._drawn = drawn

    def _to_draw(self) -> Iterator[tuple[Line | None, bool]]:
        """What stands on each line below the heading."""
        queue, top = self._sitting.queue, round(self.scroll_y)
        for position in range(top, top + max(0, self.size.height - _HEAD)):
            yield (queue.line(position), position == queue.position) if position < len(queue) else (None, False)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines that are to be drawn anew."""
        self._base = self.rich_style
        self._sitting.facts([line.row for line, _ in self._to_draw() if line is not None])
        return super().render_lines(crop)

    def on_resize(self) -> None:
        """Keep the current fact in view."""
        self._drawn = []
        self._strips.clear()
        self.renew()

    def render_line(self, y: int) -> Strip:
        """The heading, or the line of a fact."""
        width = self.size.width
        if y < _HEAD:
            head = self._cells("state", "kind", "text", "value", "conf")
            return self._strip(Text(head, style="bold underline", end=""), width)
        position = y - _HEAD + round(self.scroll_y)
        queue = self._sitting.queue
        if position >= len(queue):
            return Strip.blank(width, self._base)
        line, current = queue.line(position), position == queue.position
        room = self._room()
        strip = self._strips.get((line, current, room))
        if strip is None:
            if len(self._strips) > _STRIPS:
                self._strips.clear()
            strip = self._strips[line, current, room] = self._strip(self._line(line, current=current), width)
        return strip

    def _strip(self, words: Text, width: int) -> Strip:
        return Strip(words.render(self.app.console)).adjust_cell_length(width, Style.null()).crop(0, width).apply_style(self._base)

    def _line(self, line: Line, *, current: bool) -> Text:
        value = one_line(normalised(self._sitting.facts([line.row])[line.row]))
        confidence = "–" if line.confidence is None else f"{line.confidence:.2f}"
        kind = KIND_WORDS[line.kind]
        surface = one_line(line.surface[:_LONGEST])
        words = Text(self._cells(STATE_WORDS[line.state], kind, surface, value, confidence), end="", no_wrap=True)
        words.stylize(STATE_STYLES[line.state], 0, _STATE)
        words.stylize(STYLES[line.kind], _STATE + 1, _STATE + 1 + _KIND)
        if line.state == "rejected":
            words.stylize("strike", _STATE + _KIND + 2)
        if current:
            words.stylize(CURRENT)
        return words

    def _room(self) -> int:
        """The cells of a line, less where a scrollbar stands beside it."""
        return self.size.width - self.scrollbar_size_vertical

    def _cells(self, state: str, kind: str, surface: str, value: str, confidence: str) -> str:
        room = max(8, self._room() - _STATE - _KIND - _CONFIDENCE - 4)
        wide = room * 11 // 20
        cells = (_cell(surface, wide), _cell(value, room - wide))
        return " ".join((_cell(state, _STATE), _cell(kind, _KIND), *cells, confidence.rjust(_CONFIDENCE)))

    def action_by(self, step: int) -> None:
        """Go that many lines on or back."""
        self.post_message(self.Chosen(self._sitting.queue.position + step))

    def action_page(self, step: int) -> None:
        """Go a page on or back."""
        self.action_by(step * max(1, self.size.height - _HEAD - 1))

    def action_end(self, last: int) -> None:
        """Go to the first line or the last."""
        self.post_message(self.Chosen(last * (len(self._sitting.queue) - 1)))

    def on_click(self, event: events.Click) -> None:
        """Make the fact that was clicked on the current one."""
        position = event.y - _HEAD + round(self.scroll_y)
        if 0 <= position < len(self._sitting.queue) and event.y >= _HEAD:
            self.post_message(self.Chosen(position))


def _cell(words: str, width: int) -> str:
    """The words in so many cells, cut with … where they are longer."""
    shown = Text(words)
    shown.truncate(width, overflow="ellipsis", pad=True)
    return shown.plain
