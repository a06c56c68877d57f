import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result as Outcome

from wirefacts.records.schemas import schema_files

Command = Callable[..., Outcome]


@pytest.mark.parametrize("record", ["result", "fact", "money", "date"])
def test_a_schema_is_printed(wirefacts: Command, record: str) -> None:
    outcome = wirefacts("schema", record)
    assert outcome.exit_code == 0
    assert json.loads(outcome.stdout)["title"] == f"wirefacts {record}"


def test_without_a_name_it_is_that_of_the_result(wirefacts: Command) -> None:
    assert wirefacts("schema").stdout == wirefacts("schema", "result").stdout


def test_write_writes_every_file(wirefacts: Command, tmp_path: Path) -> None:
    assert wirefacts("schema", "--write", tmp_path / "new" / "schemas").exit_code == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "new" / "schemas").iterdir()} == schema_files()


def test_write_leaves_a_readme_of_ones_own_alone(wirefacts: Command, tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("# My project\n")
    outcome = wirefacts("schema", "--write", tmp_path)
    assert (outcome.exit_code, outcome.stderr) == (
        2,
        f"wirefacts: cannot write to {readme}: it is not made by this command; give another folder\n",
    )
    assert [path.read_text() for path in tmp_path.iterdir()] == ["# My project\n"]
    readme.write_text("# The fields\n\nof an older version\n")
    assert wirefacts("schema", "--write", tmp_path).exit_code == 0
    assert readme.read_text(encoding="utf-8") == schema_files()["README.md"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["mony"], "no record is called 'mony'; there are result, "),
        (["--write", "x", "money"], "leave out RECORD"),
        (["--write", __file__], "it is no folder"),
        (["--write", ""], "an empty name; give a folder"),
        (["--write", "/dev/full"], "it is no folder"),
    ],
)
def test_a_wrong_command_is_told_in_one_line(wirefacts: Command, arguments: list[str], words: str) -> None:
    outcome = wirefacts("schema", *arguments)
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert outcome.stderr.count("\n") == 1
    assert words in outcome.stderr
