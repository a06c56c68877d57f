"""The whole vocabulary behind one door, each table loaded when it is first asked for."""

from functools import cached_property
from pathlib import Path

from wirefacts.lexicon.bodies import Bodies
from wirefacts.lexicon.bounds import Bounds
from wirefacts.lexicon.calendar import Calendar
from wirefacts.lexicon.changes import Changes
from wirefacts.lexicon.confidences import Confidences
from wirefacts.lexicon.currencies import Currencies
from wirefacts.lexicon.currency_areas import CurrencyAreas
from wirefacts.lexicon.events import Events
from wirefacts.lexicon.frames import Frames
from wirefacts.lexicon.labels import Labels
from wirefacts.lexicon.loader import LexiconError, load
from wirefacts.lexicon.numerals import Numerals
from wirefacts.lexicon.organization_heads import OrganizationHeads
from wirefacts.lexicon.outlets import Outlets
from wirefacts.lexicon.people import People
from wirefacts.lexicon.places import Places
from wirefacts.lexicon.units import Units


class Lexicon:
    """The vocabulary, with a user's own entries added to ours.

    `extra` is a folder of files with the names and the form of those in `lexicon/data`. Raises LexiconError when it is no
    folder, holds no such file, or a file in it is malformed or no table of ours.

    >>> Lexicon().numerals.cardinals["seven"]
    7
    """

    def __init__(self, extra: Path | None = None) -> None:
        self.extra = extra
        if extra is None:
            return
        if not extra.is_dir():
            raise LexiconError(f"{extra}: no such folder of lexicon files")
        files = sorted(extra.glob("*.toml"))
        if not files:
            raise LexiconError(f"{extra}: holds no lexicon file; those read are {_TABLES}")
        for file in files:
            if not isinstance(vars(Lexicon).get(file.stem), cached_property):
                raise LexiconError(f"{file}: no such table; those read are {_TABLES}")
            getattr(self, file.stem)

    @cached_property
    def numerals(self) -> Numerals:
        """Number words."""
        return load("numerals.toml", Numerals, self.extra)

    @cached_property
    def outlets(self) -> Outlets:
        """Newspapers, news agencies and broadcasters."""
        return load("outlets.toml", Outlets, self.extra)

    @cached_property
    def bodies(self) -> Bodies:
        """Well-known bodies."""
        return load("bodies.toml", Bodies, self.extra)

    @cached_property
    def organization_heads(self) -> OrganizationHeads:
        """What makes a name a body's."""
        return load("organization_heads.toml", OrganizationHeads, self.extra)

    @cached_property
    def places(self) -> Places:
        """Places that news names most."""
        return load("places.toml", Places, self.extra)

    @cached_property
    def people(self) -> People:
        """Words of people's names."""
        return load("people.toml", People, self.extra)

    @cached_property
    def calendar(self) -> Calendar:
        """The words of the temporal grammar."""
        return load("calendar.toml", Calendar, self.extra)

    @cached_property
    def events(self) -> Events:
        """Events with known days."""
        return load("events.toml", Events, self.extra)

    @cached_property
    def currencies(self) -> Currencies:
        """The currencies of the world."""
        return load("currencies.toml", Currencies, self.extra)

    @cached_property
    def currency_areas(self) -> CurrencyAreas:
        """Where each currency is money. Raises LexiconError where an area is of no currency that is known."""
        areas = load("currency_areas.toml", CurrencyAreas, self.extra)
        unknown = min(areas.areas.keys() - self.currencies.codes - self.currencies.dollars.keys(), default=None)
        if unknown is not None:
            file = (self.extra or Path()) / "currency_areas.toml"
            raise LexiconError(
                f"{file}: areas.{unknown}: no such currency; name it by its code in capitals, and add it to currencies.toml if it is new"
            )
        return areas

    @cached_property
    def units(self) -> Units:
        """Units of measure."""
        return load("units.toml", Units, self.extra)

    @cached_property
    def bounds(self) -> Bounds:
        """Words that bend a figure."""
        return load("bounds.toml", Bounds, self.extra)

    @cached_property
    def changes(self) -> Changes:
        """Words of change and comparison."""
        return load("changes.toml", Changes, self.extra)

    @cached_property
    def labels(self) -> Labels:
        """Words whose number is a name."""
        return load("labels.toml", Labels, self.extra)

    @cached_property
    def frames(self) -> Frames:
        """Labels of bylines and dates, marks of captions and credits."""
        return load("frames.toml", Frames, self.extra)

    @cached_property
    def confidences(self) -> Confidences:
        """How often each rule has been right."""
        return load("confidences.toml", Confidences, self.extra)


_TABLES = ", ".join(f"{name}.toml" for name, member in vars(Lexicon).items() if isinstance(member, cached_property))
