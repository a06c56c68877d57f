"""The command line: one small file a verb."""

import sys

try:
    from wirefacts.cli.root import main
except KeyboardInterrupt:  # before the command could begin
    sys.exit(130)

__all__ = ["main"]
