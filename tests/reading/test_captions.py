"""Captions and credits in the manners of papers and agencies."""

import pytest

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.view import view_of
from wirefacts.reading.captions import caption_of

LEXICON = Lexicon()


@pytest.mark.parametrize(
    "credit",
    [
        "LI MING/FOR CHINA DAILY",
        "LI MING / XINHUA",
        "CHINA DAILY",
        "VCG",
        "XINHUA PHOTO",
        "PROVIDED TO CHINA DAILY",
        "REUTERS/Jane Doe",
        "Li Ming/China News Service",
        "Photo: VCG",
        "Photograph: Jane Doe/Getty Images",
        "[Photo/Xinhua]",
        "[Photo by Li Ming/China Daily]",
        "[PHOTO PROVIDED TO CHINADAILY.COM.CN]",
        "[Photo/Agencies]",
        "(Xinhua/Li Ming)",
        "(People’s Daily Online/Li Ming)",
        "(Photo by Li Ming/Xinhua)",
        "(Photo/Li Ming)",
        "(Photo: China News Service/Li Ming)",
        "(Photo provided by the port authority)",
        "(Photo from the web)",
        "(AP Photo/Jane Doe)",
        "(Courtesy of the port)",
        "（Photo/Li Ming）",
    ],
)
def test_credit_at_the_end(credit: str) -> None:
    assert caption_of(view_of(f"Trucks wait at the port in Linhe on June 18. {credit}"), LEXICON) == "caption"


def test_credit_in_capitals_without_a_full_stop_before() -> None:
    assert caption_of("A night view of the port in Linhe LI MING / XINHUA", LEXICON) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Photo taken on July 26, 2020 shows the port of Linhe.",
        "Aerial photo taken on July 26, 2020 shows the port.",
        "This undated file photo shows the port.",
        "A file photo of the port",
        "Photo shows trucks at the port.",
        "In this photo released by the port, trucks wait.",
    ],
)
def test_opening_of_a_caption(line: str) -> None:
    assert caption_of(line, LEXICON) == "caption"


@pytest.mark.parametrize("line", ["[Photo/VCG]", "Photo: VCG", "Photo by Li Ming", "(Xinhua/Li Ming)", "Li Ming/Xinhua"])
def test_credit_alone(line: str) -> None:
    assert caption_of(line, LEXICON) == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "Photos of the event went viral online.",
        "Satellite images show that the lake has shrunk.",
        "The image of the city improved.",
        "Credit to small firms grew 5 percent.",
        "He told China Daily.",
        "He works for the Financial Times/CNN",
        "Growth (see photo) was high.",
        "Exports rose, said the ministry (MOFCOM).",
        "Output rose 5 percent (up 3/4)",
        "Exports grew. (Xinhua)",
        "CHINA DAILY",
        "Trucks wait. " * 80 + "CHINA DAILY",
        "",
    ],
)
def test_no_caption(line: str) -> None:
    assert caption_of(view_of(line), LEXICON) is None
