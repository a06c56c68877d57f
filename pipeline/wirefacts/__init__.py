"""Typed, checked facts out of regional news, offline, each traceable to the characters it came from."""

TYPE_CHECKING = False  # as type checkers read it: nothing is imported here, so that an interrupt finds the command ready to answer it
if TYPE_CHECKING:
    from wirefacts.extractor import Extractor, extract

__version__ = "0.1.0"
__all__ = ["Extractor", "__version__", "extract"]


def __getattr__(name: str) -> object:
    """Load the extractor, and spaCy with it, when it is first asked for: `wirefacts --help` has no need of either."""
    if name in {"Extractor", "extract"}:
        from wirefacts import extractor  # noqa: PLC0415 - the point of this function

        return getattr(extractor, name)
    raise AttributeError(f"module 'wirefacts' has no attribute {name!r}")
