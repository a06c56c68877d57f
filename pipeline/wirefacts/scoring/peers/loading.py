"""Peers by name, loaded when they are asked for."""

from importlib import import_module

from spacy.language import Language

from wirefacts.scoring.systems import Peer

_ADAPTERS = {
    "glue": ("glue", "Glue"),
    "quantulum3": ("quantulum", "Quantulum"),
    "recognizers": ("recognizers", "Recognizers"),
    "cqe": ("cqe", "Cqe"),
    "heideltime": ("heideltime", "HeidelTime"),
    "dateparser": ("dateparsing", "DateParser"),
}
NAMES = tuple(_ADAPTERS)


def loaded_peer(name: str, nlp: Language | None) -> Peer | str:
    """The peer, or in one line why there is none. Glue shares the pipeline that wirefacts has loaded."""
    module, cls = _ADAPTERS[name]
    adapter = getattr(import_module(f"wirefacts.scoring.peers.{module}"), cls)
    try:
        peer: Peer = adapter(nlp) if name == "glue" else adapter()
    except ImportError:
        return f"not installed: {adapter.install}"
    except Exception as error:  # noqa: BLE001 - a peer may fail in any way
        return f"cannot be loaded: {type(error).__name__}: {first_line(error)}"
    return peer


def first_line(error: Exception) -> str:
    """What an error says, on one line.

    >>> first_line(ValueError("no model"))
    'no model'
    """
    return (str(error).splitlines() or [""])[0]
