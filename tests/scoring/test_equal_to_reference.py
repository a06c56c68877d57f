"""On the same predictions our scores equal those of the reference scorers.

The data is made up by a seed, the predictions are the gold with mistakes put in. The figures below are what the reference scorers gave for the first
seed; where WIREFACTS_SCORERS names the folder they lie in, they are run again, on more data.
"""

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import simplejson
from pydantic import TypeAdapter

from wirefacts.interchange import GoldFact
from wirefacts.records import KINDS, NameSpan, NewsQuantity, Timex
from wirefacts.scoring.matching import VALUE_FIELDS
from wirefacts.scoring.outcome import outcome_of
from wirefacts.scoring.scorecard import ALL, Scorecard
from wirefacts.scoring.tasks import DATASETS

SCORERS = os.environ.get("WIREFACTS_SCORERS")
THIRD_DIGIT = 0.00051
SEED = 1
MORE_SEEDS = range(SEED, SEED + 8)

Fields = dict[str, Any]
Figures = dict[str, tuple[float, ...]]
"""By measure and group: precision, recall and F1, or F1 alone. By `role` and field: how often it agrees."""

VOCABULARY = "the The Harbor Bureau Sealand's ferry sank. a an Office’s port, 12 yuan May rose to 5.5 percent tonnes (pier) boats' U.S. it\nsaid"
_GOLD: TypeAdapter[GoldFact] = TypeAdapter(GoldFact)


def text_of(rng: random.Random) -> str:
    words = VOCABULARY.split(" ")
    return " ".join(rng.choice(words) for _ in range(40))


def span_in(rng: random.Random, text: str) -> tuple[int, int]:
    """One to four words."""
    cuts = [-1, *(index for index, character in enumerate(text) if character == " "), len(text)]
    first = rng.randrange(len(cuts) - 1)
    return cuts[first] + 1, cuts[min(first + rng.randrange(1, 5), len(cuts) - 1)]


def nudged(rng: random.Random, text: str, start: int, end: int) -> tuple[int, int]:
    start = max(0, start + rng.choice([-4, -1, 0, 0, 1, 3]))
    return min(start, len(text) - 1), max(min(start, len(text) - 1) + 1, min(end + rng.choice([-3, -1, 0, 0, 2, 6]), len(text)))


def with_mistakes(
    rng: random.Random, gold: Sequence[Fields], other: Callable[[Fields], Fields], moved: Callable[[Fields], Fields], fresh: Callable[[], Fields]
) -> Iterator[Fields]:
    """The marks of gold, some of them left out, changed, moved or doubled, and some of its own among them."""
    for mark in gold:
        fate = rng.random()
        if fate < 0.12:
            continue
        if fate < 0.3:
            yield other(mark)
        elif fate < 0.45:
            yield moved(mark)
        elif fate < 0.55:
            yield other(moved(mark))
        else:
            yield mark
        if rng.random() < 0.12:
            yield fresh()
        if rng.random() < 0.12:
            yield mark


def written(name: str, gold: Path, found: Sequence[Sequence[Any]], folder: Path) -> Path:
    """The predictions in a file, as bench writes it."""
    task, file = DATASETS[name], folder / "predictions.jsonl"
    lines = (task.line(item, answer) for item, answer in zip(task.read(gold), found, strict=True))
    file.write_text("\n".join(simplejson.dumps(line, use_decimal=True) for line in lines), encoding="utf-8")
    return file


# facts


def number_value(rng: random.Random) -> Fields:
    number = rng.choice([5, 5.000001, 5.1, 12, 1500000])
    return rng.choice(
        [
            {"value": number},
            {"value": number, "modifier": "exact"},
            {"value": number, "modifier": "approximate"},
            {"value": number, "low": number, "modifier": "at_least"},
            {"low": number, "high": number + 2, "modifier": "range"},
        ]
    )


