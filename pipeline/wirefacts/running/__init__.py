"""Many articles: what the command is given, as stories one after another."""

from wirefacts.running.inputs import count, stories
from wirefacts.running.walking import Failure, article_files

__all__ = ["Failure", "article_files", "count", "stories"]
