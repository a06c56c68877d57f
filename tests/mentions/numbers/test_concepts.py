"""What a number is said of, by the words around it."""

from collections.abc import Callable

import pytest
import spacy

from wirefacts.mentions.numbers.concepts import ConceptReader, Reach
from wirefacts.mentions.passage import Passage, Span, passage_of


@pytest.mark.parametrize(
    ("text", "number", "concepts"),
    [
        pytest.param("Exports rose 5 percent.", "5 percent", ["Exports"], id="the subject of its verb"),
        pytest.param("The port's exports fell to 20 percent.", "20 percent", ["port exports"], id="the subject, through a preposition"),
        pytest.param("The firm built a 20 kW generator.", "20 kW", ["generator", "firm"], id="the noun it stands before, and whose that is"),
        pytest.param("The firm paid $5 for a ticket.", "$5", ["ticket", "firm"], id="what is paid for, and who pays"),
        pytest.param("The price of coal was 80 dollars.", "80 dollars", ["price coal"], id="a noun with what hangs on it"),
        pytest.param("It has 64 GB of storage.", "64 GB", ["storage"], id="what it is an amount of"),
        pytest.param("The loan-to-value ratio is 95 percent.", "95 percent", ["loan-to-value ratio"], id="hyphenated words are whole"),
        pytest.param("The company said it sold 36 ships.", "36 ships", ["company"], id="the subject behind a pronoun"),
        pytest.param("The charge stored in the battery was 12 volts.", "12 volts", ["charge stored battery"], id="a participle that tells which"),
        pytest.param("The basic model 12 has 64 GB of storage.", "64 GB", ["storage", "basic model 12"], id="nouns in a row are one name"),
        pytest.param("The best $200 phones are sold out.", "$200", ["best phones"], id="an adjective before the number"),
        pytest.param("Exports of coal in the quarter rose to $6 million.", "$6 million", ["Exports coal"], id="when is not what"),
        pytest.param(
            "It announced a 25 percent premium and a new listing.", "25 percent", ["premium"], id="not the conjunct that it does not stand before"
        ),
        pytest.param(
            "It cut the price of tickets approved for 300 passengers.", "300 passengers", ["tickets"], id="a participle's noun, and no owner of that"
        ),
        pytest.param(
            "Prices rose, with milk prices expected to rise 5 percent.", "5 percent", ["milk prices"], id="a clause of its own behind `with`"
        ),
        pytest.param("Analysts said we should expect a 5% rise.", "5%", ["rise"], id="no noun stands for the speakers"),
        pytest.param("The report says that between 700 and 800 will be sold.", "between 700 and 800", [], id="the number is the subject"),
        pytest.param("Borealis — The mining stock fell 7 percent.", "7 percent", ["mining stock", "Borealis"], id="whom a line is headed by"),
        pytest.param("OSLO — Exports fell 7 percent.", "7 percent", ["Exports"], id="a dateline heads nothing"),
        pytest.param("Twenty left.", "Twenty", [], id="nothing"),
    ],
)
def test_concepts(passage: Callable[..., Passage], text: str, number: str, concepts: list[str]) -> None:
    analysed = passage(text)
    span = Span(text.index(number), text.index(number) + len(number))
    assert ConceptReader(analysed, [span]).concepts(span) == concepts


@pytest.mark.parametrize(
    ("text", "number", "reach", "concepts"),
    [
        ("The firm has studied the plan for two years.", "two years", "all", ["plan", "firm"]),
        ("The firm has studied the plan for two years.", "two years", "subject", ["firm"]),
        ("Two years later, the firm sold ships.", "Two years", "subject", []),
        ("It asked for 5G networks.", "5G", "noun", ["networks"]),
        ("It made 5G available to users.", "5G", "noun", []),
    ],
)
def test_how_far_concepts_are_looked_for(passage: Callable[..., Passage], text: str, number: str, reach: Reach, concepts: list[str]) -> None:
    span = Span(text.index(number), text.index(number) + len(number))
    assert ConceptReader(passage(text), [span]).concepts(span, reach=reach) == concepts


@pytest.mark.parametrize(
    ("text", "number", "about", "concepts"),
    [
        ("The firm bought 5 percent from the insurer.", "5 percent", ("of", "from"), ["insurer", "firm"]),
        ("The firm bought 5 percent from the insurer.", "5 percent", ("of",), ["firm"]),
        ("The agency will open 300 square miles off Cape Cod.", "300 square miles", ("off",), ["Cape Cod", "agency"]),
    ],
)
def test_prepositions_that_lead_to_what_it_is_of(
    passage: Callable[..., Passage], text: str, number: str, about: tuple[str, ...], concepts: list[str]
) -> None:
    span = Span(text.index(number), text.index(number) + len(number))
    assert ConceptReader(passage(text), [span]).concepts(span, about) == concepts


def test_in_a_list_without_verbs_the_name_stands_right_before(passage: Callable[..., Passage]) -> None:
    text = "Asia: Nikkei -1.3% Kospi -0.6%."
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("-1.3%", "-0.6%")]
    reader = ConceptReader(passage(text), spans)
    assert [reader.concepts(span) for span in spans] == [["Nikkei"], ["Kospi"]]


def test_an_amount_inside_brackets_is_said_of_what_stands_before_them(passage: Callable[..., Passage]) -> None:
    text = "The kettle costs $30 (save $5)."
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("$30", "$5")]
    reader = ConceptReader(passage(text), spans)
    assert [reader.concepts(span) for span in spans] == [["kettle"], ["kettle"]]


def test_an_amount_in_brackets_is_said_of_what_the_one_before_is(passage: Callable[..., Passage]) -> None:
    text = "Sales reached 15 billion yuan ($2.2 billion)."
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("15 billion yuan", "$2.2 billion")]
    reader = ConceptReader(passage(text), spans)
    assert [reader.concepts(span) for span in spans] == [["Sales"], ["Sales"]]


def test_without_a_parse_nothing_is_told(passage: Callable[..., Passage]) -> None:
    text = "Exports rose 5 percent."
    bare = passage_of(text, [(0, spacy.blank("en")(text))])
    assert ConceptReader(bare, [Span(13, 22)]).concepts(Span(13, 22)) == []
    assert ConceptReader(passage(text), [Span(13, 22)]).concepts(Span(13, 22)) == ["Exports"]
