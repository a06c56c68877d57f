"""The whole way: stories go through the model and the finders, and their facts come out."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from wirefacts import __version__
from wirefacts.lexicon import Lexicon
from wirefacts.mentions.cutting import pieces_of
from wirefacts.mentions.finding import Findings
from wirefacts.mentions.model import DEFAULT_MODEL, load_model, model_name
from wirefacts.mentions.passage import passage_of
from wirefacts.reading import Story, story_of
from wirefacts.records import ExtractorInfo, Result


class Extractor:
    """A loaded pipeline and vocabulary, ready for any number of stories.

    `model` is the name of an installed English spaCy pipeline or the path of its folder; `lexicon` a folder with a user's
    own vocabulary. Raises ModelMissingError and LexiconError.

    >>> Extractor().extract(story_of("Exports rose 5 percent.", id="a")).facts[0].value
    Decimal('5')
    """

    def __init__(self, model: str | Path | None = None, lexicon: str | Path | None = None) -> None:
        self.lexicon = Lexicon(None if lexicon is None else Path(lexicon))
        self.nlp = load_model(DEFAULT_MODEL if model is None else model)
        name, version = model_name(self.nlp)
        options = {} if lexicon is None else {"lexicon": str(lexicon)}
        self.info = ExtractorInfo(version=__version__, model=name, model_version=version, options=options)

    def extract(self, story: Story) -> Result:
        """The result for one story."""
        return next(self.pipe([story]))

    def pipe(self, stories: Iterable[Story]) -> Iterator[Result]:
        """The results for many stories, in their order, the model fed in batches. A story is held no longer than its result takes."""
        for story, findings in self.findings(stories):
            yield Result(article=story.article, extractor=self.info, facts=tuple(findings.facts()))

    def findings(self, stories: Iterable[Story]) -> Iterator[tuple[Story, Findings]]:
        """All that is found in each of many stories, facts or not, for projections to other conventions."""

        def pieces() -> Iterator[tuple[str, tuple[Story, int, bool]]]:
            for story in stories:
                if not isinstance(story, Story):
                    raise TypeError(f"a story is wanted, not {type(story).__name__}; make one with story_of")
                spans = list(pieces_of(story.text))
                for span in spans:
                    yield story.text[span.start : span.end], (story, span.start, span is spans[-1])

        docs: list[tuple[int, Doc]] = []
        for doc, (story, offset, last) in self.nlp.pipe(pieces(), as_tuples=True, batch_size=16):
            docs.append((offset, doc))
            if last:
                yield story, Findings(passage_of(story.text, docs, layout=story.layout, published=story.article.published, lexicon=self.lexicon))
                docs = []


@cache
def _default_extractor() -> Extractor:
    return Extractor()


def extract(text: str, published: dt.date | str | None = None, *, id: str = "text") -> Result:  # noqa: A002 - the record's field name
    """The facts of a text, with the default model, which is loaded once.

    `published` is the day the text appeared, as a date or as YYYY-MM-DD, for texts that state none. Raises what `story_of` raises.

    >>> result = extract("The port handled 3.5 million tonnes in May.", published="2022-07-19")
    >>> [(fact.kind, fact.text) for fact in result.facts]
    [('quantity', '3.5 million tonnes'), ('date', 'May')]
    """
    story = story_of(text, id=id, published=published)
    return _default_extractor().extract(story)
