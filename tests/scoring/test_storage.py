from pathlib import Path

from wirefacts.extractor import Extractor
from wirefacts.ledger import Ledger
from wirefacts.records.specimen import TEXT
from wirefacts.scoring.storage import Copies, answers, keeping, looks, rare_filters


def test_a_ledger_of_copies_is_sound_and_measured(tmp_path: Path) -> None:
    copies = Copies(Extractor(), [TEXT], 30)
    done: list[int] = []
    told = keeping(copies, tmp_path, 5, lambda: done.append(1))
    assert len(done) == 5
    assert min(told) > 0
    with Ledger(tmp_path / "facts.db") as ledger:
        (run,) = ledger.runs()
        assert (run.articles, run.facts) == (5, 150)
        for row in range(1, 6):
            text = ledger.text(row)
            assert all(text[entry.fact.start : entry.fact.end] == entry.fact.text for entry in ledger.entries(row))
    assert len(answers(tmp_path / "facts.db")["decide"]) == 50
    filters = rare_filters(*next(copies(1)))
    (accepted,) = looks(tmp_path / "facts.db", filters[-1:], 1, lambda: None)
    assert (accepted.command, accepted.lines > 50) == ("--accepted --format table", True)
