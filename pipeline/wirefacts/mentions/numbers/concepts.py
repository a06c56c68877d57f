"""What a number is said of: the noun phrases that it measures, has or changes, read off the dependency parse.

The number's own words are a node of the parse: what governs it is climbed to, through prepositions and verbs, until a noun phrase is met.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from wirefacts.mentions.passage import Passage, Span

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_WORDS = _NOUNS | {"JJ", "JJR", "JJS", "VBG", "VBN", "FW", "RB", "CD", "AFX", "ADD", "GW", "XX"}
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "attr", "oprd")
_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod", "advmod", "quantmod", "case", "punct"})
_CLAUSES = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "aux"})
_ABOUT = frozenset({"for", "of", "in", "on", "with", "to", "at", "from", "by", "between", "among", "against", "per", "under"})
_INSIDE = frozenset({"of", "for", "in", "between", "on", "at", "below", "per", "near", "with"})
_FARTHEST = 6


class ConceptReader:
    """Finds what the numbers of a passage are said of."""

    def __init__(self, passage: Passage, numbers: Sequence[Span]) -> None:
        self.passage, self.tokens = passage, passage.tokens
        self.taken = {index for span in numbers for index in passage.tokens_in(span.start, span.end)}

    @cached_property
    def children(self) -> list[list[int]]:
        """The dependents of each token, in text order."""
        dependents: list[list[int]] = [[] for _ in self.tokens.heads]
        for index, head in enumerate(self.tokens.heads):
            if head != index:
                dependents[head].append(index)
        return dependents

    def concepts(self, span: Span) -> list[str]:
        """The noun phrases, each by its content words, nearest first; none where the parse tells of none."""
        own = set(self.passage.tokens_in(span.start, span.end))
        if not own or not any(self.tokens.deps[index] for index in own):
            return []
        root = next((index for index in sorted(own) if self.tokens.heads[index] not in own or self.tokens.heads[index] == index), min(own))
        phrases: list[str] = []
        for noun in dict.fromkeys(self._nouns(root, own)):
            words = self._phrase(noun, own)
            if words and words not in phrases:
                phrases.append(words)
        return phrases

    # --- which nouns

    def _nouns(self, root: int, own: set[int]) -> Iterator[int]:
        yield from self._of(root, own)
        yield from self._above(root, own, _FARTHEST)

    def _of(self, root: int, own: set[int]) -> Iterator[int]:
        """`64 GB of storage`, `5 percent of the market`."""
        for index in sorted(own):
            for child in self.children[index]:
                if child not in own and self.tokens.lowers[child] == "of":
                    yield from self._objects_of(child, own)

    def _above(self, index: int, own: set[int], steps: int) -> Iterator[int]:
        head, dep = self.tokens.heads[index], self.tokens.deps[index]
        if head == index or steps == 0:
            if self.tokens.tags[index] in _VERBS:
                yield from self._around_verb(index, own, via=index)
            return
        tag = self.tokens.tags[head]
        if head in own:
            yield from self._above(head, own, steps - 1)
        elif tag in _NOUNS:
            if head in self.taken and dep in {"conj", "appos"}:
                yield from self._above(head, own | {head}, steps - 1)
            else:
                yield head
                yield from self._owner(head, own)
        elif tag in _VERBS:
            yield from self._around_verb(head, own, via=index)
        else:
            yield from self._above(head, own, steps - 1)

    def _owner(self, noun: int, own: set[int]) -> Iterator[int]:
        """Whose it is, when the noun is an object: `the company has 60 GB of data`."""
        head, dep = self.tokens.heads[noun], self.tokens.deps[noun]
        if head != noun and dep in ("dobj", "attr") and self.tokens.tags[head] in _VERBS:
            yield from self._subject(head, own)

    def _around_verb(self, verb: int, own: set[int], via: int) -> Iterator[int]:
        """The subject; where the number is no object itself, the object too."""
        dep = self.tokens.deps[via]
        if dep not in _OBJECTS and dep not in _SUBJECTS:
            for child in self.children[verb]:
                if self.tokens.deps[child] == "dobj" and child not in own:
                    yield from self._coordinated(child, own)
        if dep in _OBJECTS:
            for child in self.children[verb]:
                if self.tokens.deps[child] in ("prep", "dative") and self.tokens.lowers[child] == "for":
                    yield from self._objects_of(child, own)
        if dep not in _SUBJECTS:
            yield from self._subject(verb, own)

    def _subject(self, verb: int, own: set[int]) -> Iterator[int]:
        for _ in range(_FARTHEST):
            for child in self.children[verb]:
                if self.tokens.deps[child] in _SUBJECTS:
                    if self.tokens.tags[child] in ("WDT", "WP"):
                        break
                    yield from self._coordinated(child, own)
                    return
            head, dep = self.tokens.heads[verb], self.tokens.deps[verb]
            if dep in ("relcl", "acl"):
                if head not in own:
                    yield head
                return
            if head == verb or dep not in _CLAUSES:
                return
            verb = head

    def _coordinated(self, noun: int, own: set[int]) -> Iterator[int]:
        if self.tokens.tags[noun] in _NOUNS and noun not in own:
            yield noun

    def _objects_of(self, preposition: int, own: set[int]) -> Iterator[int]:
        for child in self.children[preposition]:
            if self.tokens.deps[child] == "pobj":
                yield from self._coordinated(child, own)

    # --- which words

    def _phrase(self, noun: int, own: set[int]) -> str:
        """The content words of a noun phrase: what stands before its head, and what hangs on it by `of` and the like."""
        members = sorted(index for index in self._members(noun, own, 4) if self.tokens.tags[index] in _WORDS and index not in self.taken)
        text, tokens = self.passage.text, self.tokens
        return " ".join(text[tokens.starts[index] : tokens.ends[index]] for index in members)

    def _members(self, noun: int, own: set[int], depth: int) -> Iterator[int]:
        yield noun
        for child in self.children[noun]:
            if child in own:
                continue
            dep = self.tokens.deps[child]
            if child < noun and dep in _PREMODIFIERS:
                yield from self._members(child, own, depth - 1) if depth else ()
            elif dep == "prep" and self.tokens.lowers[child] in _INSIDE and depth:
                for inner in self.children[child]:
                    if self.tokens.deps[inner] == "pobj" and inner not in own:
                        yield from self._members(inner, own, depth - 1)
