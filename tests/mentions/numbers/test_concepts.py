"""What a number is said of, by the words around it."""

from collections.abc import Callable

import pytest
import spacy

from wirefacts.mentions.numbers.concepts import ConceptReader
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
        pytest.param("Twenty left.", "Twenty", [], id="nothing"),
    ],
)
def test_concepts(passage: Callable[..., Passage], text: str, number: str, concepts: list[str]) -> None:
    analysed = passage(text)
    span = Span(text.index(number), text.index(number) + len(number))
    assert ConceptReader(analysed, [span]).concepts(span) == concepts


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
