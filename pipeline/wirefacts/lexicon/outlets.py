"""Newspapers, news agencies and broadcasters, as bylines, datelines, credits and running text name them."""

from functools import cached_property

from pydantic import Field

from wirefacts.records import Record


class Outlet(Record):
    """One outlet under its canonical name."""

    name: str = Field(min_length=1, description="canonical name, used for every mention")
    aliases: tuple[str, ...] = Field(default=(), description="other forms of the name, anywhere in a text")
    frame_aliases: tuple[str, ...] = Field(default=(), description="forms too short or common to trust outside bylines, datelines and credits")
    by_letters: bool = Field(default=False, description="whether it goes by its initials where the text spells no more out")
    credit_only: bool = Field(default=False, description="whether the name itself is a common word, trusted in credits of rights alone")


class Outlets(Record):
    """The outlets. Names are matched without regard to case where the frame of an article names them."""

    outlets: tuple[Outlet, ...]
    closing_words: frozenset[str] = Field(default=frozenset(), description="last words, in lower case, that make a name in a byline an outlet's")

    @cached_property
    def by_form(self) -> dict[str, str]:
        """The canonical name of every form in lower case, those that only the frame may use left out."""
        named = ((form, outlet.name) for outlet in reversed(self.outlets) for form in (outlet.name, *outlet.aliases)[outlet.credit_only :])
        return {form.lower(): name for form, name in named}

    @cached_property
    def by_frame_form(self) -> dict[str, str]:
        """The canonical name of every form in lower case, for bylines, datelines and credits."""
        return self.by_form | {form.lower(): outlet.name for outlet in reversed(self.outlets) for form in outlet.frame_aliases}
