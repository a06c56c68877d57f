"""Vocabulary as data: small, commented, validated files and the one loader that reads them."""

from wirefacts.lexicon.loader import LexiconError
from wirefacts.lexicon.vocabulary import Lexicon

__all__ = ["Lexicon", "LexiconError"]
