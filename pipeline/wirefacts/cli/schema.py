"""`wirefacts schema`: the shape of the results."""

from pathlib import Path

import click

from wirefacts.cli.options import Verb
from wirefacts.cli.output import CannotWrite, results_to

_TABLE = "README.md"


def folder_named(written: str) -> Path:
    """The folder of that name. Raises click.BadParameter."""
    if not written:
        raise click.BadParameter("an empty name; give a folder")
    return Path(written)


@click.command(cls=Verb)
@click.argument("record", required=False, metavar="[RECORD]")
@click.option("--write", "folder", type=folder_named, metavar="DIR", help="Write every schema to DIR, and to its README.md a table of all fields.")
def schema(record: str | None, folder: Path | None) -> int:
    """Print the JSON Schema of the results.

    It holds those of all records; name a RECORD for one alone.

    \b
    wirefacts schema > result.schema.json
    wirefacts schema money
    wirefacts schema --write schemas
    """  # noqa: D301 - click's mark for lines that are kept as they are
    from wirefacts.records.schemas import json_of, schema_files, schemas

    if folder is not None:
        if record is not None:
            raise click.UsageError("--write writes the schemas of all records; leave out RECORD")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(str(folder), "it is no folder" if folder.exists() else error) from None
        files = schema_files()
        _refuse_to_overwrite(folder / _TABLE, files[_TABLE])
        for name, written in files.items():
            with results_to(folder / name) as out:
                out.write(written)
        return 0
    known = schemas()
    if (record or "result") not in known:
        raise click.UsageError(f"no record is called {record!r}; there are {', '.join(known)}")
    with results_to(None) as out:
        out.write(json_of(known[record or "result"]))
    return 0


def _refuse_to_overwrite(table: Path, written: str) -> None:
    """Raise CannotWrite when what lies there is no table of fields: a README.md is the first thing that a folder of one's own has."""
    if table.is_file():
        with table.open(encoding="utf-8", errors="replace") as file:
            if file.readline() != written.splitlines(keepends=True)[0]:
                raise CannotWrite(str(table), "it is not made by this command; give another folder")
