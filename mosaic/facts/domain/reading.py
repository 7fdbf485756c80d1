"""From a text to what it says about its writer, by the lexicon alone.

Every finding quotes the sentence it stands on, a literal part of the text. Naming something one lacks
or only wants to learn is not a finding of having it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.claims import Stance, stance_at
from mosaic.lexicon.loose import skills_said
from mosaic.lexicon.phrases import Mention, Named, licence_finder, occupation_finder, value_finder
from mosaic.lexicon.sentences import quote_around
from mosaic.lexicon.store import lexicon


@dataclass(frozen=True, slots=True)
class Found:
    """One thing a text says about its writer; the quote is `text[start:end]`."""

    kind: FactKind
    label: str
    lexicon_id: str
    polarity: Polarity
    start: int
    end: int
    aspect: str = ""


POLARITIES = {Stance.HAS: Polarity.HAS, Stance.WANTS: Polarity.WANTS}

# “I was a nurse” speaks of the writer, “my sister is a nurse” does not.
_IN_A_ROLE = re.compile(
    r"(?:(?:^|[.!?;\n])\s*(?:was|been|used to be)|\bI(?: am|['’]?m| was| used to be| became|['’]?ve been| have been| trained| qualified)(?: as)?|\b(?:work(?:ed|ing|s)?|job|career|employed|years|time|life|trained|qualified|placement|apprentice(?:ship)?) as)"
    r"(?: an?| the| self-employed| full[- ]time| part[- ]time| qualified| trained| experienced| senior| junior| head| lead| retired| former| registered)*\s*$",
    re.IGNORECASE,
)
_TOWARDS_A_ROLE = re.compile(
    r"\b(?:become|becoming|retrain as|train as|work as|move into|switch to|try|be|job as|role as)(?: an?| the)?\s*$",
    re.IGNORECASE,
)
# “Housewife for 22 years” needs no “I was”.
_BARE_ROLE = re.compile(r"(?:^|[.!?;\n])\s*(?:an? )?$")
_FOR_YEARS = re.compile(
    r"\s*(?:for|since) (?:the last |the past |about |over |nearly |almost )?(?:\d|\w+ years)", re.IGNORECASE
)
LONGEST_TITLE_LINE = 90


def read_own_words(text: str) -> list[Found]:
    """Return what an answer or a message says about the person who wrote it."""
    return _in_order([*_skills(text), *_licences(text), *_roles(text, told=True), *_values(text)])


def read_resume(text: str) -> list[Found]:
    """Return what the text of a résumé says about the person it belongs to."""
    return _in_order([*_skills(text), *_licences(text), *_roles(text, told=False)])


def _skills(text: str) -> Iterator[Found]:
    yield from _claims(text, FactKind.SKILL, skills_said(text), lexicon().skills)


def _licences(text: str) -> Iterator[Found]:
    yield from _claims(text, FactKind.LICENCE, licence_finder().find(text), lexicon().licences)


def _claims(text: str, kind: FactKind, mentions: Iterable[Mention], entries: Mapping[str, Named]) -> Iterator[Found]:
    for mention in mentions:
        stance = stance_at(text, mention.start)
        if stance in POLARITIES:
            yield _found(text, kind, mention, entries[mention.id].label, POLARITIES[stance])


def _roles(text: str, *, told: bool) -> Iterator[Found]:
    for mention in occupation_finder().find(text):
        label = lexicon().occupations[mention.id].label
        before = text[max(0, mention.start - 60) : mention.start]
        stance = stance_at(text, mention.start)
        if stance is Stance.WANTS and _TOWARDS_A_ROLE.search(before):
            yield _found(text, FactKind.ROLE, mention, label, Polarity.WANTS)
        elif stance is Stance.HAS and (
            _is_own_role(text, before, mention) or (not told and _is_title_line(text, mention))
        ):
            yield _found(text, FactKind.ROLE, mention, label, Polarity.HAS)


def _is_own_role(text: str, before: str, mention: Mention) -> bool:
    if _IN_A_ROLE.search(before):
        return True
    return bool(_BARE_ROLE.search(before) and _FOR_YEARS.match(text, mention.end))


def _is_title_line(text: str, mention: Mention) -> bool:
    """Whether a résumé's line is a title: short, and beginning with the role or naming little else."""
    start = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    line = text[start : len(text) if end < 0 else end].strip()
    return len(line) <= LONGEST_TITLE_LINE and mention.start - start <= 24 and not line.endswith(".")


def _values(text: str) -> Iterator[Found]:
    for mention in value_finder().find(text):
        yield _found(text, FactKind.VALUE, mention, lexicon().values[mention.id].label, Polarity.WANTS)


def _found(text: str, kind: FactKind, mention: Mention, label: str, polarity: Polarity) -> Found:
    span = quote_around(text, mention.start, mention.end)
    return Found(kind, label, mention.id, polarity, span.start, span.end)


def _in_order(found: Iterable[Found]) -> list[Found]:
    """Sort by place and keep one finding per entry and sentence."""
    unique = {(one.kind, one.lexicon_id, one.polarity, one.start): one for one in found}
    return sorted(unique.values(), key=lambda one: (one.start, one.kind, one.lexicon_id))