def fact_value(rng: random.Random, kind: str) -> Fields:
    pick = rng.choice
    if kind == "money":
        return {**number_value(rng), "currency": pick(["CNY", "USD", None]), "per": pick(["month", None, None])}
    if kind == "percentage":
        unit = pick([{}, {"unit": "percent"}, {"unit": "percentage_point"}])
        return {
            **number_value(rng),
            **unit,
            "role": pick(["change", "share"]),
            "direction": pick(["up", "down", None]),
            "basis": pick(["other", None]),
        }
    if kind == "quantity":
        counted = pick([{}, {"counted": "big ferries"}, {"counted": "ferries"}, {"counted": "units", "counted_also": "red ferries"}])
        return {**number_value(rng), **counted, "unit": pick(["tonne", "Tonnes", "the tonne", "kilometre", None]), "per": pick(["day", None, None])}
    if kind == "date":
        timex, first, last = pick(
            [
                ("2021", "2021-01-01", "2021-12-31"),
                ("2021-XX", "2021-01-01", "2021-12-31"),
                ("2021/..", "2021-01-01", None),
                ("../2021", None, "2021-12-31"),
                ("PAST_REF", None, None),
                ("P2Y", None, None),
            ]
        )
        days = {"timex": timex, "start_date": first, "end_date": last}
        return {
            **days,
            "type": pick(["date", "period"]),
            "granularity": pick(["year", None]),
            "open": pick(["end", None]),
            "modifier": pick(["mid", None]),
        }
    return {
        "name": pick(["Harbor Bureau", "the Harbor Bureau", "harbor bureau.", "Sealand’s", "Sealand's", "Sealand"]),
        "type": pick(["company", "media"]),
    }


def article_of(rng: random.Random, name: str) -> tuple[str, Fields, list[Fields]]:
    """Text, gold and predictions."""
    text = text_of(rng)
    ids = iter(range(1000))

    def placed(fields: Fields, start: int, end: int) -> Fields:
        return {**fields, "id": f"f{next(ids)}", "start": start, "end": end, "text": text[start:end]}

    def fresh() -> Fields:
        kind = rng.choice(KINDS)
        return placed({"kind": kind, **fact_value(rng, kind)}, *span_in(rng, text))

    def other(fact: Fields) -> Fields:
        kind = fact["kind"] if rng.random() < 0.8 else rng.choice(KINDS)
        fields = fact_value(rng, kind)
        if kind == fact["kind"] and rng.random() < 0.5:
            same = VALUE_FIELDS[kind]
            fields = {name: fields[name] for name in fields if name not in same} | {name: fact[name] for name in same if name in fact}
        return placed({"kind": kind, **fields}, fact["start"], fact["end"])

    def moved(fact: Fields) -> Fields:
        return placed(fact, *nudged(rng, text, fact["start"], fact["end"]))

    facts = [fresh() for _ in range(12)]
    facts += [placed(fact, fact["start"], fact["end"]) for fact in facts if rng.random() < 0.1]
    for fact in facts:
        link = {"money": "equivalent_of", "quantity": "of_total"}.get(fact["kind"])
        if link and rng.random() < 0.3:
            fact[link] = facts[0]["id"]
    predictions = [dict(fact) for fact in with_mistakes(rng, facts, other, moved, fresh)]
    for fact in facts:
        if rng.random() < 0.15:
            fact["optional"] = True
    return text, {"id": name, "facts": facts}, predictions


def make_facts(rng: random.Random, folder: Path) -> tuple[Path, Path, list[list[Any]]]:
    gold, found = folder / "gold", list[list[Any]]()
    gold.mkdir()
    for index in range(12):
        name = f"{index:02}"
        text, fields, predictions = article_of(rng, name)
        (gold / f"{name}.txt").write_bytes(text.encode())
        (gold / f"{name}.json").write_text(json.dumps(fields), encoding="utf-8")
        found.append([_GOLD.validate_python(fact) for fact in predictions])
    return gold, written("facts", gold, found, folder), found


def told_of_facts(printed: str) -> Figures:
    told = json.loads(printed)
    scores = {
        f"{measure}.{group}": tuple(row[measure][name] for name in ("P", "R", "F1"))
        for group, row in told["scores"].items()
        for measure in ("span", "exact", "value")
    }
    return scores | {f"role.{field}": (agreed,) for field, agreed in told["roles"].items()}


# quantities


def quantity_of(rng: random.Random) -> Fields:
    pick = rng.choice
    concepts = pick([{}, {"referred_concepts": "-"}, {"referred_concepts": pick(["harbor fleet", "Fleet, ferries", "(ferries)", "trade"])}])
    change = pick([{}, {"change": pick(["=", "<", ">", "~", "up", "down"])}, {"change": "="}])
    value = pick(["5", "5.00001", "5.1", "12.0", "1e6", "1000000", "-3", "0", "5-10", "5–10", "10-5", "-5--3"])
    return {"value": value, "unit": "x", "normalized_unit": pick(["dollar", " Chinese  yuan", "chinese yuan", "-", None]), **change, **concepts}


