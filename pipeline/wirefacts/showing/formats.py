"""The forms in which results leave: tables, JSON Lines, JSON, CSV, Parquet, a page. Each takes one article at a time and writes it at once."""

from abc import ABC, abstractmethod
from collections import Counter
from typing import TextIO

from rich.console import Console
from rich.text import Text

from wirefacts.records import Kind
from wirefacts.records.encoding import to_json
from wirefacts.showing.rows import header_row, rows
from wirefacts.showing.selecting import narrowed
from wirefacts.showing.tables import View, print_view
from wirefacts.showing.visible import escaped_json
from wirefacts.showing.wording import summary


class Form(ABC):
    """A form of output, bound to the file it writes; `reviewed` when there are results with reviews."""

    def __init__(self, out: TextIO, *, reviewed: bool = False) -> None:
        self.out = out
        self.reviewed = reviewed

    @abstractmethod
    def add(self, view: View) -> None:
        """Write one article's facts."""

    def close(self, seconds: float | None = None) -> None:  # noqa: B027 - most forms need no end
        """Write what ends the output, if anything does; `seconds` is how long the extraction took."""


class Tables(Form):
    """Rich tables, with a closing summary."""

    def __init__(self, out: TextIO, *, reviewed: bool = False) -> None:
        super().__init__(out, reviewed=reviewed)
        self.console = Console(file=out, markup=False, emoji=False, highlight=False)
        self.articles = 0
        self.facts = 0
        self.counts: Counter[Kind] = Counter()

    def add(self, view: View) -> None:  # noqa: D102 - told by Form
        self.articles += 1
        self.facts += len(view.result.facts)
        self.counts.update(fact.kind for fact in view.facts)
        print_view(self.console, view)

    def close(self, seconds: float | None = None) -> None:  # noqa: D102 - likewise
        if self.articles:
            taken = "" if seconds is None else f" in {seconds:.1f} s"
            self.console.print(Text(summary(self.counts, self.facts, self.articles) + taken, style="bold"))


class JsonLines(Form):
    """One JSON object an article, each on its line."""

    def add(self, view: View) -> None:  # noqa: D102 - told by Form
        self.out.write(escaped_json(to_json(narrowed(view.result, view.facts))) + "\n")


class JsonArray(Form):
    """One JSON array of the articles' objects."""

    def __init__(self, out: TextIO, *, reviewed: bool = False) -> None:
        super().__init__(out, reviewed=reviewed)
        self.opening = "["

    def add(self, view: View) -> None:  # noqa: D102 - told by Form
        self.out.write(f"{self.opening}\n{escaped_json(to_json(narrowed(view.result, view.facts), indent=1))}")
        self.opening = ","

    def close(self, seconds: float | None = None) -> None:  # noqa: ARG002, D102 - likewise
        self.out.write("[]\n" if self.opening == "[" else "\n]\n")


class Csv(Form):
    """One row a fact, under one line of column names."""

    def __init__(self, out: TextIO, *, reviewed: bool = False) -> None:
        super().__init__(out, reviewed=reviewed)
        self.out.write(header_row(reviewed=reviewed))

    def add(self, view: View) -> None:  # noqa: D102 - told by Form
        self.out.write(rows(narrowed(view.result, view.facts), view.text, reviewed=self.reviewed))


class Html(Form):
    """One page that needs nothing beside itself."""

    def __init__(self, out: TextIO, *, reviewed: bool = False) -> None:
        super().__init__(out, reviewed=reviewed)
        self.articles = 0
        self.facts = 0
        self.counts: Counter[Kind] = Counter()

    def add(self, view: View) -> None:  # noqa: D102 - told by Form
        from wirefacts.showing import page  # noqa: PLC0415 - jinja2 is slow to import, and only this form needs it

        if not self.articles:
            self.out.write(page.opening(view.result.article.title or view.result.article.id))
        self.articles += 1
        self.facts += len(view.result.facts)
        self.counts.update(fact.kind for fact in view.facts)
        self.out.write(page.article(view, self.articles))

    def close(self, seconds: float | None = None) -> None:  # noqa: ARG002, D102 - likewise
        from wirefacts.showing import page  # noqa: PLC0415 - likewise

        if not self.articles:
            self.out.write(page.opening("no articles"))
        self.out.write(page.closing(summary(self.counts, self.facts, self.articles)))


FORMS: dict[str, type[Form]] = {"table": Tables, "jsonl": JsonLines, "json": JsonArray, "csv": Csv, "html": Html}


def writer_of(form: str, out: TextIO, *, reviewed: bool = False) -> Form:
    """What writes results in the form of that name. Raises ModuleNotFoundError where the form needs a library that is not installed."""
    if form == "parquet":
        from wirefacts.showing.parquet import Parquet  # noqa: PLC0415 - pyarrow may not be installed

        return Parquet(out, reviewed=reviewed)
    return FORMS[form](out, reviewed=reviewed)
