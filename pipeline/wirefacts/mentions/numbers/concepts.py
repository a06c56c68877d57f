"""What a number is said of: the noun phrases that it measures, has or changes, read off the dependency parse.

The number's own words are a node of the parse. From it we climb, through prepositions and verbs, until noun phrases are met; a phrase is told
by its content words, those that hang on its head by `of` and the like included. The order of words helps where a parse is likely wrong: nouns in
a row are one name, and in a list without verbs the name stands right before its number.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Literal

from wirefacts.mentions.passage import Passage, Span

Reach = Literal["all", "subject", "noun"]
"""Which noun phrases a number is said of: all that are found, its clause's subject alone, or the noun that it stands before alone."""

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
_IN_A_ROW = _NOUNS | _ADJECTIVES | {"CD"}
_WORDS = _IN_A_ROW | {"VBG", "VBN", "FW", "AFX", "ADD", "GW", "XX", "HYPH", "SYM"}
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod", "advmod", "quantmod", "punct"})
_NAMELESS = frozenset({"PRP", "PRP$", "DT", "EX", "WDT"})
"""Tags of what stands for a noun and names nothing."""
_SPEAKERS = frozenset({"i", "we", "you"})
"""Pronouns that no noun of the sentence stands for."""
_TIMES = frozenset({"year", "years", "quarter", "month", "months", "week", "weeks", "day", "days", "decade", "season", "period", "time"})
"""What tells when, and is not what is measured."""
_GO_ON = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "aux"})
_INSIDE = frozenset({"of", "for", "in", "between", "on", "at", "below", "per", "near", "with", "from", "against"})
_EMPTY = frozenset({"other", "more", "much", "total", "such", "own", "several", "many", "same", "few", "just", "only", "also"})
_JOINERS = frozenset({"-", "–", "/", "&"})
_DASHES = frozenset({"-", "–", "—", "--"})
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

    @cached_property
    def clausal(self) -> set[int]:
        """Where the sentences start that have a verb."""
        verbs = (index for index, tag in enumerate(self.tokens.tags) if tag in _VERBS)
        return {self.passage.sentence_at(self.tokens.starts[index]).start for index in verbs}

    @cached_property
    def governing(self) -> set[int]:
        """The tokens that a number hangs below."""
        governing: set[int] = set()
        for index in self.taken:
            above = self.tokens.heads[index]
            while above not in governing:
                governing.add(above)
                above = self.tokens.heads[above]
        return governing

    def concepts(self, span: Span, about: Collection[str] = ("of",), reach: Reach = "all") -> list[str]:
        """The noun phrases, each by its content words, nearest first; none where the parse tells of none. To be asked in text order.

        `about` are the prepositions behind the number that lead to what it is an amount of.
        """
        found = self._restated(span)
        if found is None:
            found = self._parsed(span, about, reach) or self._bracketed(span)
        self._before = span, found
        return found

    def _parsed(self, span: Span, about: Collection[str], reach: Reach) -> list[str]:
        own = set(self.passage.tokens_in(span.start, span.end))
        if not own or not any(self.tokens.deps[index] for index in own):
            return []
        if self.passage.sentence_at(span.start).start not in self.clausal and (name := self._name_before(min(own))):
            return [name]
        heads = self.tokens.heads
        root = next((index for index in sorted(own, reverse=True) if heads[index] not in own or heads[index] == index), min(own))
        phrases = (self._phrase(noun, own) for noun in dict.fromkeys(self._nouns(root, own, about, reach)))
        return list(dict.fromkeys(phrase for phrase in phrases if phrase))

    def _name_before(self, first: int) -> str:
        """The name right before, in a list without verbs: `Dow -1.3% Nasdaq -0.6%`."""
        return self._written(list(takewhile(self._is_of_a_row, range(first - 1, max(first - _FARTHEST, 0) - 1, -1))))

    def _bracketed(self, span: Span) -> list[str]:
        """What the number before brackets is said of, where nothing tells more of this one inside them: `for $149 (save $303)`."""
        if self._before is None:
            return []
        (_, end), found = self._before
        between = self.passage.view[end : span.start]
        return found if between.lstrip().startswith("(") and ")" not in between else []

    def _restated(self, span: Span) -> list[str] | None:
        """What the number before is said of, where this one stands behind it in brackets."""
        if self._before is None:
            return None
        (_, end), found = self._before
        between = self.passage.view[end : span.start].strip()
        return found if between in ("(", "/", "(US", "( US") else None

    # --- which nouns

    def _nouns(self, root: int, own: set[int], about: Collection[str], reach: Reach) -> Iterator[int]:
        if reach == "noun":
            head = self.tokens.heads[root]
            if head > root and self._is_noun(head):
                yield head
            return
        found = list(self._of(own, about))
        yield from found
        yield from self._above(root, own, _FARTHEST, only_subject=reach == "subject" or bool(found))

    def _of(self, own: set[int], about: Collection[str]) -> Iterator[int]:
        """`64 GB of storage`, `5 percent of the market`, `$1 billion in gains`."""
        behind = max(own) + 1
        prepositions = {child for index in own for child in self.children[index] if child not in own}
        if behind < len(self.tokens) and self.tokens.lowers[behind] != "in":  # `in` behind a number mostly tells when
            prepositions.add(behind)
        for preposition in sorted(prepositions):
            if self.tokens.lowers[preposition] in about:
                yield from self._objects_of(preposition, own)

    def _above(self, index: int, own: set[int], steps: int, *, only_subject: bool = False) -> Iterator[int]:
        head, dep = self.tokens.heads[index], self.tokens.deps[index]
        if head == index or steps == 0:
            if self.tokens.tags[index] in _VERBS:
                yield from self._around_verb(index, own, via=index)
            return
        if head in own or dep == "conj" or (head in self.taken and dep == "appos"):
            yield from self._above(head, own | {head}, steps - 1, only_subject=only_subject)
        elif self._is_noun(head):
            if not only_subject and self.tokens.lowers[head] not in _TIMES:
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
            if head == index or dep in _SUBJECTS or dep in {"relcl", "acl", "appos"} or (dep == "advcl" and index != noun):
                return
            if self.tokens.tags[head] in _VERBS:
                # what stands before the verb is said of the whole clause; a participle only tells which one is meant
                if noun > head and self.tokens.deps[head] != "acl":
                    yield from self._subject(head, own)
                return
            if self._is_noun(head):
                return
            index = head

    def _around_verb(self, verb: int, own: set[int], via: int, *, only_subject: bool = False) -> Iterator[int]:
        """The subject; where the number is no object itself, the object too; what an amount is paid for.

        None where the number is the subject, or stands before the verb and only tells when (`Two years later …`).
        """
        dep = self.tokens.deps[via]
        headless = not any(self.tokens.deps[child] in _SUBJECTS for child in self.children[verb])
        if dep in _SUBJECTS or (via < verb and (only_subject or headless)):
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
                    if self.tokens.lowers[child] in _SPEAKERS:
                        return
                    if self.tokens.tags[child] in _NAMELESS:
                        break
                    if child not in own:
                        yield child
                        yield from self._headed(child)
                    return
            head, dep = self.tokens.heads[verb], self.tokens.deps[verb]
            if dep in ("relcl", "acl"):
                yield from self._noun(head, own)
                if dep == "relcl" or self.tokens.lowers[self.tokens.heads[head]] != "with":  # `…, with prices expected to rise 5%`
                    yield from self._owner(head, own)
                return
            if head == verb or dep not in _GO_ON:
                return
            verb = head

    def _headed(self, subject: int) -> Iterator[int]:
        """Whom a line is headed by: `Alphatec — The stock fell 7%`."""
        first = self.passage.token_at(self.passage.sentence_at(self.tokens.starts[subject]).start)
        name = list(takewhile(self._is_of_a_row, range(first, min(first + _FARTHEST, len(self.tokens)))))
        dash = first + len(name)
        if not name or dash >= len(self.tokens) or self.tokens.lowers[dash] not in _DASHES:
            return
        start, end = self.tokens.starts[first], self.tokens.ends[dash]
        if self.passage.text[start : self.tokens.starts[dash]].isupper() or not self.passage.text[end : end + 1].isspace():
            return
        if subject > dash and not any(tag in _VERBS for tag in self.tokens.tags[dash:subject]):
            yield name[-1]
        if subject < dash:
            yield from (child for child in self.children[subject] if child > dash and self.tokens.deps[child] == "appos")

    def _noun(self, index: int, own: set[int]) -> Iterator[int]:
        if self._is_noun(index) and self.tokens.lowers[index] not in _TIMES and index not in own and index not in self.taken:
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
        members = {index for head in (noun, *self._row(noun)) for index in self._members(head, own, _DEEPEST) if self._tells(index)}
        members |= {near for index in members for near in self._same_word(index)}
        return self._written(members)

    def _written(self, members: Collection[int]) -> str:
        tokens, text = self.tokens, self.passage.text
        written = ""
        for index in sorted(members):
            glued = written and index - 1 in members and tokens.ends[index - 1] == tokens.starts[index]
            written += ("" if glued or not written else " ") + text[tokens.starts[index] : tokens.ends[index]]
        return written.strip("- ")

    def _row(self, noun: int) -> list[int]:
        """The nouns that follow right behind, which a wrong parse may have torn off: `the base iPhone 11`."""
        row = list(takewhile(self._is_of_a_row, range(noun + 1, min(noun + _FARTHEST, len(self.tokens)))))
        while row and self.tokens.tags[row[-1]] in _ADJECTIVES:
            row.pop()
        return row

    def _is_of_a_row(self, index: int) -> bool:
        return self.tokens.tags[index] in _IN_A_ROW and index not in self.taken and self._is_written(index)

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
        return self.tokens.tags[index] in _WORDS and self._is_written(index) and index not in self.taken and self.tokens.lowers[index] not in _EMPTY

    def _is_written(self, index: int) -> bool:
        """Whether it is a word, however it is tagged."""
        return self.passage.text[self.tokens.starts[index]].isalnum()

    def _members(self, noun: int, own: set[int], depth: int) -> Iterator[int]:
        yield noun
        for child in self.children[noun] if depth else ():
            dep = self.tokens.deps[child]
            before = child < noun and dep in _PREMODIFIERS
            if child in own:
                yield from self._adjectives(child) if before else ()
            elif child in self.taken and dep not in _PREMODIFIERS:
                continue
            elif dep == "nummod" or before or (dep == "conj" and self._is_noun(child) and not self._counts(child) and not self._counts(noun)):
                yield from self._members(child, own, depth - 1)
            elif dep == "prep" and self.tokens.lowers[child] in _INSIDE:
                yield from self._pobj(child, own, depth)
            elif dep == "acl" and self.tokens.tags[child] == "VBN" and "," not in self.tokens.lowers[noun:child] and child not in self.governing:
                yield from self._participle(child, own, depth)

    def _adjectives(self, number: int) -> Iterator[int]:
        """The adjectives of a noun that the parse hangs on its number: `the best $200 phones`."""
        yield from (child for child in self.children[number] if child < number and self.tokens.deps[child] == "amod")

    def _participle(self, participle: int, own: set[int], depth: int) -> Iterator[int]:
        """`the grain kept in the silo`."""
        yield participle
        for child in self.children[participle]:
            if child > participle and self.tokens.deps[child] in ("prep", "agent"):
                yield from self._pobj(child, own, depth)

    def _counts(self, noun: int) -> bool:
        """Whether the noun has a number of its own."""
        return any(child in self.taken for child in self.children[noun])

    def _pobj(self, preposition: int, own: set[int], depth: int) -> Iterator[int]:
        word = self.tokens.lowers[preposition]
        for inner in self.children[preposition]:
            told = (word == "of" or not self._counts(inner)) and not (word == "in" and self.tokens.lowers[inner] in _TIMES)
            if self.tokens.deps[inner] == "pobj" and inner not in own and inner not in self.taken and told:
                yield from self._members(inner, own, depth - 1)
