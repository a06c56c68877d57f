"""Whole articles: their parts, the day they appeared on and the outlet."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wirefacts.lexicon import Lexicon
from wirefacts.reading import layout_of
from wirefacts.records import Layout

LEXICON = Lexicon()
PROSE = "Trade of the port rose 5 percent in the first half of the year, the customs bureau of the city said on Friday."


@dataclass(frozen=True)
class Case:
    text: str
    parts: str
    title: str | None = None
    published: str | None = None
    dateline: str | None = None
    source: str | None = None


CASES = {
    "China Daily page": Case(
        "Linhe port grows up\n\nBy China Daily\u00a0\u00a0|\u00a0\u00a0Mar 9,2021\u00a0\u00a008:14:59\n\n"
        f"Trucks wait at the port. LI MING/FOR CHINA DAILY\n\n{PROSE}\n\nNew berths\n\n{PROSE}\n\n \n\n"
        f"A crane at work. CHINA DAILY\nOpening wider\n \n\n{PROSE}\n\nLinhe port grows up",
        "title byline caption body heading body caption heading body title",
        "Linhe port grows up",
        "2021-03-09",
        None,
        "China Daily",
    ),
    "Xinhua on a portal": Case(
        f"Linhe trade up 5 pct\n(Xinhua) 09:12, January 03, 2022\nLINHE, Dec. 31 (Xinhua) -- {PROSE}\n{PROSE}\n(Web editor: Wu Di, Li Na)",
        "title byline dateline body body byline",
        "Linhe trade up 5 pct",
        "2022-01-03",
        "2021-12-31",
        "Xinhua",
    ),
    "wire text without a title": Case(f"\n\nLINHE, August 8 (Xinhua) --\n\n{PROSE}\n\n{PROSE}\n", "dateline body body", source="Xinhua"),
    "a summary before the byline": Case(
        f"Linhe port grows\n\nIt handles more coal than ever.\n\n09:33, November 19, 2020\n\n{PROSE}",
        "title body byline body",
        "Linhe port grows",
        "2020-11-19",
    ),
    "site and agency": Case(
        f"Home>>\nLinhe port grows\nXinhua, January 4, 2022\nPage 2\nLINHE, Jan. 3 (Xinhua) -- {PROSE}",
        "byline title byline heading dateline body",
        "Linhe port grows",
        "2022-01-04",
        "2022-01-03",
        "Xinhua",
    ),
    "wire text with a year": Case(f"LINHE, August 8, 1998 (Reuters) - {PROSE}", "dateline body", None, "1998-08-08", "1998-08-08", "Reuters"),
    "news service": Case(
        f"2020-05-14 10:21:33 Source: China News Service Editor: Wu Di\nLinhe station opens\n(ECNS) -- {PROSE}\n"
        f"Photo taken on May 13, 2020 shows the station. (Photo: China News Service/Li Ming)\nReported from Linhe, May 14",
        "byline title dateline body caption dateline",
        "Linhe station opens",
        "2020-05-14",
        "2020-05-14",
        "China News Service",
    ),
    "updates count for less than publication": Case(
        f"Linhe port grows\n\nUpdated: March 9, 2021\nPublished: March 7, 2021\n\n{PROSE}",
        "title byline byline body",
        "Linhe port grows",
        "2021-03-07",
    ),
    "day in the last lines": Case(f"Linhe port grows\n\n{PROSE}\n\nMarch 9, 2021", "title body byline", "Linhe port grows", "2021-03-09"),
    "days between paragraphs are the story's": Case(
        f"Linhe port grows\n\n{PROSE}\n\nMarch 9, 2021\n\n{PROSE} It opened on March 10, 2021.", "title body heading body", "Linhe port grows"
    ),
    "days in the prose are the story's": Case(f"Linhe port grows\n\nOn March 9, 2021, it opened.\n\n{PROSE}", "title body body", "Linhe port grows"),
    "dateline without a year": Case(
        f"Linhe port grows\n\nLINHE, Sept. 12 (Xinhua) -- {PROSE}", "title dateline body", "Linhe port grows", source="Xinhua"
    ),
    "title in capitals with a full stop": Case(
        f"LINHE PORT PROFIT RISES.\nLINHE 1996-08-30\n{PROSE}", "title dateline body", "LINHE PORT PROFIT RISES.", "1996-08-30", "1996-08-30"
    ),
    "title with a full stop": Case(
        f"Linhe port profit rises.\nLi Na\nLINHE 1996-08-30\n{PROSE}",
        "title heading dateline body",
        "Linhe port profit rises.",
        "1996-08-30",
        "1996-08-30",
    ),
    "title over two lines": Case(
        f"Linhe port handles more coal\nfrom the north\n\n{PROSE}", "title body", "Linhe port handles more coal from the north"
    ),
    "subtitle": Case(f"Linhe port grows\nCoal leads the rise\nBy Li Na\n\n{PROSE}", "title heading byline body", "Linhe port grows"),
    "credit on the line below": Case(
        f"Linhe port grows\n\n{PROSE}\n\nTrucks wait at the port in June.\n[Photo/VCG]\n\n{PROSE}",
        "title body caption caption body",
        "Linhe port grows",
    ),
    "fixed width": Case(
        "Linhe port grows\n\nTrade of the port rose 5 percent in the first\nhalf of the year, the customs bureau of the\ncity said on Friday.\n\n"
        "New berths\n\nIt has three berths, each of which can take\nships of 50,000 tonnes.\n",
        "title body heading body",
        "Linhe port grows",
    ),
    "Windows line ends": Case(f"Linhe port grows\r\n\r\nBy Li Na\r\n\r\n{PROSE}\r\n", "title byline body", "Linhe port grows"),
    "old Macintosh line ends": Case(f"Linhe port grows\r\rBy Li Na\r\r{PROSE}\r", "title byline body", "Linhe port grows"),
    "prose alone": Case(PROSE, "body"),
    "one line without a full stop": Case("Exports rose 5 percent in May", "body"),
    "lists are no headings": Case(
        f"Linhe port grows\n\n{PROSE}\n\nCoal\nOre\nGrain\nSteel\n\n1. Timber\n\n{PROSE}",
        "title body body body body body body body",
        "Linhe port grows",
    ),
    "round-up": Case(
        f"News in brief\n\nLINHE, Sept. 12 (Xinhua) -- {PROSE}\n\nQINGFENG, Sept. 11 (Xinhua) -- {PROSE}\n\nMarch 9, 2021",
        "title dateline body dateline body byline",
        "News in brief",
        "2021-03-09",
        "2020-09-12",
        "Xinhua",
    ),
}


def parts(layout: Layout) -> str:
    return " ".join(block.part for block in layout.blocks)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_articles(case: Case) -> None:
    layout = layout_of(case.text, LEXICON)
    assert parts(layout) == case.parts
    assert layout.title == case.title
    assert (layout.published and layout.published.isoformat()) == case.published
    assert (layout.dateline and layout.dateline.isoformat()) == case.dateline
    assert layout.source == case.source


@pytest.mark.parametrize(("override", "dateline"), [(False, "2021-12-31"), (True, "2019-12-31")])
def test_given_day_dates_the_dateline_where_it_holds(override: bool, dateline: str) -> None:
    text = f"Linhe port grows\n(Xinhua) 09:12, January 3, 2022\nLINHE, Dec. 31 (Xinhua) -- {PROSE}"
    layout = layout_of(text, LEXICON, published=dt.date(2020, 1, 2), override=override)
    assert layout.dateline == dt.date.fromisoformat(dateline)
    assert layout.published == dt.date(2022, 1, 3)


LINES = st.sampled_from(
    [
        PROSE,
        "Linhe port grows",
        "By Li Na | China Daily | Updated: 2021-05-07 09:10",
        "LINHE, Sept. 12 (Xinhua) -- It grew.",
        "LINHE, Feb. 30 (Xinhua) --",
        "Trucks wait. [Photo/VCG]",
        "(Xinhua/Li Na)",
        "Enditem",
        "and more",
        "March 9, 2021",
        "9999-12-31",
        " \t ",
        "",
        "\u3000（Xinhua）\u2009",
        "\x00",
        "LINHE _",
        "It grew.",
        "\ud800",
        "/",
        "(",
        "—",
        "By",
        ":",
        "\ufeff",
        "\u200b",
        "٣ March ٢٠٢٠",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=20).map("\n".join),
    st.lists(LINES, max_size=12).map("\r\n".join),
    st.lists(LINES, max_size=12).map("".join),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.one_of(st.none(), st.dates()), st.booleans())
def test_every_character_is_in_one_block(text: str, published: dt.date | None, override: bool) -> None:
    layout = layout_of(text, LEXICON, published=published, override=override)
    end = 0
    for block in layout.blocks:
        assert not text[end : block.start].strip()
        words = text[block.start : block.end]
        assert words
        assert words == words.strip()
        assert block.start >= end
        end = block.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("\n", id="newlines"),
        pytest.param("a\n", id="lines of a letter"),
        pytest.param("Port\n", id="lines of a word"),
        pytest.param("7", id="digits"),
        pytest.param("March 9, 2021 ", id="days"),
        pytest.param("Sept. 12 (Xinhua) -- ", id="datelines"),
        pytest.param("By Li Na | China Daily | Updated: 2021-05-07 09:10\n", id="bylines"),
        pytest.param("(Xinhua/", id="brackets and strokes"),
        pytest.param("[Photo/Xinhua]\n", id="credits"),
        pytest.param("China Daily ", id="outlets"),
        pytest.param(" \u00a0", id="blank space"),
        pytest.param("a \u00a0", id="letters far apart"),
        pytest.param("this the a ", id="openings of captions"),
    ],
)
def test_time_grows_with_length(piece: str, takes_linear_time: Callable[[Callable[[int], object], int], None]) -> None:
    takes_linear_time(lambda length: layout_of(piece * (length // len(piece)), LEXICON), 40_000)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x y " * 1_250_000, id="a line of 5 MB"),
        pytest.param("\n" * 1_000_000, id="a million newlines"),
        pytest.param("“" * 5_000_000, id="5 MB of quotes"),
    ],
)
def test_endless_texts(text: str) -> None:
    layout = layout_of(text, LEXICON)
    assert all(block.end <= len(text) for block in layout.blocks)
