"""The bundled article through the real command: extracted, decided on, extracted with other options, taken back, done; all that is told agrees."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from wirefacts.interchange import MarkedText, read_gold
from wirefacts.interchange.brat import read_brat
from wirefacts.interchange.doccano import read_doccano
from wirefacts.interchange.label_studio import read_label_studio

ARTICLE = Path(__file__).parents[2] / "corpus" / "liaoning-2022-07-19" / "article.txt"
NAME = ARTICLE.parent.name


def wirefacts(*arguments: object) -> str:
    outcome = subprocess.run(
        [sys.executable, "-m", "wirefacts", *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", check=False, timeout=300
    )
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout


def shown(ledger: Path, *options: object) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(wirefacts("show", ledger, *options))
    return result


def places(facts: list[dict[str, Any]]) -> set[tuple[str, int, int]]:
    return {(fact["kind"], fact["start"], fact["end"]) for fact in facts}


def marked(texts: list[MarkedText]) -> set[tuple[str, int, int]]:
    (text,) = texts
    return {(mark.kind, mark.start, mark.end) for mark in text.marks}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All that is done, in its order, and what it printed."""
    folder = tmp_path_factory.mktemp("story")
    ledger, lexicon = folder / "facts.db", folder / "lexicon"
    lexicon.mkdir()
    (lexicon / "bodies.toml").write_text('[[bodies]]\nname = "Harbor Works of Nowhere"\ntype = "company"\n')
    wirefacts("extract", ARTICLE, "--ledger", ledger)
    first = shown(ledger)
    facts: dict[str, list[dict[str, Any]]] = {}
    for fact in first["facts"]:
        facts.setdefault(fact["kind"], []).append(fact)
    # a money of a few words, the last of which is left out; one that no other restates
    moved = next(fact for fact in facts["money"] if fact["text"].count(" ") > 1 and fact["equivalent_of"] is None)
    revalued = next(fact for fact in facts["money"] if fact is not moved and fact["modifier"] == "exact")
    vague = next(fact for fact in facts["date"] if str(fact["timex"]).endswith("_REF"))
    renamed = facts["organization"][-1]
    ids: list[str] = re.findall(r"^([0-9a-f]{4,12})  +\S", wirefacts_table(ledger), re.MULTILINE)

    def short(fact: dict[str, Any]) -> str:
        return next(name for name in ids if str(fact["id"]).startswith(name))

    decide = ("ledger", "decide", ledger)
    wirefacts(*decide, short(moved), "correct", f"end={moved['start'] + moved['text'].rindex(' ')}", "--reviewer", "li")
    wirefacts(*decide, short(revalued), "correct", "value=123456", "--note", "misprinted", "--reviewer", "li")
    wirefacts(*decide, short(renamed), "correct", "name=The Right Name", "--reviewer", "li")
    wirefacts(*decide, short(vague), "reject", "--reviewer", "li")
    wirefacts(*decide, short(facts["quantity"][0]), "reject", "--reviewer", "li")
    wirefacts(*decide, short(facts["quantity"][1]), "accept", "--reviewer", "li")
    wirefacts(*decide, short(facts["percentage"][0]), "accept", "--reviewer", "li")
    wirefacts(*decide, short(facts["percentage"][1]), "accept", "--reviewer", "wang")
    text = ARTICLE.read_bytes().decode("utf-8-sig")
    free = next(
        found
        for found in re.finditer(r"[A-Z][a-z]+", text)
        if not any(fact["start"] < found.end() and found.start() < fact["end"] for fact in first["facts"])
    )
    wirefacts("ledger", "add", ledger, NAME, "--kind", "organization", "--text", free[0], f"start={free.start()}", "--reviewer", "li")
    wirefacts(*decide, short(facts["percentage"][2]), "reject", "--reviewer", "li")
    before = shown(ledger)
    options = ("--published", "2021-07-19", "--published-override", "--lexicon", lexicon)
    wirefacts("extract", ARTICLE, "--ledger", ledger, *options)
    after = shown(ledger)
    wirefacts("ledger", "undo", ledger, "--reviewer", "li")
    undone = shown(ledger)
    wirefacts("ledger", "done", ledger, NAME, "--reviewer", "li")
    wirefacts("ledger", "gold", ledger, folder / "gold", "-q")
    return {
        "folder": folder,
        "ledger": ledger,
        "lexicon": lexicon,
        "first": first,
        "before": before,
        "after": after,
        "undone": undone,
        "decided": {"moved": moved, "revalued": revalued, "renamed": renamed, "added": free, "rejected": [vague, facts["quantity"][0]]},
        "taken back": facts["percentage"][2],
    }


