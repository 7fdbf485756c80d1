"""What a posting says about values: the words with which it offers something that matters, or speaks against it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mosaic.lexicon.phrases import Finder, Mention, opposed_value_finder, value_finder
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.words import key_of
from opportunity_bridge.domain.requirements import Ask
from opportunity_bridge.domain.sections import Part, Section
from opportunity_bridge.domain.value_wordings import ASKED_TO_BEAR, OFFERED, worded

# How far before a word one looks for what rules it out.
NEAR = 120

DATA = Path(__file__).parent.parent / "data"
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|free of|instead of|neither|nor|rather than|don[’']t|do not|cannot)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_ONLY_NAMED = re.compile(
    r"\b(?:premium|supplement|allowance|enhancement|extra (?:for|pay))s?\b[^.;]{0,25}$", re.IGNORECASE
)
# “If you want to go home at five, this is not for you.”
_NOT_FOR_YOU = re.compile(
    r"\bif you (?:want|like|need|prefer|expect)\b.{0,120}\bnot (?:be )?(?:for|the place for) you\b", re.IGNORECASE
)
# Words of a value that stand for something else in postings.
_ELSE_WORDS = {
    "fairness": r"\binclusive (?:of|pay|salary|rate|wage|class\w*|education|schools?|teaching|play)\b|\ball[- ]inclusive|\((?:all )?inclusive\)",
    "environment": r"\b(?:months?|years?|contract|term)\b[^.;]{0,20}\brenewable\b|\brenewable (?:contract|yearly|annually|for)\b|\b(?:working|work|friendly|open|good|pleasant|nice|team|social) climate\b|\bclimate control\b",
    "meaning": r"\b(?:pension|scale|scheme|agreement|collective)\b[^.;]{0,25}\bpublic service\b|\bpublic service (?:pension|scale|scheme|agreement)",
    "craft": r"\b(?:write|apply|send|letter|applications?|return|hand in|deliver\w*)\b[^.;]{0,40}\bby hand\b|\b(?:tell|show|write)\b[^.;]{0,60}\bproud of\b",
    "closeness": r"\b(?:help|support|assistance|paid|pays?|contribution|costs?|money)\b[^.;]{0,25}\brelocation\b|\brelocation (?:package|support|help|assistance|allowance|bonus|costs|expenses|paid|grant|budget|loan)s?\b",
    "variety": r"\bvariety of (?!tasks|work|projects|duties|jobs|cases|roles|assignments)",
    "security": r"\b(?:prospect|possibility|possible|view|aim|intention|hopes?|chance|making|becomes?|going|leads?|path|then|may|could)\b[^.;]{0,25}\bpermanent\b|\bpermanent (?:after|once)\b|\bseasonal (?!work|contracts?\b|job|position|role|post|from|employment|basis)\w+",
    "pay": r"\bpaid or unpaid\b|\bunpaid (?:accounts?|bills?|invoices?|claims?|leave|work you)\b|\b(?:test|task) is unpaid\b|\bamount of unpaid\b",
    "flexibility": r"\bon (?:a )?call\b|\bfour days a week\b|\b(?:most|many|some|all) of (?:them|whom) part[- ]time\b",
    "work-life-balance": r"\b(?:second|other|third) weekend (?:is |are )?(?:off|free)\b|\bovertime (?:is )?(?:rare\w*|exceptional|never|not|paid|taken|saved|banked|after|at)\b|\b(?:rarely|no|all|any|exceptional) overtime\b|\bovertime\b[^.;]{0,15}\bif you want\b|\bnights? (?:premium|differential|supplement|allowance|enhancement|and hardship)|\b(?:we|will|you) (?:\w+ )?see (?:\w+ )?children\b",
    "achievement": r"\bto succeed\b|\bsucceed(?:s|ing)? (?:the|our|ms|mr|her|him)\b",
}
_ELSE = {value: re.compile(pattern, re.IGNORECASE) for value, pattern in _ELSE_WORDS.items()}


@dataclass(frozen=True, slots=True)
class Signal:
    """A value that `text[start:end]` speaks for, or against when `opposed`."""

    value: str
    start: int
    end: int
    opposed: bool


@dataclass(frozen=True, slots=True)
class _Names:
    id: str
    label: str
    aliases: tuple[str, ...]
    exact: tuple[str, ...] = ()


def signals_in(text: str, part: Part, ask: Ask | None) -> Iterator[Signal]:
    """Yield the values a part speaks for or against. “No nights” speaks against nights.

    What is asked of the person (“a calm manner”) and a list of duties (“mentor trainees”) offer nothing, but they may
    demand something.
    """
    words = text[part.start : part.end]
    finders, tables = [(opposed_value_finder(), True), (_demands(), True)], [(ASKED_TO_BEAR, True)]
    if ask not in (Ask.MUST, Ask.NICE) and not (part.listed and part.section is Section.DUTIES):
        finders, tables = [*finders, (value_finder(), False), (_offers(), False)], [*tables, (OFFERED, False)]
    for finder, opposed in finders:
        for mention in finder.find(words):
            if _is_whole(words[mention.start : mention.end]):
                yield from _signal(words, mention, part, opposed=opposed)
    for table, opposed in tables:
        for value, start, end in worded(words, table):
            yield from _signal(words, Mention(value, start, end), part, opposed=opposed)


def _is_whole(phrase: str) -> bool:
    """Whether a found phrase is one that was meant: not what is left of “new skills” without its small words."""
    return len(phrase.split()) > 1 or key_of(phrase) in _single_words()


@cache
def _single_words() -> frozenset[str]:
    """Return the words that mean a value by themselves; of the lexicon's only those that speak against one.

    What people say of themselves in one word (“learning”, “security”) is in postings mostly a subject of the work.
    """
    values = [word for value in lexicon().values.values() for word in value.opposed]
    rows = tomllib.loads((DATA / "value_words.toml").read_text(encoding="utf-8"))
    own = [word for words in rows.values() for phrases in words.values() for word in phrases]
    return frozenset(key_of(word) for word in (*values, *own) if " " not in word and "-" not in word)


def _signal(words: str, mention: Mention, part: Part, *, opposed: bool) -> Iterator[Signal]:
    before = words[max(0, mention.start - NEAR) : mention.start]
    is_negated = bool(_NEGATED.search(before))
    if (is_negated and not opposed) or _is_else(words, mention) or (not opposed and _NOT_FOR_YOU.search(words)):
        return
    if not _ONLY_NAMED.search(before):
        yield Signal(mention.id, part.start, part.end, opposed and not is_negated)


def _is_else(words: str, mention: Mention) -> bool:
    """Whether words mean something else here: “inclusive of tax”, “a contract of one year, renewable”."""
    pattern = _ELSE.get(mention.id)
    found = pattern.finditer(words) if pattern else ()
    return any(one.start() < mention.end and mention.start < one.end() for one in found)


@cache
def _offers() -> Finder:
    return _finder("offers")


@cache
def _demands() -> Finder:
    return _finder("demands")


def _finder(name: str) -> Finder:
    rows = tomllib.loads((DATA / "value_words.toml").read_text(encoding="utf-8"))[name]
    return Finder(_Names(value, phrases[0], tuple(phrases[1:])) for value, phrases in rows.items())
