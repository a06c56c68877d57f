"""How the desk looks: states and kinds in few cells, told by words as well as by colour."""

from wirefacts.records import Kind
from wirefacts.records.review import State
from wirefacts.showing.highlighting import STYLES

STATE_WORDS: dict[State, str] = {"pending": "· left", "accepted": "✓ acc", "rejected": "✗ rej", "corrected": "≈ corr", "added": "+ add"}
STATE_STYLES: dict[State, str] = {"pending": "", "accepted": "green", "rejected": "red", "corrected": "yellow", "added": "cyan"}
KIND_WORDS: dict[Kind, str] = {"money": "money", "percentage": "perc", "quantity": "quant", "date": "date", "organization": "org"}

_OF_STATE: dict[State, str] = {"pending": "", "accepted": "not bold", "corrected": "not bold", "added": "not bold", "rejected": "not bold strike"}


def mark_style(kind: Kind, state: State) -> str:
    """The style of a fact in its article: bold while it is undecided, struck through when it was rejected."""
    return f"{STYLES[kind]} {_OF_STATE[state]}".strip()


CURRENT = "reverse"
SELECTED = "underline reverse"
FAULT = "bold red"
