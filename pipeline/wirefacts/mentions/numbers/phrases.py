"""Fixed phrases looked up in lexemes, from either end, the longest first."""

from collections.abc import Iterable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from wirefacts.mentions.numbers.lexemes import Lexemes, lexemes_of

Meaning = TypeVar("Meaning")


class Match(NamedTuple, Generic[Meaning]):
    """A phrase that was found, and its farther end."""

    meaning: Meaning
    lexeme: int


class Phrases(Generic[Meaning]):
    """Phrases with what they mean; hyphens inside them are free.

    >>> phrases = Phrases({"a": ["year-on-year", "year on year growth"]})
    >>> phrases.after(lexemes_of("up year on year."), 1)
    Match(meaning='a', lexeme=3)
    >>> phrases.before(lexemes_of("5% year-on-year"), 6).lexeme
    2
    """

    def __init__(self, phrases: Mapping[Meaning, Iterable[str]]) -> None:
        self._forward: dict[str, Any] = {}
        self._backward: dict[str, Any] = {}
        for meaning, surfaces in phrases.items():
            for surface in surfaces:
                keys = [key for key in lexemes_of(surface).lowers if key != "-"]
                for trie, order in ((self._forward, keys), (self._backward, keys[::-1])):
                    node = trie
                    for key in order:
                        node = node.setdefault(key, {})
                    node.setdefault("", meaning)

    def after(self, lex: Lexemes, index: int) -> Match[Meaning] | None:
        """The longest phrase that starts at the lexeme."""
        return self._walk(self._forward, lex, index, 1)

    def before(self, lex: Lexemes, index: int) -> Match[Meaning] | None:
        """The longest phrase that ends at the lexeme."""
        return self._walk(self._backward, lex, index, -1)

    @staticmethod
    def _walk(trie: dict[str, Any], lex: Lexemes, index: int, step: int) -> Match[Meaning] | None:
        node, best, i = trie, None, index
        while True:
            key = lex.at(i)
            if key == "-" and i != index:
                i += step
                continue
            if key not in node or not key:
                return best
            node = node[key]
            if "" in node:
                best = Match(node[""], i)
            i += step
