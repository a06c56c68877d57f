"""Files to stories."""

import datetime as dt
import os
import stat
from pathlib import Path

from wirefacts.lexicon import Lexicon
from wirefacts.reading.decoding import ReadingError, decode
from wirefacts.reading.story import Story, story_of

_STEM_OF_ANY_ARTICLE = "article"


def read_file(
    path: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    published: dt.date | None = None,
    override: bool = False,
    lexicon: Lexicon | None = None,
) -> Story:
    """The story in a plain text file. `published` is its day where it states none; with `override`, anyway.

    Raises ReadingError, without the file's name, when it cannot be read or is no plain text.
    """
    text = decode(bytes_of(path), encoding)
    return story_of(text, id=article_id(path), published=published, override=override, path=os.fspath(path), lexicon=lexicon)


def bytes_of(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file or a pipe. Raises ReadingError."""
    try:
        refuse_devices(path)
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise ReadingError(why_not(error)) from None


def refuse_devices(path: str | os.PathLike[str]) -> None:
    """Raises ReadingError for what is neither a file nor a pipe, OSError for what is not there."""
    mode = os.stat(path).st_mode  # noqa: PTH116 - Path.stat would say the same
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise ReadingError("a folder, a file is wanted" if stat.S_ISDIR(mode) else "a device, a file is wanted")


def why_not(error: OSError | ValueError) -> str:
    """Why an input cannot be opened, and what to do, in one line."""
    if isinstance(error, ReadingError):
        return str(error)
    if isinstance(error, FileNotFoundError):
        return "no such file or folder, check the name"
    if isinstance(error, PermissionError):
        return "permission denied, make it readable"
    if isinstance(error, OSError) and error.strerror:
        return f"it cannot be read ({error.strerror.lower()})"
    return f"it cannot be read ({error})"


def article_id(path: str | os.PathLike[str]) -> str:
    """The id of the article in a file: its stem, or the folder's name when the stem is `article`.

    >>> article_id("news/2022-07-19.txt"), article_id("news/port/article.txt")
    ('2022-07-19', 'port')
    """
    path = Path(path)
    if path.stem != _STEM_OF_ANY_ARTICLE:
        return path.stem
    return path.absolute().parent.name or path.stem
