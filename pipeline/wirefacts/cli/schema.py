"""`wirefacts schema`: the shape of the results."""

from pathlib import Path

import click

from wirefacts.cli.options import Verb
from wirefacts.cli.output import CannotWrite, results_to


@click.command(cls=Verb)
@click.argument("record", required=False, metavar="[RECORD]")
@click.option(
    "--write", "folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Write every schema and a table of all fields to DIR."
)
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
            raise CannotWrite(str(folder), "it is no folder" if folder.exists() else error.strerror or str(error)) from None
        for name, written in schema_files().items():
            with results_to(folder / name) as out:
                out.write(written)
        return 0
    known = schemas()
    if (record or "result") not in known:
        raise click.UsageError(f"no record is called {record!r}; there are {', '.join(known)}")
    with results_to(None) as out:
        out.write(json_of(known[record or "result"]))
    return 0
