"""Counts the steps of a backtracking matcher, so that the cost of a pattern can be bounded without a clock.

It walks the parsed pattern as the library's own matcher does, without its short cuts, and so takes rather more steps.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Next = Callable[[int], bool]
# A node of the library's parsed pattern, which has no types.
Node = tuple[object, Any]


class TooManySteps(Exception):
    """The matcher was stopped."""


def ends_at(ends: list[int]) -> Next:
    """Return what keeps the end of a match and is content with it."""

    def kept(end: int) -> bool:
        ends.append(end)
        return True

    return kept


class Counted:
    """A pattern whose steps over a text are counted; raises TooManySteps above `most`."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._nodes: list[Node] = list(_parser.parse(pattern.pattern, pattern.flags))
        self._ignores_case = bool(pattern.flags & re.IGNORECASE)
        self._lines = bool(pattern.flags & re.MULTILINE)
        self.steps = 0
        self._most = 0
        self._text = ""

    def over(self, text: str, *, most: int) -> int:
        """Return how many steps looking for the pattern everywhere in a text takes."""
        self._text, self.steps, self._most = text, 0, most
        place = 0
        while place <= len(text):
            ends: list[int] = []
            if self._match(self._nodes, 0, place, ends_at(ends)):
                place = max(place, ends[0])
            place += 1
        return self.steps

    def _match(self, nodes: list[Node], index: int, place: int, then: Next) -> bool:
        while index < len(nodes):
            self.steps += 1
            if self.steps > self._most:
                raise TooManySteps(self.steps)
            op, value = nodes[index]
            if self._is_single(op):
                if not self._fits(nodes[index], place):
                    return False
                place += 1
                index += 1
                continue
            return self._inner(op, value, place, self._then(nodes, index + 1, then))
        return then(place)

    def _then(self, nodes: list[Node], index: int, then: Next) -> Next:
        return lambda end: self._match(nodes, index, end, then)

    def _inner(self, op: object, value: Any, place: int, then: Next) -> bool:
        if op is c.AT:
            return self._at(value, place) and then(place)
        if op is c.SUBPATTERN:
            return self._match(list(value[3]), 0, place, then)
        if op is c.BRANCH:
            return any(self._match(list(branch), 0, place, then) for branch in value[1])
        if op in (c.ASSERT, c.ASSERT_NOT):
            return self._looks(value, place) is (op is c.ASSERT) and then(place)
        if op in (c.MAX_REPEAT, c.MIN_REPEAT):
            return self._repeat(value, place, then, greedy=op is c.MAX_REPEAT)
        raise NotImplementedError(op)

    def _looks(self, value: Any, place: int) -> bool:
        direction, nodes = value
        if direction > 0:
            return self._match(list(nodes), 0, place, lambda _end: True)
        low, high = nodes.getwidth()
        return any(
            self._match(list(nodes), 0, place - width, lambda end: end == place)
            for width in range(low, high + 1)
            if place >= width
        )

    def _repeat(self, value: Any, place: int, then: Next, *, greedy: bool) -> bool:
        low, high, nodes = value
        inner: list[Node] = list(nodes)
        if len(inner) == 1 and self._is_single(inner[0][0]):
            return any(then(end) for end in self._single_ends(inner[0], place, int(low), int(high), greedy=greedy))
        return self._more(inner, place, then, low=int(low), high=int(high), count=0, greedy=greedy)

    def _more(
        self, nodes: list[Node], place: int, then: Next, *, low: int, high: int, count: int, greedy: bool
    ) -> bool:
        def again(end: int) -> bool:
            is_empty = end == place and count >= low
            return not is_empty and self._more(nodes, end, then, low=low, high=high, count=count + 1, greedy=greedy)

        if count < low:
            return self._match(nodes, 0, place, again)
        if not greedy and then(place):
            return True
        if count < high and self._match(nodes, 0, place, again):
            return True
        return greedy and then(place)

    def _single_ends(self, node: Node, place: int, low: int, high: int, *, greedy: bool) -> Iterator[int]:
        end = place
        while end - place < high and self._fits(node, end):
            self.steps += 1
            end += 1
        ends = range(place + low, end + 1)
        for each in reversed(ends) if greedy else ends:
            self.steps += 1
            if self.steps > self._most:
                raise TooManySteps(self.steps)
            yield each

    @staticmethod
    def _is_single(op: object) -> bool:
        return op in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN)

    def _fits(self, node: Node, place: int) -> bool:
        if place >= len(self._text):
            return False
        op, value = node
        letters = {self._text[place]}
        if self._ignores_case:
            letters |= {self._text[place].lower(), self._text[place].upper()}
        return any(self._is_in(op, value, ord(letter)) for letter in letters if len(letter) == 1)

    def _is_in(self, op: object, value: Any, code: int) -> bool:
        if op is c.LITERAL:
            return bool(code == value)
        if op is c.NOT_LITERAL:
            return bool(code != value)
        if op is c.ANY:
            return chr(code) != "\n"
        members = list(value)
        negated = bool(members) and members[0][0] is c.NEGATE
        return bool(negated) != any(self._is_member(kind, inner, code) for kind, inner in members[negated:])

    @staticmethod
    def _is_member(kind: object, inner: Any, code: int) -> bool:
        if kind is c.LITERAL:
            return bool(code == inner)
        if kind is c.RANGE:
            return bool(inner[0] <= code <= inner[1])
        letter = chr(code)
        known = {
            c.CATEGORY_DIGIT: unicodedata.category(letter) == "Nd",
            c.CATEGORY_SPACE: letter.isspace(),
            c.CATEGORY_WORD: letter.isalnum() or letter == "_",
        }
        negated = {
            c.CATEGORY_NOT_DIGIT: c.CATEGORY_DIGIT,
            c.CATEGORY_NOT_SPACE: c.CATEGORY_SPACE,
            c.CATEGORY_NOT_WORD: c.CATEGORY_WORD,
        }
        return not known[negated[inner]] if inner in negated else known[inner]

    def _at(self, value: Any, place: int) -> bool:
        text = self._text
        if value in (c.AT_BEGINNING, c.AT_BEGINNING_STRING):
            return place == 0 or (self._lines and value is c.AT_BEGINNING and text[place - 1] == "\n")
        if value in (c.AT_END, c.AT_END_STRING):
            return place == len(text)
        before = place > 0 and (text[place - 1].isalnum() or text[place - 1] == "_")
        after = place < len(text) and (text[place].isalnum() or text[place] == "_")
        return (before != after) is (value is c.AT_BOUNDARY)
