"""One message in one state, with what every way of answering it asks: quotes, earlier words that belong to it, sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from wimd.domain.coach.kinds import Choice, Kind, Move, Topic
from wimd.domain.coach.parts import Part, Phrases, Reply
from wimd.domain.coach.state import Memory, State
from wimd.domain.intents import Intent, telling_words
from wimd.domain.library import Library
from wimd.domain.plain_words import telling_words as telling
from wimd.domain.sentences import question_in, quotable, quote_of, sentence_around

BELONGS = 2
"""Telling words two texts have in common, from which they are taken to be about the same."""
MOST_TELLING = (Topic.ENERGY, Topic.GOAL, Topic.POWER, Topic.VALUE, Topic.PROBLEM, Topic.BLOCK)
ENOUGH_SHARED = 3


@dataclass(frozen=True)
class Talk:
    """A message, the state it comes in, and what is at hand for answering it."""

    state: State
    message: str
    intent: Intent | None
    library: Library
    phrases: Phrases

    @cached_property
    def quote(self) -> str:
        """Return what is quoted of the message: news where it is told, a question where one is asked."""
        told = telling_words(self.message, self.intent) if self.intent else ""
        return quotable(sentence_around(self.message, told)) or self.question or quote_of(self.message)

    @cached_property
    def question(self) -> str:
        """Return the question somebody asks, or nothing."""
        return question_in(self.message)

    def part(self, code: str, *, key: str = "", **values: str | int) -> Part | None:
        """Return a sentence that is fresh in this conversation, or None."""
        return self.phrases.part(code, key=key, **values)

    def reflection(self) -> list[Part]:
        """Return the person's words given back, and what was noted from them."""
        code = "reflect.question" if self.question and self.question == self.quote else "reflect"
        said = [self.part(code, words=self.quote) or self.part("reflect", words=self.quote)] if self.quote else []
        return [part for part in (*said, self.noted()) if part]

    def noted(self) -> Part | None:
        """Return the skills that were noted, for them to judge."""
        named = list(self.state.noticed)
        if not named:
            return None
        code = "noted.one" if len(named) == 1 else "noted.more"
        return Part(code, self.phrases.times(code), {"named": ", ".join(named)})

    @cached_property
    def belonging(self) -> Memory | None:
        """Return earlier words about the same thing as the message, not repeated in this conversation yet."""
        scored = [(self._nearness(one), one) for one in self._unsaid()]
        best = max(scored, key=lambda pair: pair[0], default=None)
        return best[1] if best and best[0] >= BELONGS else None

    def of(self, topic: Topic) -> Memory | None:
        """Return the first earlier words of a topic not repeated yet."""
        return next((one for one in self._unsaid() if one.topic is topic), None)

    def memory(self, *topics: Topic) -> Memory | None:
        """Return earlier words of some topics not repeated yet: those that belong to the message, else the first."""
        if self.belonging and self.belonging.topic in topics:
            return self.belonging
        return next((one for topic in topics for one in self._unsaid() if one.topic is topic), None)

    def fits(self, prompt: str) -> bool:
        """Whether a row written for `prompt` answers the message: enough telling words of it are said here."""
        row = telling(prompt)
        shared = len(row & telling(self.quote or self.message))
        return shared >= ENOUGH_SHARED or (shared >= BELONGS and 2 * shared >= len(row))

    def recalling(self, code: str, *topics: Topic) -> Part | None:
        """Return a sentence around earlier words, of the topics named or of those that say most, or None."""
        one = self.memory(*(topics or MOST_TELLING))
        return self.part(code, key=one.key, earlier=one.words) if one else None

    def coach(
        self, move: Move, parts: Iterable[Part | None], *, choices: tuple[Choice, ...] = (), row: str = ""
    ) -> Reply:
        """Return an answer of the coach; parts that are not to be had are left out."""
        return Reply(Kind.COACH, move, tuple(part for part in parts if part), choices, row, intent=self.intent)

    def _unsaid(self) -> list[Memory]:
        said = {one.casefold() for one in (self.message, self.quote)}
        return [
            one
            for one in self.state.memories
            if not self.phrases.was_said_about(one.key) and not any(one.words.casefold() in words for words in said)
        ]

    def _nearness(self, memory: Memory) -> int:
        if memory.lexicon_id and memory.lexicon_id in self.state.found:
            return BELONGS + 1
        return len(self._words & telling(memory.words))

    @cached_property
    def _words(self) -> frozenset[str]:
        return telling(self.message)
