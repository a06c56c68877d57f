"""A cascade of rules over items: each stage rewrites runs of items that a pattern matches into one item with new senses.

A pattern is written over symbols, such as `THE? RUNNING CARDINAL? UNIT`, and compiled to a regular expression over a string that
has one character an item. An item that can stand for several symbols has a character of its own for that set of symbols, so an
ambiguous word matches wherever one of its senses is asked for.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from wirefacts.mentions.dates.evidence import Evidence
from wirefacts.mentions.dates.lexing import Item, Senses


class Match:
    """The items that a pattern matched, with their neighbours."""

    __slots__ = ("evidence", "first", "items", "last", "view")

    def __init__(self, items: Sequence[Item], first: int, last: int, view: str, evidence: Evidence) -> None:
        self.items, self.first, self.last, self.view, self.evidence = items, first, last, view, evidence

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.items[self.first].start

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.items[self.last - 1].end

    @property
    def surface(self) -> str:
        """The characters matched."""
        return self.view[self.start : self.end]

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items[self.first : self.last])

    def all(self, symbol: str) -> list[Item]:
        """The matched items that can stand for the symbol."""
        return [item for item in self if symbol in item.senses]

    def item(self, symbol: str) -> Item | None:
        """The first matched item that can stand for the symbol."""
        return next((item for item in self if symbol in item.senses), None)

    def __getitem__(self, symbol: str) -> Any:
        """What the first matched item with the symbol stands for; None where there is none."""
        item = self.item(symbol)
        return None if item is None else item.senses[symbol]

    def has(self, symbol: str) -> bool:
        """Whether an item with the symbol was matched."""
        return self.item(symbol) is not None

    def before(self, steps: int = 1) -> Senses:
        """Senses of the item so many steps before the match."""
        index = self.first - steps
        return self.items[index].senses if index >= 0 else {}

    @property
    def next_character(self) -> str:
        """The first character behind the match that is no space; empty at the end of the text."""
        return self.view[self.end : self.end + 40].lstrip()[:1]

    @property
    def following(self) -> Item | None:
        """The item behind the match."""
        return self.items[self.last] if self.last < len(self.items) else None

    def after(self, steps: int = 1) -> Senses:
        """Senses of the item so many steps after the match."""
        index = self.last + steps - 1
        return self.items[index].senses if index < len(self.items) else {}


Made = Senses | Item | None
"""What a rule makes of a match: senses for all of it, an item for a part of it, or nothing."""


class Rule(NamedTuple):
    """A pattern over symbols and what it makes; a match that makes nothing is left to the rules after it."""

    pattern: str
    make: Callable[[Match], Made]


@dataclass(frozen=True)
class Alphabet:
    """A character for every set of symbols that an item can stand for."""

    characters: dict[frozenset[str], str]

    @classmethod
    def of(cls, sets: Iterable[frozenset[str]]) -> "Alphabet":
        """An alphabet for these sets of symbols; all else is a word without senses."""
        return cls({symbols: chr(0x100 + number) for number, symbols in enumerate(dict.fromkeys(sets)) if symbols})

    def character(self, senses: Senses) -> str:
        """The character of an item."""
        return self.characters[frozenset(senses)] if senses else "."

    def expression(self, pattern: str) -> str:
        """The pattern as a regular expression over characters."""

        def characters(match: re.Match[str]) -> str:
            symbol = match.group()
            members = "".join(character for symbols, character in self.characters.items() if symbol in symbols)
            if not members:
                raise ValueError(f"no item can stand for {symbol}, in the pattern {pattern}")
            return f"[{members}]"

        return re.sub(r"[A-Z][A-Z_]*", characters, pattern).replace(" ", "")


class Stage:
    """Rules of equal rank: at each place the first that matches wins, and matching goes on behind it."""

    def __init__(self, rules: Sequence[Rule], alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self._rules = [(re.compile(alphabet.expression(rule.pattern)), rule.make) for rule in rules]
        self._any = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in self._rules))

    def rewritten(self, items: list[Item], characters: str, view: str, evidence: Evidence) -> tuple[list[Item], str]:
        """The items with all matches rewritten, and their characters."""
        if self._any.search(characters) is None:
            return items, characters
        out: list[Item] = []
        letters: list[str] = []
        at = done = 0
        while (found := self._any.search(characters, at)) is not None:
            at = found.start()
            made, end = self._made(items, characters, at, view, evidence)
            if made is None:
                at += 1
                continue
            out += items[done:at]
            letters.append(characters[done:at])
            out.append(made)
            letters.append(self._alphabet.character(made.senses))
            at = done = end
        return out + items[done:], "".join(letters) + characters[done:]

    def _made(self, items: list[Item], characters: str, at: int, view: str, evidence: Evidence) -> tuple[Item | None, int]:
        for pattern, make in self._rules:
            if (match := pattern.match(characters, at)) is None or match.end() == at:
                continue
            made = make(Match(items, at, match.end(), view, evidence))
            if made is not None:
                item = made if isinstance(made, Item) else Item(items[at].start, items[match.end() - 1].end, made)
                return item, match.end()
        return None, at


class Cascade:
    """Stages in order, each reading what the one before it left."""

    def __init__(self, stages: Sequence[Sequence[Rule]], alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        self._stages = [Stage(rules, alphabet) for rules in stages]

    def parsed(self, items: list[Item], view: str, evidence: Evidence) -> list[Item]:
        """The items as the last stage leaves them."""
        characters = "".join(map(self._alphabet.character, map(_senses, items)))
        for stage in self._stages:
            items, characters = stage.rewritten(items, characters, view, evidence)
        return items


def _senses(item: Item) -> Senses:
    return item.senses
