"""One loader for every vocabulary: a TOML file, validated against its model when it is first used."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from wirefacts.records import Record

Table = TypeVar("Table", bound=Record)


class LexiconError(ValueError):
    """A vocabulary file that cannot be used: which, where in it, and why."""


def load(name: str, model: type[Table], extra: Path | None = None) -> Table:
    """The bundled table of that name, a user's file of the same name and form merged in: theirs comes first and overrules ours.

    Raises LexiconError, naming the file and the entry, when either is malformed.
    """
    fields = _bundled(name)
    theirs = extra / name if extra is not None else None
    if theirs is not None and theirs.exists():
        fields = {**fields, **{key: _merged(fields.get(key), value) for key, value in _parsed(theirs).items()}}
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        reason = "no such entry in this table" if first["type"] == "extra_forbidden" else first["msg"]
        raise LexiconError(f"{theirs or name}: {where}: {reason}") from None


def _merged(ours: Any, theirs: Any) -> Any:
    if isinstance(ours, list) and isinstance(theirs, list):
        return [*theirs, *ours]
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return {**ours, **theirs}
    return theirs


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise LexiconError(f"{path}: not in UTF-8, save it as UTF-8") from None
    except OSError as error:
        raise LexiconError(f"{path}: it cannot be read ({(error.strerror or str(error)).lower()})") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: no TOML: {error}") from None


@cache
def _bundled(name: str) -> dict[str, Any]:
    return tomllib.loads((files("wirefacts.lexicon") / "data" / name).read_text(encoding="utf-8"))