def wirefacts_table(ledger: Path) -> str:
    outcome = subprocess.run(
        [sys.executable, "-m", "wirefacts", "show", str(ledger), "--format", "table"],
        capture_output=True,
        text=True,
        check=True,
        env={"COLUMNS": "200", "PATH": "", "PYTHONUTF8": "1"},
    )
    return outcome.stdout


def test_decisions_hold_on_the_later_run_and_what_reads_otherwise_is_pending(story: dict[str, Any]) -> None:
    states = [{review["fact"]: review["state"] for review in story[name]["reviews"]} for name in ("before", "after")]
    decided = [{fact: state for fact, state in each.items() if state != "pending"} for each in states]
    assert decided[0] == decided[1]
    assert sorted(decided[0].values()) == ["accepted"] * 3 + ["added"] + ["corrected"] * 3
    other_days = [fact["id"] for fact in story["after"]["facts"] if fact["kind"] == "date" and fact not in story["before"]["facts"]]
    assert other_days  # the later run counts from another day
    assert {states[1][id_] for id_ in other_days} == {"pending"}


def test_undo_takes_back_the_last_decision_alone(story: dict[str, Any]) -> None:
    back = story["taken back"]["id"]
    assert back not in {fact["id"] for fact in story["after"]["facts"]}
    assert {fact["id"] for fact in story["undone"]["facts"]} - {fact["id"] for fact in story["after"]["facts"]} == {back}


def test_show_says_what_was_decided(story: dict[str, Any]) -> None:
    ledger, decided = story["ledger"], story["decided"]
    final = shown(ledger)
    assert {review["state"] for review in final["reviews"]} == {"accepted", "corrected", "added"}
    assert places(shown(ledger, "--rejected")["facts"]) == places(decided["rejected"])
    corrected = {fact["start"]: fact for fact in shown(ledger, "--corrected")["facts"]}
    assert corrected[decided["revalued"]["start"]]["value"] == 123456
    assert corrected[decided["renamed"]["start"]]["name"] == "The Right Name"
    assert corrected[decided["moved"]["start"]]["text"] == decided["moved"]["text"].rpartition(" ")[0]
    own = {review["extracted"]["id"]: review["extracted"] for review in final["reviews"] if review["extracted"]}
    assert own[decided["revalued"]["id"]]["value"] == decided["revalued"]["value"]
    assert [fact["text"] for fact in shown(ledger, "--added")["facts"]] == [decided["added"][0]]
    (article,) = map(json.loads, wirefacts("ledger", "articles", ledger, "--json").splitlines())
    assert (article["done_by"], article["states"].get("pending", 0), article["states"]["rejected"]) == (["li"], 0, 2)


def test_gold_and_every_export_have_the_facts_that_stand(story: dict[str, Any]) -> None:
    ledger, folder = story["ledger"], story["folder"]
    standing = places(shown(ledger)["facts"])
    (gold,) = read_gold(folder / "gold")
    assert {(fact.kind, fact.start, fact.end) for fact in gold.facts} == standing
    assert str(gold.published) == "2021-07-19"
    for name, read in (("out.jsonl", read_doccano), ("out.json", read_label_studio), ("out", read_brat)):
        wirefacts("ledger", "export", ledger, folder / name, "-q")
        assert marked(read(folder / name)) == standing
    other = folder / "other.db"
    wirefacts("ledger", "import", other, folder / "out.json", "--reviewer", "li", "--whole", "-q")
    again = {fact["id"]: {**fact, "provenance": None} for fact in shown(other)["facts"]}
    assert again == {fact["id"]: {**fact, "provenance": None} for fact in shown(ledger)["facts"]}


def test_bench_on_the_gold_finds_what_was_decided_and_nothing_else(story: dict[str, Any]) -> None:
    told = json.loads(wirefacts("bench", story["folder"] / "gold", "--json", "--lexicon", story["lexicon"], "-q"))
    decided = story["decided"]
    errors = {(error["error"], error["start"]) for error in told["errors"]}
    assert errors == {
        ("boundary", decided["moved"]["start"]),
        ("wrong value", decided["revalued"]["start"]),
        ("wrong value", decided["renamed"]["start"]),
        ("missed", decided["added"].start()),
        *(("spurious", fact["start"]) for fact in decided["rejected"]),
    }


def test_the_runs_compare_by_what_people_confirmed(story: dict[str, Any]) -> None:
    told = json.loads(wirefacts("compare", f"{story['ledger']}@1", f"{story['ledger']}@2", "--json"))
    assert told["articles_with_gold"] == 1
    assert {change["kind"] for change in told["changes"]} == {"date"}
    assert {change["verdict"] for change in told["changes"]} == {"won"}
