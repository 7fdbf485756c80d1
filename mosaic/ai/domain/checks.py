"""Checks of what a model answers, of a whole answer or sentence by sentence while it comes.

They are narrower than any prompt: an answer that breaks a rule is not shown, whatever made the model write it.
"""

import unicodedata
from collections.abc import Iterator
from itertools import chain

from mosaic.ai.domain.asking import commands_in, questions_in, steps_in
from mosaic.ai.domain.disguises import visible
from mosaic.ai.domain.echoes import Echoes
from mosaic.ai.domain.faults import Fault, Finding, Grounds, Rules
from mosaic.ai.domain.foreign_manners import foreign_directives
from mosaic.ai.domain.forms import form_faults
from mosaic.ai.domain.manners import manner_faults
from mosaic.ai.domain.private import private_faults
from mosaic.ai.domain.quoting import quote_faults, without_quotes
from mosaic.ai.domain.support import support_of
from mosaic.ai.domain.tongue import Tongue
from mosaic.ai.domain.truth import untruths
from mosaic.ai.domain.units import cut

__all__ = ["Checker", "Fault", "Finding", "Grounds", "Rules", "findings_in"]

MOST_READ = 20_000


class _Course:
    """An answer as far as it has come: what has been counted, and what a further sentence adds to it."""

    def __init__(self, grounds: Grounds, rules: Rules) -> None:
        self._grounds, self._rules = grounds, rules
        self._language = grounds.language.casefold()[:2] or "en"
        self._support = support_of(grounds.own, self._language)
        self._echoes, self._tongue = Echoes(grounds), Tongue(self._language)
        self._letters = self._sentences = self._questions = self._steps = 0

    def findings(self, raw: str) -> Iterator[Finding]:
        """Yield what is wrong with the next sentence."""
        text = unicodedata.normalize("NFKC", visible(raw)).strip().replace("’", "'").replace("ʼ", "'")
        self._letters += len(raw)
        if self._letters > self._rules.most_letters:
            yield Finding(Fault.LENGTH, text)
        if not text:
            return
        plain = without_quotes(text, self._grounds)
        yield from chain(
            form_faults(raw, text, self._grounds),
            self._counted(text, plain),
            quote_faults(text, self._grounds),
            self._echoes.faults(text),
            self._meant(plain),
        )

    def _counted(self, text: str, plain: str) -> Iterator[Finding]:
        self._sentences += any(letter.isalnum() for letter in text)
        self._questions += questions_in(plain)
        self._steps += steps_in(plain)
        if self._sentences > self._rules.most_sentences:
            yield Finding(Fault.LENGTH, text)
        if self._questions > self._rules.most_questions:
            yield Finding(Fault.QUESTIONS, text)
        if self._steps > self._rules.most_steps:
            yield Finding(Fault.STEPS, text)
        if self._tongue.is_foreign(plain):
            yield Finding(Fault.LANGUAGE, text)

    def _meant(self, plain: str) -> Iterator[Finding]:
        asks = "?" in plain
        own, may = self._support, self._rules.may_direct
        yield from manner_faults(plain, own=own.text, is_question=asks, may_direct=may)
        if not may:
            yield from (Finding(Fault.DIRECTIVE, words) for words in commands_in(plain))
            yield from foreign_directives(plain)
        yield from private_faults(plain, own.keys, own.text)
        yield from untruths(plain, self._grounds)


def findings_in(text: str, grounds: Grounds, rules: Rules) -> list[Finding]:
    """Return everything that is wrong with a whole answer, in order; nothing when it may be shown."""
    if not any(letter.isalnum() for letter in text):
        return [Finding(Fault.EMPTY, text)]
    course = _Course(grounds, rules)
    sentences, _ = cut(text[:MOST_READ], is_whole=True)
    found = [finding for sentence in sentences for finding in course.findings(sentence)]
    return [*found, Finding(Fault.LENGTH, "")] if len(text) > MOST_READ else found


class Checker:
    """Checks an answer while it comes. After the first finding nothing more is yielded."""

    def __init__(self, grounds: Grounds, rules: Rules) -> None:
        self._course = _Course(grounds, rules)
        self._most = rules.most_letters
        self._left = ""
        self._said = False
        self._finding: Finding | None = None

    @property
    def finding(self) -> Finding | None:
        """The first thing that was wrong."""
        return self._finding

    def take(self, piece: str) -> Iterator[str]:
        """Yield the sentences that a further piece completes, with their blanks, as far as they may be shown."""
        if self._finding:
            return
        sentences, self._left = cut(self._left + piece, is_whole=False)
        yield from self._passed(sentences)
        if not self._finding and len(self._left) > self._most:
            self._finding = Finding(Fault.LENGTH, self._left)

    def end(self) -> Iterator[str]:
        """Yield what was left when the answer has ended whole."""
        if self._finding:
            return
        sentences, self._left = cut(self._left, is_whole=True)
        yield from self._passed(sentences)
        if not self._finding and not self._said:
            self._finding = Finding(Fault.EMPTY, "")

    def _passed(self, sentences: list[str]) -> Iterator[str]:
        for sentence in sentences:
            self._finding = next(self._course.findings(sentence), None)
            if self._finding:
                return
            self._said = self._said or any(letter.isalnum() for letter in sentence)
            yield sentence
