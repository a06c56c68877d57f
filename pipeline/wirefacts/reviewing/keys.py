"""The keys of the desk, in one table: what the program binds, what `?` shows and what the README prints."""

from typing import NamedTuple


class Key(NamedTuple):
    """A key: how Textual names it, how people read it, what it does, and the word for it at the foot of the screen, if it stands there."""

    names: str
    shown: str
    action: str
    words: str
    foot: str = ""


KEYS = (
    Key("a", "a", "accept", "accept the fact as it is shown, with what was changed and not yet kept", "accept"),
    Key("r", "r", "reject", "reject it", "reject"),
    Key("c", "c", "correct", "correct it: edit its fields, the value or name first; Tab to the next field, Enter keeps, Esc drops", "correct"),
    Key("full_stop", ".", "boundary('end', 1)", "move its end one word on; Enter keeps, Esc drops"),
    Key("comma", ",", "boundary('end', -1)", "move its end one word back"),
    Key("greater_than_sign", ">", "boundary('start', 1)", "move its start one word on"),
    Key("less_than_sign", "<", "boundary('start', -1)", "move its start one word back"),
    Key("k", "k", "kind", "make it a fact of another kind"),
    Key("plus", "+", "add", "add a fact: the words marked with the mouse, or mark them by the arrow keys; then its kind", "add"),
    Key("u", "u", "undo", "undo your last act", "undo"),
    Key("y", "y", "redo", "redo what you undid"),
    Key("w", "w", "note", "write a note, the reason why: it is kept with your next decision on the fact"),
    Key("s", "s", "skip", "skip: leave it undecided, and come back to it when all else is decided", "skip"),
    Key("n", "n ↓", "step(1)", "next in the queue, decided or not"),
    Key("p", "p ↑", "step(-1)", "previous in the queue"),
    Key(
        "f",
        "f",
        "filter",
        "filter the queue by states, kinds and words: money left, date, port; beginnings of the former will do, as org, corr",
        "filter",
    ),
    Key("slash", "/", "search", "search: the next fact that contains the words; after all of these, the facts whose sentence does"),
    Key("o", "o", "order", "order: doubtful first, or as the text runs"),
    Key("j", "j", "jump", "jump to an article"),
    Key("A", "A", "accept_above", "accept all that are left in the queue from a confidence on"),
    Key("R", "R", "reject_left", "reject all that are left in the queue as it is filtered, when you have said yes to how many"),
    Key(
        "d",
        "d",
        "done",
        "mark the article done, or the one whose last fact you just decided on: what you left undecided in it counts as accepted",
        "done",
    ),
    Key("tab", "Tab", "pane", "to the article and back: there the arrow keys scroll"),
    Key("question_mark", "?", "keys", "show these keys", "keys"),
    Key("q", "q", "leave", "quit: every decision is kept already", "quit"),
)


def keys_table() -> str:
    """The keys as a table in Markdown.

    >>> print(keys_table().splitlines()[2])
    | `a` | accept the fact as it is shown, with what was changed and not yet kept |
    """
    rows = [f"| {' '.join(f'`{key}`' for key in each.shown.split())} | {each.words} |" for each in KEYS]
    return "\n".join(["| key | |", "|---|---|", *rows])
