"""Bytes to text: which encoding they are in, and whether they are plain text at all."""

import codecs
import re
from collections import Counter
from contextlib import suppress

_MARKS: tuple[tuple[bytes, str], ...] = (
    # the UTF-32 marks begin like UTF-16 ones, so they come first
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_DOCUMENTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (Word and Excel documents are such)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ\x00", "compressed with xz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet table"),
)
_ZEROS: tuple[tuple[str, tuple[bool, bool, bool, bool]], ...] = (
    # where in each four bytes the zeros of ASCII letters stand
    ("utf-32-le", (False, True, True, True)),
    ("utf-32-be", (True, True, True, False)),
    ("utf-16-le", (False, True, False, True)),
    ("utf-16-be", (True, False, True, False)),
)
_NOTATIONS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined"})
"""Codecs that write text in other text."""
_WANTED = "plain text is wanted: save the article's words alone"
_FEW, _MANY = 0.1, 0.4
_PAGE = re.compile(
    r"\s*(?:<!--[^>]*-->\s*)*<(?:(?P<whole>!doctype\s|html|head|body|\?xml|rss)|(?:article|div|h1|meta|p|section|title)\b)", re.IGNORECASE
)
_SAMPLE = 1 << 16
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")
_MANY_CONTROLS = 0.02
_MOSTLY = 0.8
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]")
_LONE_BESIDE_LETTER = re.compile(r"(?<=[A-Za-z])[一-鿿](?![一-鿿])|(?<![一-鿿])[一-鿿](?=[A-Za-z])")


class ReadingError(ValueError):
    """Input that is no readable article: one line that says why, and what to do. Whoever reports it names the input."""


def decode(raw: bytes, encoding: str | None = None) -> str:
    """The text that the bytes hold, without byte-order mark, line ends kept.

    Without an encoding, the byte-order mark tells it, else UTF-8, GB18030 when the bytes read as Chinese or as Chinese
    punctuation, and Windows-1252 are tried in this order. Raises ReadingError for nothing, blank space, binary data,
    markup, bytes that the encoding has not, and an encoding that does not exist.

    >>> decode("价格 5 yuan".encode("gb18030")), decode("5 €".encode("cp1252"))
    ('价格 5 yuan', '5 €')
    """
    if not raw:
        raise ReadingError("empty, there is nothing to read")
    refuse_documents(raw)
    known = encoding or announced(raw)
    text = (_decoded(raw, known) if known else _guessed(raw)).removeprefix("\ufeff")
    if not text.strip():
        raise ReadingError("nothing but blank space in it, an article's words are wanted")
    sample = text[:_SAMPLE]
    page = _PAGE.match(sample)
    if page and (page["whole"] or text.rstrip().endswith(">")):
        raise ReadingError(f"an HTML or XML page, {_WANTED}")
    if "\0" in text or len(_CONTROL.findall(sample)) > _MANY_CONTROLS * len(sample):
        raise ReadingError(f"binary data{f' or not {encoding}' if encoding else ''}, {_WANTED}")
    return text


def check_encoding(encoding: str) -> None:
    """Raises ReadingError when there is no text encoding of that name."""
    try:
        b"a".decode(encoding, "replace")
        "".encode(encoding)
        known = codecs.lookup(encoding).name not in _NOTATIONS
    except (LookupError, ValueError):
        known = False
    if not known:
        raise ReadingError(f"no such encoding: {encoding!r} (utf-8, utf-16, gb18030 and windows-1252 are common ones)")


def announced(raw: bytes) -> str | None:
    """The encoding that a byte-order mark announces, or that of wide characters without one."""
    marked = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)
    return marked or (_wide(raw[:_SAMPLE]) if b"\0" in raw else None)


def refuse_documents(raw: bytes) -> None:
    """Raises ReadingError when the first bytes are those of a document, image or archive."""
    for magic, what in _DOCUMENTS:
        if raw.startswith(magic):
            raise ReadingError(f"{what}, {_WANTED}")


def _decoded(raw: bytes, encoding: str) -> str:
    check_encoding(encoding)
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(f"not {encoding} ({_place(raw, error.start)}), give the right --encoding") from None
    except ValueError:
        raise ReadingError(f"not {encoding}, give the right --encoding") from None


def _guessed(raw: bytes) -> str:
    if b"\0" in raw:
        raise ReadingError(f"binary data, {_WANTED}")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error.start
    if _is_chinese(raw):
        return _decoded(raw, "gb18030")
    if _is_utf8_but_for_a_little(raw):
        raise ReadingError(f"broken UTF-8 ({_place(raw, broken)}), mend it, or take it as it is with --encoding windows-1252")
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ReadingError(f"neither UTF-8, GB18030 nor Windows-1252 ({_place(raw, error.start)}), give its --encoding") from None
    if len(_NOT_ASCII.findall(text)) > len(_ASCII_WORD.findall(text)):
        raise ReadingError("neither UTF-8, GB18030 nor Windows-1252 (more accents than plain letters), give its --encoding")
    return text


def _place(raw: bytes, offset: int) -> str:
    return f"byte {offset:,} is 0x{raw[offset]:02X}" if offset < len(raw) else "it ends too early"


def _wide(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark."""
    shares = [column.count(0) / max(len(column), 1) for column in (sample[place::4] for place in range(4))]
    for encoding, zeros in _ZEROS:
        if all(share >= _MANY if zero else share <= _FEW for share, zero in zip(shares, zeros, strict=True)):
            return encoding
    return None


def _is_chinese(raw: bytes) -> bool:
    """Whether the bytes are GB18030, and what is not ASCII in them is Chinese, or Chinese punctuation between English words.

    Windows-1252 has its accents and curly quotes singly, inside or beside Latin letters; read as GB18030 they do not fit,
    swallow the letter behind them into a rare character, or, two together, give one Chinese character beside a letter.
    """
    try:
        text = codecs.getincrementaldecoder("gb18030")().decode(raw)  # which waits for the rest of a character that is cut short
    except UnicodeDecodeError:
        return False
    characters = Counter(_NOT_ASCII.findall(text))
    plausible = sum(count for character, count in characters.items() if _is_common(character))
    astray = len(_LONE_BESIDE_LETTER.findall(text))
    return plausible - astray >= max(_MOSTLY * characters.total(), 1)


def _is_common(character: str) -> bool:
    """Whether a character is of the oldest part of GB18030, both of whose bytes lie above 0xA0, or one of its Latin letters and dashes."""
    encoded = character.encode("gb18030")
    return len(encoded) == len("GB") and (min(encoded) > 0xA0 or encoded[0] == 0xA8) and not "\ue000" <= character <= "\uf8ff"  # noqa: PLR2004 - named above


def _is_utf8_but_for_a_little(raw: bytes) -> bool:
    with suppress(UnicodeDecodeError):
        return bool(raw.decode("utf-8", "surrogatepass"))
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(_NOT_ASCII.findall(text)) - broken > broken
