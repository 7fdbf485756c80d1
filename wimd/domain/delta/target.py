"""What the delta stands against: what somebody chose, else what their own words say they want."""

import re
from collections.abc import Iterable

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.loose import skills_said
from mosaic.lexicon.phrases import occupation_finder
from mosaic.lexicon.store import lexicon
from wimd.domain.delta.lines import in_order, line_of, of_kind
from wimd.domain.delta.model import Chosen, Target, TargetKind, Thing

# Questions whose answers say most plainly what somebody wants to do, the plainest first.
PLAINEST = ("", "best_fit", "combine", "problem_statement", "options")
# Ideas are collected under another question, and are not yet wishes.
WISHED = frozenset(("", "best_fit", "combine", "problem_statement", "miracle", "goals_fit"))
FEWEST_WORDS, LONGEST_NAME = 2, 70
# One or two skills named in a goal are not what some work stands on.
FEWEST_SKILLS = 3
_REASONS = re.compile(
    r"[.;:](?:\s|$)|,? (?:because|since|so that|and then|til|until|as an?|first so)\b|, (?:and|then|where|which|so|the)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:(?:to|become|becoming|be|being|work(?:ing)?|train(?:ing)?|retrain|apprenticeship|job|start(?:ing)?|as|an?|the|my|own|i|want|would|like)\s+)*",
    re.IGNORECASE,
)


def target_of(things: Iterable[Thing], chosen: Chosen | None) -> Target | None:
    """Return what the delta stands against; None while nothing is wanted yet."""
    known = tuple(things)
    if chosen is None:
        return _stated(known)
    return Target(chosen.kind, chosen.label, chosen.occupation, _asked(chosen))


def occupation_in(words: str) -> str:
    """Return the occupation that words begin with: “care assistant near home”, “to train as a baker”; "" for none."""
    first = next(iter(occupation_finder().find(words)), None)
    return first.id if first and _BEGINS.fullmatch(words[: first.start]) else ""


def skills_in(words: str) -> tuple[str, ...]:
    """Return the skills that words name, each once."""
    return tuple(dict.fromkeys(one.id for one in skills_said(words)))


def short_name(label: str) -> str:
    """Return a target's name short enough to stand in a sentence: up to where its reasons and its second part begin."""
    words = _REASONS.split(label, maxsplit=1)[0].strip(" ,.;:–—")
    words = words if len(words.split()) >= FEWEST_WORDS else label.strip(" ,.;:–—")
    return words if len(words) <= LONGEST_NAME else words[:LONGEST_NAME].rsplit(" ", 1)[0] + " …"


def wishes_in(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Return what somebody said they want, the plainest first."""
    goals = (
        one for one in of_kind(things, Polarity.WANTS, FactKind.GOAL) if _asked_in(one, WISHED) or one.is_confirmed
    )
    return in_order(goals, PLAINEST)


def _stated(things: tuple[Thing, ...]) -> Target | None:
    """Return a kind of work somebody wants, else their plainest goal with the skills they want to use."""
    for role in of_kind(things, Polarity.WANTS, FactKind.ROLE):
        if role.lexicon_id in lexicon().occupations:
            return _target(role, role.lexicon_id, ())
    goals = in_order(of_kind(things, Polarity.WANTS, FactKind.GOAL), PLAINEST)
    plain = [one for one in goals if _asked_in(one, frozenset(PLAINEST))]
    wanted = tuple(one.lexicon_id for one in of_kind(things, Polarity.WANTS, FactKind.SKILL) if one.lexicon_id)
    for goal in plain or wishes_in(things)[:1]:
        occupation = occupation_in(goal.label)
        skills = tuple(dict.fromkeys((*skills_in(goal.label), *wanted)))
        return _target(goal, occupation, skills if not occupation and len(skills) >= FEWEST_SKILLS else ())
    return None


def _asked_in(thing: Thing, asked: frozenset[str]) -> bool:
    return any(one.asked in asked and one.source != "reflection" for one in thing.said)


def _target(thing: Thing, occupation: str, skills: tuple[str, ...]) -> Target:
    entries = lexicon().skills
    known = tuple(one for one in skills if one in entries)
    return Target(TargetKind.STATED, thing.label, occupation, known, (line_of(thing),))


def _asked(chosen: Chosen) -> tuple[str, ...]:
    return tuple(one for one in chosen.skills if one in lexicon().skills)
