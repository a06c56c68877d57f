"""Floors: pinned, held, fallen below, lowered for a reason, and malformed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.interchange import GoldError, read_gold
from wirefacts.interchange.gold_files import gold_digest
from wirefacts.records import KINDS
from wirefacts.scoring.floors import FloorError, Floors, Lowered, below, floors_file, pinned, read_floors, scores_of, write_floors
from wirefacts.scoring.outcome import outcome_of
from wirefacts.scoring.scorecard import ALL, card_of
from wirefacts.scoring.tasks import DATASETS

TEXT = "The ferry sold 15 tickets and 3 cakes."
FACTS = [
    {"id": "a", "kind": "quantity", "start": 15, "end": 17, "text": "15", "value": 15, "counted": "tickets"},
    {"id": "b", "kind": "quantity", "start": 30, "end": 31, "text": "3", "value": 3, "counted": "cakes"},
]
SCORES = {"value.money": 0.5, "value.all": 0.75}

Write = Callable[[Any], Path]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "ferry").mkdir(parents=True)
    (folder / "ferry" / "article.txt").write_text(TEXT)
    (folder / "ferry" / "gold.json").write_text(json.dumps({"id": "ferry", "facts": FACTS}))
    return folder


@pytest.fixture
def write(gold: Path) -> Write:
    def written(floors: Any) -> Path:
        file = floors_file(gold)
        file.write_bytes(floors if isinstance(floors, bytes) else json.dumps(floors, indent=1).encode())
        return file

    return written


def test_where_nothing_is_pinned_there_are_no_floors(gold: Path) -> None:
    assert read_floors(gold) is None


def test_what_is_pinned_is_read_again_and_holds(gold: Path) -> None:
    floors = pinned(None, gold, SCORES, None)
    write_floors(gold, floors)
    assert read_floors(gold) == floors == Floors(gold_sha256=gold_digest(gold), floors=SCORES)
    assert below(floors, gold, SCORES) == []
    assert [file.name for file in gold.iterdir()] == ["ferry", "floors.json"]


def test_floors_are_no_gold(gold: Path) -> None:
    before = gold_digest(gold)
    write_floors(gold, pinned(None, gold, SCORES, None))
    assert gold_digest(gold) == before
    assert [article.id for article in read_gold(gold)] == ["ferry"]


@pytest.mark.parametrize(
    ("scores", "lines"),
    [
        ({"value.money": 0.5, "value.all": 0.75}, []),
        ({"value.money": 0.6, "value.all": 0.76}, []),
        ({"value.money": 0.49996, "value.all": 0.75}, []),
        ({"value.money": 0.4999, "value.all": 0.75}, ["value.money is 0.4999, below its floor of 0.5000"]),
        (
            {"value.money": 0.4, "value.all": 0.7},
            ["value.money is 0.4000, below its floor of 0.5000", "value.all is 0.7000, below its floor of 0.7500"],
        ),
        ({"value.money": 0.5}, ["value.all is 0.0000, below its floor of 0.7500"]),
        ({"value.money": 0.5, "value.all": 0.75, "span.all": 0}, []),
    ],
)
def test_what_falls_below_is_named_with_both_scores(gold: Path, scores: dict[str, float], lines: list[str]) -> None:
    assert below(pinned(None, gold, SCORES, None), gold, scores) == lines


@pytest.mark.parametrize("change", ["fact", "text", "article"])
def test_floors_of_other_gold_do_not_hold(gold: Path, change: str) -> None:
    floors = pinned(None, gold, SCORES, None)
    if change == "fact":
        (gold / "ferry" / "gold.json").write_text(json.dumps({"id": "ferry", "facts": FACTS[:1]}))
    elif change == "text":
        (gold / "ferry" / "article.txt").write_text(TEXT + "\n")
    else:
        (gold / "pier").mkdir()
        (gold / "pier" / "article.txt").write_text(TEXT)
        (gold / "pier" / "gold.json").write_text(json.dumps({"id": "pier", "facts": []}))
    (line,) = below(floors, gold, SCORES)
    assert line.startswith(f"{floors_file(gold)}: the gold has changed")
    assert f"wirefacts bench {gold} --pin" in line
    assert below(pinned(floors, gold, SCORES, None), gold, SCORES) == []


@pytest.mark.parametrize("reason", [None, ""])
def test_lowering_without_a_reason_is_refused(gold: Path, reason: str | None) -> None:
    before = pinned(None, gold, SCORES, None)
    with pytest.raises(FloorError) as caught:
        pinned(before, gold, {"value.money": 0.4, "value.all": 0.8}, reason)
    assert str(caught.value) == "this would lower value.money from 0.5000 to 0.4000; to do so, say why with --lower REASON"


def test_what_is_lowered_for_a_reason_is_recorded_and_kept(gold: Path) -> None:
    first = pinned(None, gold, SCORES, None)
    second = pinned(first, gold, {"value.money": 0.4, "value.all": 0.8}, "cakes are sold by weight")
    told = Lowered(floor="value.money", before=0.5, after=0.4, reason="cakes are sold by weight")
    assert (second.floors, second.lowered) == ({"value.money": 0.4, "value.all": 0.8}, (told,))
    third = pinned(second, gold, {"value.money": 0.6, "value.all": 0.7}, "tickets too")
    assert third.lowered == (told, Lowered(floor="value.all", before=0.8, after=0.7, reason="tickets too"))
    write_floors(gold, third)
    assert read_floors(gold) == third


@pytest.mark.parametrize("reason", [None, "for nothing"])
def test_raising_records_nothing(gold: Path, reason: str | None) -> None:
    floors = pinned(pinned(None, gold, SCORES, None), gold, {"value.money": 0.5, "value.all": 0.9}, reason)
    assert (floors.floors["value.all"], floors.lowered) == (0.9, ())


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.integers(0, 100).map(lambda score: score / 100), min_size=1))
def test_scores_stand_on_the_floors_they_set(tmp_path_factory: pytest.TempPathFactory, scores: dict[str, float]) -> None:
    folder = tmp_path_factory.getbasetemp() / "floors"
    folder.mkdir(exist_ok=True)
    (folder / "01.txt").write_text(TEXT)
    (folder / "01.json").write_text(json.dumps({"id": "01", "facts": FACTS}))
    floors = pinned(None, folder, scores, None)
    write_floors(folder, floors)
    assert read_floors(folder) == floors
    assert below(floors, folder, scores) == []
    assert len(below(floors, folder, {name: score - 0.001 for name, score in scores.items()})) == len(scores)


def test_scores_of_facts_are_pinned_by_measure_and_kind(gold: Path) -> None:
    task = DATASETS["facts"]
    (article,) = read_gold(gold)
    assert article.facts[0].kind == "quantity"
    half = outcome_of(task, [(article, [article.facts[0].model_copy(update={"end": 18, "text": "15 "})])])
    scores = scores_of(task, half.card)
    assert list(scores) == [f"{measure}.{group}" for measure in ("span", "exact", "value") for group in (*KINDS, ALL)]
    assert {name: score for name, score in scores.items() if score} == dict.fromkeys(
        ("span.quantity", "span.all", "value.quantity", "value.all"), 0.6667
    )


def test_scores_are_rounded_to_what_is_pinned() -> None:
    card = card_of([ALL], gold=3, found=3, strict=1)
    assert scores_of(DATASETS["organizations"], card) == {"strict.all": 0.3333, "relaxed.all": 0}


@pytest.mark.parametrize(
    ("floors", "line", "message"),
    [
        ({"floors": {}}, 1, "expected a value, found none @ $.gold_sha256"),
        ({"gold_sha256": "0"}, 1, "expected a value, found none @ $.floors"),
        ({"gold_sha256": 0, "floors": {}}, 2, "expected a valid string, not 0 @ $.gold_sha256"),
        ({"gold_sha256": "0", "floors": []}, 3, "@ $.floors"),
        ({"gold_sha256": "0", "floors": {"span.all": 1, "value.all": "high"}}, 5, "not 'high' @ $.floors.value.all"),
        ({"gold_sha256": "0", "floors": {}, "flors": {}}, 4, "expected no such field @ $.flors"),
        (
            {"gold_sha256": "0", "floors": {}, "lowered": [{"floor": "value.all", "before": 1, "after": 0.5, "reason": ""}]},
            9,
            "expected at least one character, not '' @ $.lowered[0].reason",
        ),
        ([], 1, "expected an object, not [] @ $"),
        (b'{"gold_sha256": "0",\n "floors": {]}', 2, "expected JSON: "),
        (b"", 1, "expected JSON: "),
        (b'{"gold_sha256":\n "\xe9"}', 2, "expected UTF-8"),
    ],
)
def test_malformed_floors_are_named_with_line_and_field(gold: Path, write: Write, floors: Any, line: int, message: str) -> None:
    file = write(floors)
    with pytest.raises(GoldError) as caught:
        read_floors(gold)
    said = str(caught.value)
    assert said.startswith(f"{file}:{line}: ")
    assert message in said
    assert "\n" not in said
