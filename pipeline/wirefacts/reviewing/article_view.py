"""The article on the screen: its facts coloured by kind, the current one in view, words to be marked by mouse or keys."""

from collections.abc import Iterable
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from wirefacts.records import Kind
from wirefacts.reviewing.page import Mark, Page
from wirefacts.reviewing.styles import CURRENT, SELECTED, mark_style
from wirefacts.reviewing.words import Side, Words
from wirefacts.showing.highlighting import STYLES

Span = tuple[int, int]


class ArticleView(ScrollView, can_focus=True):
    """An article; `Picked` tells that a fact was clicked on, `Marked` that words are to become one."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "mark_word(1)", show=False),
        Binding("left", "mark_word(-1)", show=False),
        Binding("shift+right", "mark_end(1)", show=False),
        Binding("shift+left", "mark_end(-1)", show=False),
        Binding("enter", "take", show=False),
        Binding("escape", "leave", show=False),
    ]

    class Picked(Message):
        """A place of the text was clicked on."""

        def __init__(self, offset: int) -> None:
            self.offset = offset
            super().__init__()

    class Marked(Message):
        """The marked words are to become a fact."""

    class Left(Message):
        """Marking was given up."""

    def __init__(self, *, bracketed: bool) -> None:
        super().__init__()
        self.bracketed = bracketed
        self.text = ""
        self.words = Words("")
        self.marking = False
        self.selection: Span | None = None
        self.current: Span | None = None
        self._of_current = CURRENT
        self._marks: list[Mark] = []
        self._page = Page("", (), 1)
        self._base = Style.null()
        self._drawn: list[tuple[str, tuple[tuple[str, int, int], ...]]] = []
        self._made_of: tuple[object, ...] = ()
        self._pressed: int | None = None

    def show(self, text: str, marks: Iterable[Mark], current: Span | None, kind: Kind | None = None) -> None:
        """Show an article with these facts, the current one, or what is to become it, in view."""
        if text is not self.text:
            self.text, self.words, self.selection = text, Words(text), None
        self._marks = list(marks)
        self.current = current
        self._of_current = f"{STYLES[kind]} {CURRENT}" if kind else CURRENT
        self._lay_out()
        if current is not None:
            self.bring(current)
        self._draw()

    def put_current(self, span: Span) -> None:
        """Let these words be the current ones."""
        self.current = span
        self._draw()

    def mark(self, span: Span | None) -> None:
        """Mark these words, none for nothing."""
        self.selection = span
        if span is not None:
            self.bring(span)
        self._draw()

    def _draw(self) -> None:
        """Draw those lines anew that show something else than before."""
        top = round(self.scroll_y)
        drawn = [self._to_draw(line) for line in range(top, top + self.size.height)]
        if len(drawn) != len(self._drawn):
            self.refresh()
        for y, (before, now) in enumerate(zip(self._drawn, drawn, strict=False)):
            if before != now:
                self.refresh(Region(0, y, self.size.width, 1))
        self._drawn = drawn

    def _to_draw(self, line: int) -> tuple[str, tuple[tuple[str, int, int], ...]]:
        """What stands on a line, and in which styles from where to where."""
        if line >= len(self._page.pieces):
            return "", ()
        piece = self._page.pieces[line]
        styles = [(mark_style(mark.kind, mark.state), start, end) for mark, start, end in self._page.marks_on(piece)]
        for span, style in ((self.current, self._of_current), (self.selection, SELECTED)):
            if span is not None and span[0] < span[1]:
                first, last = self._page.shown_range(*span)
                if first < piece.end and piece.start < last:
                    styles.append((style, max(0, first - piece.start), last - piece.start))
        return piece.words, tuple(styles)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines that are to be drawn anew."""
        self._base = self.rich_style
        return super().render_lines(crop)

    def bring(self, span: Span) -> None:
        """Scroll so that these words are seen, with some lines around them."""
        first, last = self._page.line_of(span[0]), self._page.line_of(max(span[0], span[1] - 1))
        height = max(1, self.size.height)
        around = min(2, height // 4)
        top = round(self.scroll_y)
        if first - around < top or last + around >= top + height:
            self.scroll_to(y=max(0, (first + last) // 2 - height // 2), animate=False, force=True, immediate=True)
            self._drawn = []

    def begin_marking(self) -> None:
        """Let the keys mark words, from the current fact on."""
        self.marking = True
        if self.selection is None:
            self.mark(self.words.word_at(self.current[1] if self.current else 0))
        self.focus()

    def move_mark(self, side: Side, step: int) -> None:
        """Move an end of what is marked by a word."""
        if self.selection is not None:
            self.mark(self.words.moved(*self.selection, side, step))

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if width < 1:  # not on the screen yet
            return
        made_of = (self.text, width, tuple(self._marks) if self.bracketed else None)
        if self._made_of == made_of:
            self._page.put(self._marks)
            return
        self._made_of = made_of
        self._page = Page(self.text, self._marks, width, bracketed=self.bracketed)
        self.virtual_size = Size(width, len(self._page.pieces))

    def on_resize(self) -> None:
        """Lay the text out anew."""
        self._drawn = []
        self._lay_out()
        if self.current is not None:
            self.bring(self.current)

    def render_line(self, y: int) -> Strip:
        """A line of the page."""
        width = self.size.width
        words, styles = self._to_draw(y + round(self.scroll_y))
        shown = Text(words, end="", no_wrap=True)
        for style, start, end in styles:
            shown.stylize(style, start, end)
        return Strip(shown.render(self.app.console)).adjust_cell_length(width).crop(0, width).apply_style(self._base)

    # the mouse

    def _offset_at(self, event: events.MouseEvent) -> int:
        at = event.offset - self.gutter.top_left
        return self._page.offset(at.y + round(self.scroll_y), at.x)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to mark words, or to click."""
        if event.button == 1:
            self._pressed = self._offset_at(event)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark as far as the mouse was drawn."""
        if self._pressed is not None:
            here = self._offset_at(event)
            first, last = min(here, self._pressed), max(here, self._pressed)
            if first < last:
                self.selection = (first, min(last + 1, len(self.text)))
                self._draw()

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """What was drawn over stays marked; a click is one."""
        pressed, self._pressed = self._pressed, None
        self.release_mouse()
        if pressed is None:
            return
        if self.selection is not None and self.selection[0] <= pressed < self.selection[1]:
            self.selection = self._trimmed(*self.selection)
            self._draw()
        else:
            self.selection = None
            self._draw()
            self.post_message(self.Picked(pressed))

    def _trimmed(self, start: int, end: int) -> Span | None:
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return (start, end) if start < end else None

    # the keys that mark

    def action_mark_word(self, step: int) -> None:
        """Mark the word beside."""
        if self.marking and self.selection is not None:
            self.mark(self.words.beside(self.selection[0], step))

    def action_mark_end(self, step: int) -> None:
        """Move the end of what is marked."""
        if self.marking:
            self.move_mark("end", step)

    def action_scroll_up(self) -> None:
        """Mark the word a line above, or scroll."""
        self._mark_line(-1) if self.marking else super().action_scroll_up()

    def action_scroll_down(self) -> None:
        """Mark the word a line below, or scroll."""
        self._mark_line(1) if self.marking else super().action_scroll_down()

    def _mark_line(self, step: int) -> None:
        if self.selection is not None:
            line = self._page.line_of(self.selection[0]) + step
            if 0 <= line < len(self._page.pieces):
                self.mark(self.words.word_at(self._page.offset(line, 0)))

    def action_take(self) -> None:
        """Let what is marked become a fact."""
        if self.selection is not None:
            self.post_message(self.Marked())

    def action_leave(self) -> None:
        """Give up marking."""
        self.marking = False
        self.selection = None
        self.refresh()
        self.post_message(self.Left())
