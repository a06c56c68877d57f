"""Bytes in every encoding that news comes in, and bytes that are no text."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.reading import ReadingError, check_encoding, decode

ENGLISH = "The port’s exports – “record” ones – rose 5 %,\r\nworth £3 million.\r\n"
CHINESE_MARKS = "The port’s exports — “record” ones — rose 5％， the bureau said…\n"
CHINESE_NAMES = "Hengtong Coal (恒通煤业) and Zhou Wei (周伟) signed in Linhe.\n"
CHINESE = "今年上半年，全省进出口总值772.4亿元，同比增长17.6%。\n"
EUROPEAN = "Müller & Söhne of Köln, Peña of Málaga and Conceição of São Paulo met at a café.\n"
LONE_PAIR = "Informação in Brasília: the board of Conceição grew.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(ENGLISH, "utf-8", id="UTF-8"),
        pytest.param(CHINESE, "utf-8", id="Chinese in UTF-8"),
        pytest.param("\ufeff" + ENGLISH, "utf-8", id="UTF-8 with mark"),
        pytest.param(ENGLISH, "utf-16", id="UTF-16 with mark"),
        pytest.param("\ufeff" + ENGLISH, "utf-16-be", id="UTF-16 BE with mark"),
        pytest.param(ENGLISH, "utf-16-le", id="UTF-16 LE without mark"),
        pytest.param(ENGLISH, "utf-16-be", id="UTF-16 BE without mark"),
        pytest.param(CHINESE_NAMES, "utf-16-le", id="names in UTF-16 without mark"),
        pytest.param(ENGLISH, "utf-32", id="UTF-32 with mark"),
        pytest.param("\ufeff" + ENGLISH, "utf-32-be", id="UTF-32 BE with mark"),
        pytest.param(ENGLISH, "utf-32-le", id="UTF-32 without mark"),
        pytest.param(CHINESE, "gb18030", id="Chinese in GB18030"),
        pytest.param("\ufeff" + CHINESE, "gb18030", id="GB18030 with mark"),
        pytest.param(CHINESE_MARKS, "gb18030", id="English with Chinese punctuation in GB18030"),
        pytest.param(CHINESE_NAMES, "gb18030", id="English with Chinese names in GB18030"),
        pytest.param("It’s a record.", "gb18030", id="one apostrophe in GB18030"),
        pytest.param("In 2016–20 it cost 5 €. The café’s 漯河 branch closed.", "gb18030", id="Latin letters and dashes in GB18030"),
        pytest.param(ENGLISH, "cp1252", id="Windows-1252"),
        pytest.param("It’s the 1990–91 “budget”.", "cp1252", id="curly quotes in Windows-1252"),
        pytest.param(EUROPEAN, "cp1252", id="European names in Windows-1252"),
        pytest.param(LONE_PAIR, "cp1252", id="two accents together in Windows-1252"),
        pytest.param("It was 5°C in Genève.", "cp1252", id="a degree in Windows-1252"),
        pytest.param("They met at a café", "cp1252", id="an accent at the end in Windows-1252"),
        pytest.param("Trade\rgrew\r\nagain\n\n", "ascii", id="line ends of all sorts"),
    ],
)
def test_encodings_are_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("raw", "encoding", "text"),
    [
        ("价格".encode("big5"), "big5", "价格"),
        ("ё".encode("cp1251"), "cp1251", "ё"),
        (b"\xef\xbb\xbfPort", "utf-8", "Port"),
        (b"\x93Port\x94", "latin-1", "\x93Port\x94"),
    ],
)
def test_given_encoding_overrules(raw: bytes, encoding: str, text: str) -> None:
    assert decode(raw, encoding) == text


@pytest.mark.parametrize(
    ("raw", "encoding", "reason"),
    [
        pytest.param(b"", None, "empty", id="nothing"),
        pytest.param(b" \r\n\t", None, "blank space", id="blank space"),
        pytest.param(codecs.BOM_UTF8, None, "blank space", id="a mark alone"),
        pytest.param(b"%PDF-1.7\n%", None, "PDF", id="PDF"),
        pytest.param(b"PK\x03\x04\x14\x00word/", None, "Word", id="docx"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", None, "PNG", id="PNG"),
        pytest.param(b"\x1f\x8b\x08\x00", None, "gzip", id="gzip"),
        pytest.param(b"{\\rtf1 Trade grew.}", None, "RTF", id="RTF"),
        pytest.param(b"%PDF-1.7\n%", "latin-1", "PDF", id="PDF with an encoding"),
        pytest.param(bytes(range(256)) * 4, None, "binary data", id="all bytes"),
        pytest.param(b"Trade\x01\x02\x03\x04grew", None, "binary data", id="control bytes"),
        pytest.param(b"Trade grew\x00", None, "binary data", id="a NUL"),
        pytest.param("Trade grew".encode("utf-16-le"), "utf-8", "not utf-8", id="the wrong width"),
        pytest.param(b"caf\xe9", "utf-8", "byte 3 is 0xE9", id="not the given encoding"),
        pytest.param(b"caf\xe9", "ascii", "give the right --encoding", id="what to do"),
        pytest.param(codecs.BOM_UTF16_LE + b"a", None, "not utf-16-le", id="a mark that lies"),
        pytest.param(b"\x81\x8d grew", None, "neither UTF-8, GB18030 nor Windows-1252", id="no encoding fits"),
        pytest.param("“It’s a record”".encode()[:-1], None, "broken UTF-8", id="UTF-8 cut short"),
        pytest.param(CHINESE.strip().encode("gb18030")[:-1], None, "not gb18030 (byte", id="GB18030 cut short"),
        pytest.param(b"Port \xed\xa0\x80 grew", None, "broken UTF-8", id="a surrogate in UTF-8"),
        pytest.param("Порт вырос на 5 процентов.".encode("koi8-r"), None, "more accents than plain letters", id="an encoding that is not guessed"),
        pytest.param(b"Port", "utf-9", "no such encoding: 'utf-9'", id="no encoding of that name"),
        pytest.param(b"Port", "base64", "no such encoding", id="no encoding of text"),
        pytest.param(b"<!DOCTYPE html>\n<html><p>Trade grew.", None, "HTML", id="a page"),
        pytest.param(b"\n<!-- saved --><HTML lang=en><body>Trade grew.</body></HTML>\n", None, "HTML", id="a page with a comment first"),
        pytest.param("<?xml version='1.0'?><nitf/>".encode("utf-16"), None, "XML", id="XML"),
        pytest.param(b"<p>Trade grew.</p>\n<p>Exports rose.</p>", None, "HTML", id="a piece of a page"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(raw: bytes, encoding: str | None, reason: str) -> None:
    with pytest.raises(ReadingError) as refused:
        decode(raw, encoding)
    message = str(refused.value)
    assert reason in message
    assert "\n" not in message


@pytest.mark.parametrize("text", ["The <html> tag opens a page.", "<p> marks a paragraph.", "5 < 6 > 4", "PK is a man.", "BZ grew"])
def test_text_about_markup_is_text(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize("name", ["utf-8", "GBK", "windows-1252", "utf_16"])
def test_known_encodings(name: str) -> None:
    check_encoding(name)


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "gb18030", "utf-7", "punycode", "idna", "hex", "\0"]))
def test_any_bytes_are_text_or_refused(raw: bytes, encoding: str | None) -> None:
    outcome = ""
    with suppress(ReadingError):
        outcome = decode(raw, encoding)
    assert outcome.strip() or not outcome


PRINTABLE = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="<{%\ufeff")


@given(st.text(PRINTABLE, min_size=1).map(lambda text: f"Port {text}"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_every_character_is_kept(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text
