"""What the extractor is asked about an article with gold, and everything that is counted on its answer."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wirefacts.interchange import GoldArticle
from wirefacts.reading import Story, story_of
from wirefacts.records import Fact
from wirefacts.scoring.errors import Error, errors_in
from wirefacts.scoring.matching import paired
from wirefacts.scoring.scorecard import Scorecard, tally


@dataclass(frozen=True)
class Outcome:
    """What one article or many came to. Outcomes add up."""

    articles: int = 0
    card: Scorecard = field(default_factory=Scorecard)
    errors: tuple[Error, ...] = ()

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(self.articles + other.articles, self.card + other.card, self.errors + other.errors)


def story_for(article: GoldArticle) -> Story:
    """The article without its gold, as the extractor reads it: the day that gold states, if it states one, overrules the text's own."""
    return story_of(article.text, id=article.id, published=article.published, override=article.published is not None)


def judged(article: GoldArticle, facts: Sequence[Fact]) -> Outcome:
    """The outcome of these facts for an article."""
    pairs = paired(article.facts, facts)
    return Outcome(1, tally(pairs), tuple(errors_in(article, pairs)))
