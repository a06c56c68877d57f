"""The layout of an article: which of its paragraphs is what, and what its frame says of day and outlet."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.view import view_of
from wirefacts.reading.bylines import LONGEST_BYLINE, Byline, Sort, byline_of
from wirefacts.reading.captions import LONGEST_CAPTION, caption_of
from wirefacts.reading.datelines import Dateline, dateline_of
from wirefacts.reading.lines import Line, is_finished, paragraphs_of
from wirefacts.records import Block, Layout, Part

_LONGEST_HEADLINE = 250
_MOST_HEADLINE_WORDS = 35
_LONGEST_HEADING = 110
_MOST_HEADING_WORDS = 14
_MOST_HEADINGS = 2
_LETTER = re.compile(r"[^\W\d_]")
_ITEM = re.compile(r"[-*+•·▪►–—●■◆]\s|\d+[.)、]\s")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|\b(?:Inc|Co|Ltd|Corp|Bros|pct|Jr|Sr)\.)\Z")
_DAYS_BY_TRUST: tuple[Sort | None, ...] = ("published", None, "source", "people", "updated")

Shape = Literal["prose", "short", "dateline", "byline", "caption", "credit"]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    line: Line
    view: str
    """The beginning of it; the whole where it is short enough to be anything but prose."""
    shape: Shape
    byline: Byline | None = None
    dateline: Dateline | None = None


def layout_of(text: str, lexicon: Lexicon, *, published: dt.date | None = None, override: bool = False) -> Layout:
    r"""Where title, byline, dateline, captions, headings and body stand, and what the frame says of day and outlet.

    `published` gives a dateline's day its year where the text does not say when it was published; with `override`, anyway.

    >>> layout = layout_of("Port grows\n\nJINAN, Sept. 12 (Xinhua) -- Trade grew.\n\n(Xinhua) 09:12, September 13, 2022", Lexicon())
    >>> [block.part for block in layout.blocks], layout.title, layout.source
    (['title', 'dateline', 'body', 'byline'], 'Port grows', 'Xinhua')
    >>> layout.published.isoformat(), layout.dateline.isoformat()
    ('2022-09-13', '2022-09-12')
    """

    def stands_alone(line: Line) -> bool:
        return line.end - line.start <= LONGEST_BYLINE and byline_of(view_of(text[line.start : line.end]), lexicon) is not None

    paragraphs = [_seen(text, line, lexicon) for line in paragraphs_of(text, stands_alone)]
    if _opens_with_a_headline(paragraphs):
        paragraphs[0] = replace(paragraphs[0], shape="short")
    parts = _parts(paragraphs)
    bylines = [(paragraph.byline, part) for paragraph, part in zip(paragraphs, parts, strict=True) if paragraph.byline]
    datelines = [paragraph.dateline for paragraph, part in zip(paragraphs, parts, strict=True) if paragraph.dateline and part == "dateline"]
    headlines = (paragraph.line for paragraph, part in zip(paragraphs, parts, strict=True) if part == "title")
    title = next((" ".join(text[line.start : line.end].split()) for line in headlines), None)
    stated = _stated_day(bylines, datelines)
    reference = published if published and (override or not stated) else stated
    named = (
        *(byline.source for byline, _ in bylines),
        *(byline.outlet for byline, part in bylines if part == "byline"),
        *(dateline.outlet for dateline in datelines),
    )
    return Layout(
        blocks=tuple(_blocks(text, paragraphs, parts)),
        title=title,
        published=stated,
        dateline=next((dateline.day.nearest(reference) for dateline in datelines if dateline.day), None),
        source=next(filter(None, named), None),
    )


def _seen(text: str, line: Line, lexicon: Lexicon) -> _Paragraph:
    """A paragraph with what its own words make it, wherever it stands."""
    view = view_of(text[line.start : min(line.end, line.start + LONGEST_CAPTION + 1)])
    byline = byline_of(view, lexicon)
    if byline and byline.labelled:
        return _Paragraph(line, view, "byline", byline)
    picture = caption_of(view, lexicon)
    if picture:
        return _Paragraph(line, view, picture)
    dateline = dateline_of(view, lexicon)
    if dateline:
        return _Paragraph(line, view, "dateline" if dateline.alone else "prose", dateline=dateline)
    if byline:
        return _Paragraph(line, view, "byline", byline)
    return _Paragraph(line, view, "short" if _is_headline(view) else "prose")


def _is_headline(view: str) -> bool:
    """Whether a paragraph could be a headline: short, with letters, and not ended as a sentence is."""
    return (
        len(view) <= _LONGEST_HEADLINE
        and len(view.split()) <= _MOST_HEADLINE_WORDS
        and _LETTER.search(view) is not None
        and not _ITEM.match(view)
        and not view.endswith(",")
        and (not is_finished(view) or view.isupper() or view.endswith(("?", "!")) or _ABBREVIATED.search(view) is not None)
    )


def _opens_with_a_headline(paragraphs: Sequence[_Paragraph]) -> bool:
    """Whether the first paragraph, though it ends as a sentence does, is the headline: it stands over a byline or dateline."""
    below = next((paragraph.shape for paragraph in paragraphs[1:3] if paragraph.shape != "short"), None)
    return (
        below in {"byline", "dateline"}
        and paragraphs[0].shape == "prose"
        and paragraphs[0].dateline is None
        and len(paragraphs[0].view.split()) <= _MOST_HEADLINE_WORDS
    )


def _is_heading(view: str) -> bool:
    return len(view) <= _LONGEST_HEADING and len(view.split()) <= _MOST_HEADING_WORDS and not is_finished(view) and _is_headline(view)


def _parts(paragraphs: Sequence[_Paragraph]) -> list[Part]:
    """The part of each paragraph, by its shape and by where it stands: before the first prose, after the last, or between."""
    prose = [index for index, paragraph in enumerate(paragraphs) if paragraph.shape == "prose"]
    first, last = (prose[0], prose[-1]) if prose else (len(paragraphs), len(paragraphs))
    title = _title(paragraphs[:first]) if len(paragraphs) > 1 else None
    over_prose = _over_prose(paragraphs, title)
    headline = None if title is None else _folded(paragraphs[title])
    parts: list[Part] = []
    for index, paragraph in enumerate(paragraphs):
        part: Part = "body"
        outside = index < first or index > last
        if headline is not None and (index == title or (paragraph.shape != "prose" and _folded(paragraph) == headline)):
            part = "title"
        elif paragraph.shape in {"caption", "credit"}:
            part = "caption"
            if paragraph.shape == "credit" and not paragraph.line.gap and parts and parts[-1] in {"body", "heading"}:
                parts[-1] = "caption"
        elif paragraph.byline and (outside or paragraph.byline.labelled):
            part = "byline"
        elif paragraph.dateline and (outside or index == first or paragraph.dateline.complete):
            part = "dateline"
        elif index in over_prose and _is_heading(paragraph.view):
            part = "heading"
        parts.append(part)
    return parts


def _title(frame: Sequence[_Paragraph]) -> int | None:
    """Index of the headline among the paragraphs before the first prose."""
    for index, paragraph in enumerate(frame):
        if paragraph.shape == "short" or (paragraph.byline and not paragraph.byline.certain):
            return index
    return None


def _over_prose(paragraphs: Sequence[_Paragraph], title: int | None) -> set[int]:
    """Indexes of the few short paragraphs that stand over prose, pictures aside; many of them are a list."""
    over: set[int] = set()
    run: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.shape == "prose":
            if sum(paragraphs[before].shape == "short" for before in run) <= _MOST_HEADINGS:
                over.update(run)
            run = []
        elif index != title and (paragraph.shape == "short" or (paragraph.byline and not paragraph.byline.labelled)):
            run.append(index)
    return over


def _folded(paragraph: _Paragraph) -> str:
    return " ".join(paragraph.view.casefold().split())


def _stated_day(bylines: Sequence[tuple[Byline, Part]], datelines: Sequence[Dateline]) -> dt.date | None:
    """The day of publication that the frame states; one that the dateline states with its year where nothing else does."""
    for sort in _DAYS_BY_TRUST:
        for byline, part in bylines:
            for label, day in byline.days:
                if label == sort and part == "byline":
                    return day
    return next((dateline.day.date for dateline in datelines if dateline.day), None)


def _blocks(text: str, paragraphs: Sequence[_Paragraph], parts: Sequence[Part]) -> Iterator[Block]:
    for paragraph, part in zip(paragraphs, parts, strict=True):
        start, end = paragraph.line.start, paragraph.line.end
        if part == "dateline" and paragraph.dateline and not paragraph.dateline.alone:
            cut = start + paragraph.dateline.end
            yield Block(part="dateline", start=start, end=start + len(text[start:cut].rstrip()))
            yield Block(part="body", start=end - len(text[cut:end].lstrip()), end=end)
        else:
            yield Block(part=part, start=start, end=end)
