"""The currencies of the world: ISO codes with the names, signs and hundredth parts that news writes."""

from functools import cached_property

from pydantic import Field

from wirefacts.records import Record


class Currency(Record):
    """One currency."""

    code: str = Field(pattern=r"^[A-Z]{3}$", description="ISO 4217")
    words: tuple[str, ...] = Field(description="names in the singular, any case")
    plurals: tuple[str, ...] | None = Field(default=None, description="plurals, where no rule forms them; empty where there are none")
    signs: tuple[str, ...] = Field(default=(), description="symbols and abbreviations, case as written")
    weak: tuple[str, ...] = Field(default=(), description="signs that are letters of other things too")
    doubtful: frozenset[str] = Field(default=frozenset(), description="names that are other words too: they need a large figure")
    letters: tuple[str, ...] = Field(default=(), description="signs that count only in a text that speaks of the currency or its area")
    minor: tuple[str, ...] = Field(default=(), description="names of the hundredth part")
    minor_signs: tuple[str, ...] = Field(default=(), description="symbols of the hundredth part")
    minor_weak: tuple[str, ...] = Field(default=(), description="letters that stand for the hundredth part when glued to a figure")


class Shared(Record):
    """What several currencies are called, as `Currency` has it of one."""

    currencies: tuple[str, ...] = Field(min_length=2, description="ISO 4217 codes of those that it can mean")
    usual: str | None = Field(default=None, description="the one that it means where the text tells of none")
    words: tuple[str, ...] = ()
    plurals: tuple[str, ...] | None = None
    signs: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    doubtful: frozenset[str] = frozenset()
    minor: tuple[str, ...] = ()
    minor_signs: tuple[str, ...] = ()
    minor_letters: tuple[str, ...] = Field(default=(), description="of the hundredth part: letters after a figure, as `letters` before it")


class Currencies(Record):
    """The currencies, and the words that tell one dollar from another."""

    homographs: tuple[str, ...] = Field(description="ISO codes that are words in capitals")
    paying: frozenset[str] = Field(description="words before a figure in pounds that make them money")
    yuan_sign: dict[str, frozenset[str]] = Field(description="words `with` and `without` which the sign of yen and yuan means yuan")
    dollars: dict[str, tuple[str, ...]] = Field(description="ISO code of each dollar → what stands beside the sign")
    currencies: tuple[Currency, ...]
    shared: tuple[Shared, ...] = ()

    @cached_property
    def codes(self) -> frozenset[str]:
        """Every ISO code."""
        return frozenset(currency.code for currency in self.currencies)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Names in the singular that are common nouns too and have a plural, so that an amount in the plural is not meant: the 1,000 mark."""
        called = [(each.words, each.plurals, each.doubtful) for each in self.currencies]
        called += [(each.words, each.plurals, each.doubtful) for each in self.shared]
        return frozenset(word for words, plurals, doubtful in called if plurals is None for word in doubtful & {*words} if not word.endswith("s"))
