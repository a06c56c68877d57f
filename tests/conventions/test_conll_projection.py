"""What CoNLL-2003 marks beside our facts, and what of them it does not."""

from collections.abc import Callable

from wirefacts.conventions import FORMS
from wirefacts.mentions.finding import Findings
from wirefacts.mentions.organizations import organization_facts
from wirefacts.mentions.passage import Passage


def marked(passage: Passage) -> list[str]:
    return [passage.text[name.start : name.end] for name in FORMS["names"](Findings(passage))]  # type: ignore[attr-defined]


def test_desks_that_sign_off_are_marked_and_are_no_facts(passage: Callable[[str], Passage]) -> None:
    seen = passage("Exports rose.\n-- Ana Ruiz, Lima Newsroom +51 1 221 2134")
    assert marked(seen) == ["Lima Newsroom"]
    assert organization_facts(seen, Findings(seen).names) == []


def test_offices_in_small_letters_are_facts_and_are_not_marked(passage: Callable[[str], Passage]) -> None:
    seen = passage("Xuzhou municipal government paid.")
    assert marked(seen) == []
    assert [fact.text for fact in organization_facts(seen, Findings(seen).names)] == ["Xuzhou municipal government"]
