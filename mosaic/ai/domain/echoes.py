"""What must not come back: the prompt, and what fencing took out of the material."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mosaic.ai.domain.faults import Fault, Finding, Grounds

RUN = 7
ECHO_RUN = 3
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CAPITAL = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-Z][\w-]{2,}|\b\w*\d\w*\d\w*\d\w*\b|\b[A-Z]{4,}\b")
_QUOTED = re.compile(r"[\"“„«‘]([^\"”“»’\n]{2,120})[\"”“»’]")
_OF_ITSELF = re.compile(
    r"\b(?:my|these|the|its) (?:system |hidden |initial |original |secret )?(?:prompt|instructions?|guidelines|programming)\b(?! (?:on|in|for|from|of) the (?:posting|box|form))"
    r"|\bsystem ?prompt\b|\bi (?:was|am|have been|['’]ve been|['’]m) (?:told|instructed|programmed|configured|prompted|asked by (?:the|my) (?:system|developer)\w*) (?:to|not|that|never|by)\b"
    r"|\b(?:mein|mon|mi|il mio|mijn) (?:system-?)?prompt\b|\bmes instructions disent\b"
    r"|\bmeine anweisungen\b|\bmis instrucciones\b|\bprompt (?:di|de|del) sistema\b|\bprompt système\b",
    re.IGNORECASE,
)
# Words everybody uses; three of them in a row tell nothing.
_SMALL = frozenset(
    "a an the and or but if so of to in on at by for with from as is are was were be been it its this that these those there here "
    "i you he she we they me my your his her our their what which who how when where why not no do does did have has had will would "
    "can could may might must should than then very more most all any some one about into out up down over just like say tell "
    "assistant user system model language human person applicant candidate instruction instructions note yes sure please data text answer reply json".split()
)


class Echoes:
    """Looks for runs of words that must not come back, across the borders of sentences."""

    def __init__(self, grounds: Grounds) -> None:
        known = (*grounds.own, *grounds.data)
        self._leaks = _runs((grounds.system,), RUN) - _runs(known, RUN)
        self._echoes, self._rare = _distinct(grounds.instructions, (*known, grounds.system))
        self._last: list[str] = []

    def faults(self, text: str) -> Iterator[Finding]:
        """Yield what a further sentence repeats or tells about its making."""
        for found in _OF_ITSELF.finditer(text):
            yield Finding(Fault.LEAK, found[0])
        now = _words(text)
        words = self._last + now
        self._last = words[-RUN + 1 :]
        for run in _in_runs(words, RUN):
            if run in self._leaks:
                yield Finding(Fault.LEAK, run)
                break
        for run in _in_runs(words, ECHO_RUN):
            if run in self._echoes:
                yield Finding(Fault.ECHO, run)
                break
        for word in self._rare.intersection(now):
            yield Finding(Fault.ECHO, word)


@lru_cache(maxsize=64)
def _distinct(taken: tuple[str, ...], known: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the runs and the single words that stand only in what was taken out."""
    if not taken:
        return frozenset(), frozenset()
    runs = frozenset(run for run in _runs(taken, ECHO_RUN) if len(set(run.split()) - _SMALL) > 1)
    rare = {word for one in taken for found in _CAPITAL.findall(one) for word in _words(found)}
    rare |= {
        word for one in taken for found in _QUOTED.findall(one) if len(found.split()) < 3 for word in _words(found)
    }
    said = frozenset(word for one in known for word in _words(one))
    return runs - _runs(known, ECHO_RUN), frozenset(rare - said - _SMALL)


@lru_cache(maxsize=64)
def _runs(texts: tuple[str, ...], length: int) -> frozenset[str]:
    return frozenset(run for text in texts for run in _in_runs(_words(text), length))


def _in_runs(words: list[str], length: int) -> Iterator[str]:
    for place in range(len(words) - length + 1):
        yield " ".join(words[place : place + length])


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]
