"""The command line: one small file a verb."""

from wirefacts.cli.root import main

__all__ = ["main"]
