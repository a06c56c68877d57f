"""What a number is said of: the noun phrases that it measures, has or changes, read off the dependency parse.

The number's own words are a node of the parse. From it we climb, through prepositions and verbs, until noun phrases are met; a phrase is told
by its content words, those that hang on its head by `of` and the like included.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from wirefacts.mentions.passage import Passage, Span

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_WORDS = _NOUNS | {"JJ", "JJR", "JJS", "VBG", "VBN", "FW", "CD", "AFX", "ADD", "GW", "XX", "HYPH", "SYM"}
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod", "advmod", "quantmod", "punct"})
_NAMELESS = frozenset({"PRP", "PRP$", "DT", "EX", "WDT"})
"""Tags of what stands for a noun and names nothing."""
_GO_ON = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "aux"})
_INSIDE = frozenset({"of", "for", "in", "between", "on", "at", "below", "per", "near", "with", "from", "against"})
_EMPTY = frozenset({"other", "more", "much", "total", "such", "own", "several", "many", "same", "few", "just", "only", "also"})
_JOINERS = frozenset({"-", "–", "/", "&"})
_FARTHEST, _DEEPEST = 8, 4


class ConceptReader:
    """Finds what the numbers of a passage are said of; `numbers` are their words, in text order."""

    def __init__(self, passage: Passage, numbers: Sequence[Span]) -> None:
        self.passage, self.tokens = passage, passage.tokens
        self.taken = {index for span in numbers for index in passage.tokens_in(span.start, span.end)}
        self._before: tuple[Span, list[str]] | None = None

    @cached_property
    def children(self) -> list[list[int]]:
        """The dependents of each token, in text order."""
        dependents: list[list[int]] = [[] for _ in self.tokens.heads]
        for index, head in enumerate(self.tokens.heads):
            if head != index:
                dependents[head].append(index)
        return dependents

    def concepts(self, span: Span, about: Collection[str] = ("of",)) -> list[str]:
        """The noun phrases, each by its content words, nearest first; none where the parse tells of none. To be asked in text order.

        `about` are the prepositions behind the number that lead to what it is an amount of.
        """
        found = self._restated(span)
        if found is None:
            own = set(self.passage.tokens_in(span.start, span.end))
            found = []
            if own and any(self.tokens.deps[index] for index in own):
                root = next((index for index in sorted(own) if self.tokens.heads[index] not in own or self.tokens.heads[index] == index), min(own))
                phrases = (self._phrase(noun, own) for noun in dict.fromkeys(self._nouns(root, own, about)))
                found = list(dict.fromkeys(phrase for phrase in phrases if phrase))
        self._before = span, found
        return found

    def _restated(self, span: Span) -> list[str] | None:
        """What the number before is said of, where this one stands behind it in brackets."""
        if self._before is None:
            return None
        (_, end), found = self._before
        between = self.passage.view[end : span.start].strip()
        return found if between in ("(", "/", "(US", "( US") else None

    # --- which nouns

    def _nouns(self, root: int, own: set[int], about: Collection[str]) -> Iterator[int]:
        found = list(self._of(own, about))
        yield from found
        yield from self._above(root, own, _FARTHEST, only_subject=bool(found))

    def _of(self, own: set[int], about: Collection[str]) -> Iterator[int]:
        """`64 GB of storage`, `5 percent of the market`, `$1 billion in gains`."""
        for index in sorted(own):
            for child in self.children[index]:
                if child not in own and self.tokens.lowers[child] in about:
                    yield from self._objects_of(child, own)

    def _above(self, index: int, own: set[int], steps: int, *, only_subject: bool = False) -> Iterator[int]:
        head, dep = self.tokens.heads[index], self.tokens.deps[index]
        if head == index or steps == 0:
            if self.tokens.tags[index] in _VERBS:
                yield from self._around_verb(index, own, via=index)
            return
        if head in own or dep == "conj" or (head in self.taken and dep == "appos"):
            yield from self._above(head, own | {head}, steps - 1, only_subject=only_subject)
        elif self._is_noun(head):
            if not only_subject:
                yield head
            yield from self._owner(head, own)
        elif self.tokens.tags[head] in _VERBS:
            yield from self._around_verb(head, own, via=index, only_subject=only_subject)
        elif any(self.tokens.deps[child] in _SUBJECTS for child in self.children[head]):
            yield from self._subject(head, own)
        else:
            yield from self._above(head, own, steps - 1, only_subject=only_subject)

    def _owner(self, noun: int, own: set[int]) -> Iterator[int]:
        """Whose it is, where the noun is what a verb is done to: `the company has 60 GB of data`."""
        index = noun
        for _ in range(_FARTHEST):
            head, dep = self.tokens.heads[index], self.tokens.deps[index]
            if head == index or dep in _SUBJECTS or dep in {"relcl", "acl", "appos", "advcl"}:
                return
            if self.tokens.tags[head] in _VERBS:
                if noun > head:  # what stands before the verb is said of the whole clause
                    yield from self._subject(head, own)
                return
            if self._is_noun(head):
                return
            index = head

    def _around_verb(self, verb: int, own: set[int], via: int, *, only_subject: bool = False) -> Iterator[int]:
        """The subject; where the number is no object itself, the object too; what an amount is paid for."""
        dep = self.tokens.deps[via]
        if dep in _SUBJECTS:
            return
        if not only_subject:
            for child in self.children[verb]:
                if dep not in _OBJECTS and self.tokens.deps[child] == "dobj":
                    yield from self._noun(child, own)
                if dep in _OBJECTS and self.tokens.lowers[child] == "for":
                    yield from self._objects_of(child, own)
        yield from self._subject(verb, own)

    def _subject(self, verb: int, own: set[int]) -> Iterator[int]:
        for _ in range(_FARTHEST):
            for child in self.children[verb]:
                if self.tokens.deps[child] in _SUBJECTS and self.tokens.tags[child] not in ("WDT", "WP"):
                    if self.tokens.tags[child] in _NAMELESS:
                        break
                    if child not in own:
                        yield child
                    return
            head, dep = self.tokens.heads[verb], self.tokens.deps[verb]
            if dep in ("relcl", "acl"):
                yield from self._noun(head, own)
                yield from self._owner(head, own)
                return
            if head == verb or dep not in _GO_ON:
                return
            verb = head

    def _noun(self, index: int, own: set[int]) -> Iterator[int]:
        if self._is_noun(index) and index not in own:
            yield index

    def _is_noun(self, index: int) -> bool:
        return self.tokens.tags[index] in _NOUNS or (self.tokens.tags[index] == "CD" and index not in self.taken)

    def _objects_of(self, preposition: int, own: set[int]) -> Iterator[int]:
        for child in self.children[preposition]:
            if self.tokens.deps[child] == "pobj":
                yield from self._noun(child, own)

    # --- which words

    def _phrase(self, noun: int, own: set[int]) -> str:
        """The content words of a noun phrase: what stands before its head, and what hangs on it by `of` and the like."""
        tokens, text = self.tokens, self.passage.text
        members = {index for index in self._members(noun, own, _DEEPEST) if self._tells(index)}
        members |= {near for index in members for near in self._same_word(index)}
        written = ""
        for index in sorted(members):
            glued = written and index - 1 in members and tokens.ends[index - 1] == tokens.starts[index]
            written += ("" if glued or not written else " ") + text[tokens.starts[index] : tokens.ends[index]]
        return written.strip("- ")

    def _same_word(self, index: int) -> Iterator[int]:
        """The tokens that hyphens and strokes join to one: `first-quarter`, `loan-to-value`."""
        tokens = self.tokens
        for step in (-1, 1):
            near = index + step
            while 0 <= near < len(tokens) and near not in self.taken:
                left, right = min(near, near - step), max(near, near - step)
                if tokens.ends[left] != tokens.starts[right] or not ({tokens.lowers[left], tokens.lowers[right]} & _JOINERS):
                    break
                yield near
                near += step

    def _tells(self, index: int) -> bool:
        return self.tokens.tags[index] in _WORDS and index not in self.taken and self.tokens.lowers[index] not in _EMPTY

    def _members(self, noun: int, own: set[int], depth: int) -> Iterator[int]:
        yield noun
        for child in self.children[noun] if depth else ():
            dep = self.tokens.deps[child]
            if child in own or (child in self.taken and dep not in _PREMODIFIERS):
                continue
            if dep == "nummod" or (child < noun and dep in _PREMODIFIERS) or (dep == "conj" and self._is_noun(child) and not self._counts(child)):
                yield from self._members(child, own, depth - 1)
            elif dep == "prep" and self.tokens.lowers[child] in _INSIDE:
                yield from self._pobj(child, own, depth)

    def _counts(self, noun: int) -> bool:
        """Whether the noun has a number of its own."""
        return any(child in self.taken for child in self.children[noun])

    def _pobj(self, preposition: int, own: set[int], depth: int) -> Iterator[int]:
        for inner in self.children[preposition]:
            if self.tokens.deps[inner] == "pobj" and inner not in own and inner not in self.taken and not self._counts(inner):
                yield from self._members(inner, own, depth - 1)
