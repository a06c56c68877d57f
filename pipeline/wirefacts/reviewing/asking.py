"""What the desk asks in a window of its own: a line of words, one of many, yes or no; and the keys."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wirefacts.reviewing.keys import KEYS
from wirefacts.showing.visible import one_line

_MOST = 200
"""Choices that are listed at once."""

_WORDS = 60
"""Characters of an article that a question shows."""

_FRAME = """
{name} {{ align: center middle; }}
{name} > .asked {{ width: 90%; max-width: 100; height: auto; max-height: 90%; border: round $primary; padding: 0 1; background: $surface; }}
"""


def shortened(words: str) -> str:
    r"""Words of an article as a question has room for them.

    >>> shortened("a\nbridge"), len(shortened("far " * 99))
    ('“a bridge”', 60)
    """
    shown = one_line(words[: 2 * _WORDS])
    return f"“{shown}”" if len(shown) <= _WORDS - 2 else f"“{shown[: _WORDS - 3]}…”"


class AskLine(ModalScreen[str | None]):
    """A line of words; below it stands what they come to. None when it was left."""

    CSS = _FRAME.format(name="AskLine")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, question: str, written: str, told: Callable[[str], str]) -> None:
        super().__init__()
        self._question, self._written, self._told = question, written, told

    def compose(self) -> ComposeResult:
        """The question, the line, the answer to it."""
        with Vertical(classes="asked"):
            yield Static(Text(self._question))
            yield Input(self._written, compact=True)
            yield Static(Text(self._told(self._written)), classes="told")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what the words come to."""
        self.query_one(".told", Static).update(Text(self._told(event.value)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes them."""
        self.dismiss(event.value)


class AskOne(ModalScreen[int | None]):
    """One of many, found by words of it; its number comes back, None when it was left."""

    CSS = _FRAME.format(name="AskOne") + "AskOne OptionList { height: auto; max-height: 16; border: none; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("down", "by(1)", show=False, priority=True),
        Binding("up", "by(-1)", show=False, priority=True),
    ]

    def __init__(self, question: str, choices: Sequence[str], chosen: int = 0) -> None:
        super().__init__()
        self._question, self._choices, self._chosen = question, choices, chosen

    def compose(self) -> ComposeResult:
        """The question, words to find by, the choices."""
        with Vertical(classes="asked"):
            yield Static(Text(self._question))
            yield Input(placeholder="type to find", compact=True)
            yield OptionList()

    def on_mount(self) -> None:
        """List what there is to choose from."""
        self._list("")
        options = self.query_one(OptionList)
        options.can_focus = False
        if self._chosen < options.option_count:
            options.highlighted = self._chosen

    def _list(self, words: str) -> None:
        sought = words.casefold().split()
        found = (index for index, choice in enumerate(self._choices) if all(word in choice.casefold() for word in sought))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(Text(one_line(self._choices[index])), id=str(index)) for index, _ in zip(found, range(_MOST), strict=False)])
        if options.option_count:
            options.highlighted = 0

    def on_input_changed(self, event: Input.Changed) -> None:
        """List those that contain the words."""
        self._list(event.value)

    def action_by(self, step: int) -> None:
        """The next choice, or the one before."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def on_input_submitted(self) -> None:
        """Enter takes the choice."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(int(options.get_option_at_index(options.highlighted).id or 0))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """So does a click."""
        self.dismiss(int(event.option.id or 0))


class AskYes(ModalScreen[bool]):
    """Yes or no."""

    CSS = _FRAME.format(name="AskYes")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter,d", "dismiss(True)", show=False),
        Binding("n,escape,q", "dismiss(False)", show=False),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question."""
        with Vertical(classes="asked"):
            yield Static(Text(self._question))
            yield Static(Text("Enter or y: yes    Esc or n: no", style="bold"))


class ShowKeys(ModalScreen[None]):
    """All keys and what they do."""

    CSS = _FRAME.format(name="ShowKeys")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q,enter", "dismiss", show=False)]

    def compose(self) -> ComposeResult:
        """The table of keys."""
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(style="bold", no_wrap=True)
        table.add_column()
        for key in KEYS:
            table.add_row(Text(key.shown), Text(key.words))
        with VerticalScroll(classes="asked"):
            yield Static(table)
            yield Static(
                Text("\nEsc closes this. The mouse works too: click a fact, a field or a key at the foot, draw over words to mark them.", style="dim")
            )