def make_quantities(rng: random.Random, folder: Path) -> tuple[Path, Path, list[list[Any]]]:
    task = DATASETS["newsquant"]
    gold = folder / "gold.json"
    sentences = [{"text": f"{index} {text_of(rng)}", "quantities": [quantity_of(rng) for _ in range(rng.randrange(6))]} for index in range(20)]
    gold.write_text(json.dumps(sentences), encoding="utf-8")
    read = task.read(gold)
    found = [
        [
            NewsQuantity.model_validate({**mark, "change": mark["change"] or "="})
            for mark in with_mistakes(
                rng,
                [quantity.model_dump() for quantity in sentence.quantities],  # type: ignore[attr-defined]
                lambda mark: {**mark, "unit": rng.choice(["dollar", "-", "CHINESE yuan"]), "concepts": rng.choice([mark["concepts"], ["fleet"], []])},
                lambda mark: {**mark, "change": rng.choice(["=", "up", "~"])},
                lambda: {"value": rng.choice([5, 12, (5, 10)]), "unit": "dollar", "change": "=", "concepts": ("trade",)},
            )
        ]
        for sentence in read
    ]
    return gold, written("newsquant", gold, found, folder), found


def told_of_quantities(printed: str) -> Figures:
    names = {"value+concept_partial": "concept partial", "value+concept_complete": "concept complete"}
    return {
        f"{names.get(measure, measure)}.all": (row["P"], row["R"], row["F1"])
        for measure, row in json.loads(printed)["metrics"].items()
        if measure != "value+unit_lenient"
    }


# temporal expressions


def make_timexes(rng: random.Random, folder: Path) -> tuple[Path, Path, list[list[Any]]]:
    values = ["20210506", "2021-05-06", "2021-05-06T09:30:00Z", "2021-05-06t09:30", "p1y", "P1Y", "PAST_REF", ""]
    documents, found = list[Fields](), list[list[Any]]()

    def kind_and_value(_: Fields | None = None) -> Fields:
        return {"type": rng.choice(["DATE", "DATE", "TIME", "DURATION", "SET"]), "value": rng.choice(values)}

    for index in range(14):
        text = text_of(rng)

        def fresh(text: str = text) -> Fields:
            start, end = span_in(rng, text)
            return {"start": start, "end": end, **kind_and_value()}

        def moved(mark: Fields, text: str = text) -> Fields:
            start, end = nudged(rng, text, mark["start"], mark["end"])
            return {**mark, "start": start, "end": end}

        marks = [fresh() for _ in range(rng.randrange(9))]
        documents.append({"id": f"d{index}", "text": text, "dct": "2021-05-06", "timexes": marks})
        found.append([Timex.model_validate(mark) for mark in with_mistakes(rng, marks, lambda mark: {**mark, **kind_and_value()}, moved, fresh)])
    gold = folder / "gold.jsonl"
    gold.write_text("\n".join(json.dumps(document) for document in documents), encoding="utf-8")
    return gold, written("timeml", gold, found, folder), found


def told_of_timexes(printed: str) -> Figures:
    told = json.loads(printed)
    figures: Figures = {}
    for subset, group in (("ALL", ALL), ("DATE", "DATE")):
        row = told[subset]
        figures |= {f"{measure}.{group}": tuple(row[f"{measure}_{name}"] for name in ("P", "R", "F1")) for measure in ("strict", "relaxed")}
        figures |= {f"{measure}.{group}": (row[f"{measure}_F1"],) for measure in ("type", "value")}
    return figures


# names


