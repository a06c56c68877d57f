"""What a name is, decided over the whole text. The model is left out: its labels are given by hand."""

from dataclasses import replace

import pytest
import spacy

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.organizations import find_names
from wirefacts.mentions.passage import Entity, Passage, passage_of

LEXICON = Lexicon()


def labelled(text: str, **labels: str) -> Passage:
    """The text with every capitalised word tagged as a name, and the n-th given surface labelled at its n-th place."""
    doc = spacy.blank("en")(text)
    for token in doc:
        token.tag_ = "NNP" if token.text[0].isupper() else "VBD" if token.text in {"closed", "opened"} else "NN"
    seen = passage_of(text, [(0, doc)], lexicon=LEXICON)
    entities = []
    for surface, label in labels.items():
        written = surface.replace("_", " ")
        start = text.find(written)
        while start >= 0:
            entities.append(Entity(start, start + len(written), label))
            start = text.find(written, start + 1)
    return replace(seen, entities=sorted(entities))


CASES = {
    "the arm of a country": ("yesterday Zorla UK grew", {"Zorla_UK": "PERSON"}, ["Zorla UK"]),
    "a country behind what the model sees": ("yesterday Zorla Chile closed", {"Zorla": "ORG", "Chile": "GPE"}, ["Zorla Chile"]),
    "a city behind the country": (
        "yesterday Zorla Vietnam Hai Phong closed",
        {"Zorla": "ORG", "Vietnam_Hai_Phong": "PERSON"},
        ["Zorla Vietnam Hai Phong"],
    ),
    "a noun behind the country": ("yesterday Zorla Chile sales grew", {"Zorla": "ORG", "Chile": "GPE"}, ["Zorla"]),
    "a name that a particle carries on": ("yesterday Zorla dos Ketra closed", {"Zorla": "ORG", "Ketra": "GPE"}, ["Zorla dos Ketra"]),
    "a head of a body": ("then their head Milan Zorla Ketra", {"Milan_Zorla_Ketra": "ORG"}, []),
    "a market": ("sold at Zorla market today", {"Zorla": "ORG"}, []),
    "the model's label counts": ("yesterday Zorla grew", {"Zorla": "ORG"}, ["Zorla"]),
    "a fuller mention makes a surname": ("today Milan Zorla spoke and Zorla left", {"Milan_Zorla": "PERSON"}, []),
    "a city is a place": ("the city of Zorla grew", {"Zorla": "ORG"}, []),
    "an article before the last of a list of places": ("from Wuhan and the Zorla", {"Zorla": "ORG"}, []),
    "a firm introduced before a comma": ("and her family firm, Milan Zorla, closed", {"Milan_Zorla": "PERSON"}, ["Milan Zorla"]),
    "a firm introduced at the end": ("she joined a cooperative, Milan Zorla.", {"Milan_Zorla": "PERSON"}, ["Milan Zorla"]),
    "the head of a group": ("and the head of the group, Milan Zorla, left", {"Milan_Zorla": "PERSON"}, []),
    "a speaker behind a firm": ("and he left a firm, Milan Zorla closed", {"Milan_Zorla": "PERSON"}, []),
    "what a maker makes": ("then the maker of the Zorla grew", {"Zorla": "ORG"}, []),
    "a shaft with a number": ("then its Zorla B2 shaft grew", {"Zorla": "ORG"}, []),
    "a campus": ("then its Zorla campus grew", {"Zorla": "ORG"}, []),
    "proper nouns before what the model sees": ("then Ketra Zorla Castings grew", {"Zorla_Castings": "ORG"}, ["Ketra Zorla Castings"]),
    "a base before what the model sees": ("then Fla.-based Zorla Castings grew", {"Zorla_Castings": "ORG"}, ["Zorla Castings"]),
    "a place before what the model sees": ("then Wuhan Zorla Castings grew", {"Zorla_Castings": "ORG"}, ["Zorla Castings"]),
    "a list of places makes a place": ("from Wuhan, Chengdu and Zorla", {"Zorla": "ORG"}, []),
    "an age makes a person": ("and Zorla, 45, left", {"Zorla": "ORG"}, []),
    "an apposed company overrules the label": ("the company Zorla grew", {"Zorla": "PERSON"}, ["Zorla"]),
    "a share price overrules the label": ("shares of Zorla fell and Zorla shares rose", {"Zorla": "PERSON"}, ["Zorla", "Zorla"]),
    "a minister's portfolio is no body": ("the Education minister left", {"Education": "ORG"}, []),
    "places that a hyphen joins are none": ("the Chengdu-Chongqing circle", {"Chengdu-Chongqing": "ORG"}, []),
    "a known country is none": ("then Japan agreed", {"Japan": "ORG"}, []),
    "a share that is held makes a company": ("then Zorla, in which Acme holds a stake, grew", {"Zorla": "PERSON"}, ["Zorla"]),
    "a share in percent makes a company": ("then Zorla, 34 percent held by others, grew", {"Zorla": "PERSON"}, ["Zorla"]),
    "a list of a company noun makes companies": ("retailers such as Zorla grew", {"Zorla": "PERSON"}, ["Zorla"]),
    "a list of cities makes none": ("cities such as Zorla grew", {"Zorla": "PERSON"}, []),
    "an apposition may hold a figure": ("then Zorla, a 160 employee maker of glass", {"Zorla": "PERSON"}, ["Zorla"]),
    "a managing director's body": ("the managing director of Zorla", {"Zorla": "ORG"}, ["Zorla"]),
    "an owner is a company": ("a plant owned by Zorla", {"Zorla": "PERSON"}, ["Zorla"]),
    "what is its own makes a company": ("and Milan Zorla closed its mill", {"Milan_Zorla": "PERSON"}, ["Milan Zorla"]),
    "its own overrules no place": ("and Zorla opened its market", {"Zorla": "GPE"}, []),
    "a country closes a company's name": ("and Zorla Chile grew", {"Zorla_Chile": "PERSON"}, ["Zorla Chile"]),
    "an apposition makes a company": ("today Milan Zorla, the Czech drinks company, grew", {"Milan_Zorla": "PERSON"}, ["Milan Zorla"]),
    "an apposition makes a person": ("today Milan Zorla, president of the club, left", {"Milan_Zorla": "ORG"}, []),
    "a list beside a sure company": ("sold to Acme Ltd, Zorla and others", {"Zorla": "PERSON"}, ["Acme Ltd", "Zorla"]),
    "who is not said to speak": ("he said Zorla would grow and Zorla shares rose", {"Zorla": "PERSON"}, []),
    "a person's initial": ("a firm owned by Milan J. Zorla", {"Milan_J._Zorla": "PERSON"}, []),
    "an area": ("the new Zorla area grew", {"Zorla": "ORG"}, []),
    "a place beside another": ("built at Zorla near the coast", {"Zorla": "ORG"}, []),
    "the mine of its owner": ("closed its Zorla mine", {"Zorla": "ORG"}, []),
    "a place's name by its first word": ("to Port Zorla", {"Port_Zorla": "ORG"}, []),
    "the place of an office": ("the Zorla Customs grew and Zorla grew", {"Zorla": "ORG"}, ["Zorla Customs"]),
    "an honorific": ("then Mr. Zorla left", {"Mr.": "ORG"}, []),
    "a surname that stands first": ("then Zhang Qiulin left", {"Zhang_Qiulin": "ORG"}, []),
    "a model number is none": ("the AK-12 and C-4", {"AK-12": "ORG", "C-4": "ORG"}, []),
}


@pytest.mark.parametrize(("text", "labels", "spans"), CASES.values(), ids=CASES.keys())
def test_votes(text: str, labels: dict[str, str], spans: list[str]) -> None:
    assert [text[name.start : name.end] for name in find_names(labelled(text, **labels))] == spans
