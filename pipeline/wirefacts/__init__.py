"""Typed, checked facts out of regional news, offline, each traceable to the characters it came from."""

__version__ = "0.1.0"