def make_names(rng: random.Random, folder: Path) -> tuple[Path, Path, list[list[Any]]]:
    documents, found = list[Fields](), list[list[Any]]()
    for index in range(14):
        text = text_of(rng)

        def fresh(text: str = text) -> Fields:
            start, end = span_in(rng, text)
            return {"start": start, "end": end}

        def moved(mark: Fields, text: str = text) -> Fields:
            start, end = nudged(rng, text, mark["start"], mark["end"])
            return {"start": start, "end": end}

        marks = [fresh() for _ in range(rng.randrange(9))]
        documents.append({"id": f"d{index}", "text": text, "organizations": marks})
        found.append([NameSpan.model_validate(mark) for mark in with_mistakes(rng, marks, moved, moved, fresh)])
    gold = folder / "gold.jsonl"
    gold.write_text("\n".join(json.dumps(document) for document in documents), encoding="utf-8")
    return gold, written("organizations", gold, found, folder), found


def told_of_names(printed: str) -> Figures:
    told = re.search(r"strict P/R/F1 (\S+)  relaxed (\S+)", printed)
    assert told is not None, printed
    return {f"{measure}.all": tuple(float(figure) / 100 for figure in told[place].split("/")) for place, measure in ((1, "strict"), (2, "relaxed"))}


# both


@dataclass(frozen=True)
class Case:
    """A benchmark with its reference scorer."""

    name: str
    make: Callable[[random.Random, Path], tuple[Path, Path, list[list[Any]]]]
    """Gold, a file of predictions, and the same predictions as records."""
    script: str
    options: tuple[str, ...]
    told: Callable[[str], Figures]
    expected: str


def ours(case: Case, gold: Path, found: Sequence[Sequence[Any]]) -> Scorecard:
    task = DATASETS[case.name]
    return outcome_of(task, zip(task.read(gold), found, strict=True)).card


def assert_equal(card: Scorecard, figures: Figures) -> None:
    """Hold the figures against ours, all of them at once."""
    mine: Figures = {}
    for name, stated in figures.items():
        measure, _, group = name.partition(".")
        if measure == "role":
            kind, _, field = group.partition(".")
            agreed, compared = card.roles()[kind, field]
            mine[name] = (agreed / compared,)
        else:
            mine[name] = card.counts(group).rates(measure)[-len(stated) :]
    assert mine == {name: pytest.approx(stated, abs=THIRD_DIGIT) for name, stated in figures.items()}


def figures_of(name: str) -> str:
    """What the reference scorer said of the made-up data of the first seed."""
    return (Path(__file__).parent / "reference_figures" / f"{name}.txt").read_text(encoding="utf-8")


def parsed(table: str) -> Figures:
    rows = (row.split(" = ") for row in table.strip().splitlines())
    return {name.strip(): tuple(map(float, figures.split())) for name, figures in rows}


CASES = [
    Case("facts", make_facts, "score_facts.py", ("--json",), told_of_facts, figures_of("facts")),
    Case("newsquant", make_quantities, "score_newsquant.py", ("--json",), told_of_quantities, figures_of("newsquant")),
    Case("timeml", make_timexes, "score_timex.py", ("--json",), told_of_timexes, figures_of("timeml")),
    Case("organizations", make_names, "score_organizations.py", (), told_of_names, figures_of("organizations")),
]


def case_name(case: object) -> str | None:
    return case.name if isinstance(case, Case) else None


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_our_scores_are_what_the_reference_scorer_gave(case: Case, tmp_path: Path) -> None:
    gold, _, found = case.make(random.Random(SEED), tmp_path)  # noqa: S311 - made-up data needs no secrets
    assert_equal(ours(case, gold, found), parsed(case.expected))


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_the_figures_are_of_every_measure_that_we_give(case: Case) -> None:
    task, stated = DATASETS[case.name], parsed(case.expected)
    assert {f"{measure}.{ALL}" for measure in task.measures} <= set(stated)
    assert all(0 < figure < 1 for name, figures in stated.items() for figure in figures if not name.startswith("role"))


@pytest.mark.skipif(SCORERS is None, reason="WIREFACTS_SCORERS names no folder with the reference scorers")
@pytest.mark.parametrize("seed", MORE_SEEDS)
@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_our_scores_equal_those_of_the_reference_scorer(case: Case, seed: int, tmp_path: Path) -> None:
    gold, predictions, found = case.make(random.Random(seed), tmp_path)  # noqa: S311 - made-up data needs no secrets
    command = [sys.executable, str(Path(SCORERS or "") / case.script), str(gold), str(predictions), *case.options]
    told = case.told(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert set(told) >= set(parsed(case.expected)) or seed != SEED
    assert_equal(ours(case, gold, found), told)
