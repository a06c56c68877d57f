"""Digits that are part of a code or a name: `A320`, `(GSO)-4`, `UTC+8`."""

from collections.abc import Callable, Container

from wirefacts.mentions.numbers.lexemes import NUMBER, WORD, Lexemes

PrefixIsCurrency = Callable[[int], bool]
"""Whether a currency's sign or code ends at the lexeme."""

_SIGNS = frozenset({"/", "_", "#", "@", "\\", "=", "&"})
_LONGEST_LETTERS = 2
"""Letters before a stroke that may still be a unit's or a currency's."""


class Codes:
    """Tells digits inside a code from those of an amount.

    >>> from wirefacts.mentions.numbers.lexemes import lexemes_of
    >>> codes = Codes(lexemes_of("flight A-320-B or ten-12"), amounts={"ten"}, prefix_is_currency=lambda index: False)
    >>> codes.holds(3), codes.end(3), codes.holds(9)
    (True, 3, False)
    """

    def __init__(self, lexemes: Lexemes, *, amounts: Container[str], prefix_is_currency: PrefixIsCurrency) -> None:
        self.lex = lexemes
        self.amounts = amounts
        """Words that a hyphen ties to digits without making a code of them."""
        self.prefix_is_currency = prefix_is_currency

    def holds(self, index: int) -> bool:
        """Whether the digits at the lexeme are part of a code."""
        lex, before = self.lex, index - 1
        if not lex.glued(index):
            return False
        if lex.kind(before) == WORD:
            return not self.prefix_is_currency(before)
        if not lex.glued(before):
            return False
        sign = lex.at(before)
        if sign in _SIGNS and not self.prefix_is_currency(before):
            return sign != "/" or lex.kind(before - 1) == NUMBER or len(lex.at(before - 1)) > _LONGEST_LETTERS
        if sign == "+":
            return lex.texts[before - 1].isupper() and not self.prefix_is_currency(before - 1)
        return sign == "-" and self._is_tied(before - 1)

    def end(self, index: int) -> int:
        """The last lexeme of the code."""
        last = index
        while self.lex.glued(last + 1) and self.lex.kind(last + 1) in (NUMBER, WORD):
            last += 1
        return last

    def _is_tied(self, index: int) -> bool:
        """Whether a hyphen makes one code of what ends at the lexeme and the digits behind."""
        lex = self.lex
        if lex.kind(index) == NUMBER:
            return lex.glued(index) and lex.kind(index - 1) == WORD and not self.prefix_is_currency(index - 1)
        if lex.kind(index) == WORD:
            return not (lex.at(index) in self.amounts or self.prefix_is_currency(index) or self._ends_figure(index))
        return lex.at(index) == ")" and lex.kind(index - 1) == WORD and lex.texts[index - 1].isupper()

    def _ends_figure(self, index: int) -> bool:
        # `10m-15m`, `10km-15km`: letters that themselves are glued to a figure
        return self.lex.kind(index - 1) == NUMBER and self.lex.glued(index)
