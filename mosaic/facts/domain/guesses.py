"""What words let one suppose: the core skill of a role, the role behind a job told by its work, skills near in meaning.

The first two follow from what was said. What is only near in meaning is marked: it is shown for the person to confirm and
enters neither a fit nor a résumé before that.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from mosaic.facts.domain.denials import denials_in, denied_at
from mosaic.facts.domain.doing import Asked, is_near_shown, shown_at
from mosaic.facts.domain.found import POLARITIES, Found
from mosaic.facts.domain.kinds import FactKind, How, Polarity
from mosaic.facts.domain.roles import is_own_role, is_wished_role
from mosaic.lexicon.claims import Stance, stance_at
from mosaic.lexicon.implied import core_skill_of, occupation_of
from mosaic.lexicon.loose import skills_said
from mosaic.lexicon.nearness import Near, near_skills
from mosaic.lexicon.phrases import Mention
from mosaic.lexicon.sentences import Span, quote_around, sentences_of
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.workplaces import occupations_at_work, occupations_owned, short_titles

# The name of a thing says less than a sentence, and says it plainly.
LEAST_OF_A_THING = 0.4
_TEACHES = re.compile(r"-(?:teaching|instruction|facilitation|leadership|coaching|training)$")
_TEACHING = re.compile(r"\b(?:teach|instruct|coach|train|lead|class|lesson)", re.IGNORECASE)


def core_skills(named: Iterable[Found]) -> Iterator[Found]:
    """Yield what each role held is first of all about, unless its sentence names that skill anyway."""
    rows = list(named)
    skills = {(one.start, one.lexicon_id) for one in rows if one.kind is FactKind.SKILL}
    for one in rows:
        skill = core_skill_of(one.lexicon_id) if _is_held(one) else ""
        if skill and (one.start, skill) not in skills:
            label = lexicon().skills[skill].label
            yield Found(FactKind.SKILL, label, skill, Polarity.HAS, one.start, one.end)


def shown_roles(text: str, named: Iterable[Found], asked: Asked = Asked.DOING) -> Iterator[Found]:
    """Yield the role of a sentence that tells a job by its work or its place and names no role: “pulled pints for three years”."""
    by_place: defaultdict[tuple[int, int], list[Found]] = defaultdict(list)
    for one in named:
        by_place[one.start, one.end].append(one)
    told = {place for place, rows in by_place.items() if _has_role(rows)}
    # What somebody kept says more than what they did there, and that more than where they did it.
    for roles in (
        _called(text, asked),
        _placed(text, occupations_owned(text), asked),
        _worked(text, by_place),
        _placed(text, occupations_at_work(text), asked),
    ):
        supposed = [one for one in roles if (one.start, one.end) not in told]
        yield from supposed
        told.update((one.start, one.end) for one in supposed)


def _worked(text: str, by_place: Mapping[tuple[int, int], list[Found]]) -> Iterator[Found]:
    for (start, end), rows in by_place.items():
        skills = [one.lexicon_id for one in rows if one.kind is FactKind.SKILL and one.polarity is Polarity.HAS]
        role = next(filter(None, (occupation_of(skill, text[start:end]) for skill in skills)), "")
        if role:
            yield _role(role, start, end)


def _called(text: str, asked: Asked) -> Iterator[Found]:
    for mention in short_titles(text):
        quote, stance = quote_around(text, mention.start, mention.end), stance_at(text, mention.start)
        if stance is Stance.HAS and is_own_role(text, mention.start, mention.end) and _is_done(text, mention, asked):
            yield _role(mention.id, quote.start, quote.end)
        elif stance is Stance.WANTS and is_wished_role(text, mention.start, mention.end):
            yield replace(_role(mention.id, quote.start, quote.end), polarity=Polarity.WANTS)


def _placed(text: str, mentions: Iterable[Mention], asked: Asked) -> Iterator[Found]:
    for mention in mentions:
        stance, denied = stance_at(text, mention.start), denied_at(text, mention.start, mention.end)
        if stance is Stance.HAS and denied in (None, Polarity.HAS) and _is_done(text, mention, asked):
            quote = quote_around(text, mention.start, mention.end)
            yield _role(mention.id, quote.start, quote.end)


def _is_done(text: str, mention: Mention, asked: Asked) -> bool:
    return shown_at(text, mention.start, mention.end, asked) is Polarity.HAS


def _role(occupation: str, start: int, end: int) -> Found:
    return Found(FactKind.ROLE, lexicon().occupations[occupation].label, occupation, Polarity.HAS, start, end)


def _has_role(rows: Iterable[Found]) -> bool:
    return any(one.kind is FactKind.ROLE for one in rows)


def denied_in_meaning(text: str, named: Iterable[Found]) -> Iterator[Found]:
    """Yield the skill that each thing somebody cannot do, or does not want to, is probably about."""
    known = {(one.start, one.lexicon_id) for one in named if one.kind is FactKind.SKILL}
    for denied in denials_in(text):
        said = text[denied.start : denied.end]
        if denied.polarity is Polarity.HAS or skills_said(said):
            continue
        near = next((one.id for one in _near(said, LEAST_OF_A_THING) if not _is_teaching(one.id, said)), "")
        quote = quote_around(text, denied.start, denied.end)
        if near and (quote.start, near) not in known:
            label = lexicon().skills[near].label
            yield Found(FactKind.SKILL, label, near, denied.polarity, quote.start, quote.end, how=How.NEAR)


def _is_teaching(skill: str, said: str) -> bool:
    """Whether a skill is to teach what the words only name: who cannot swim need not be asked to teach it."""
    return bool(_TEACHES.search(skill)) and not _TEACHING.search(said)


def near_in_meaning(text: str, named: Iterable[Found], asked: Asked = Asked.DOING) -> Iterator[Found]:
    """Yield the skills that a sentence is probably about without naming them; a role hoped for stands for its skills."""
    rows = list(named)
    known = {(one.start, one.lexicon_id) for one in rows if one.kind is FactKind.SKILL}
    hoped = {one.start for one in rows if one.kind is FactKind.ROLE and one.polarity is Polarity.WANTS}
    for sentence in sentences_of(text):
        for near in _near(text[sentence.start : sentence.end]):
            if (sentence.start, near.id) in known:
                continue
            stance = stance_at(text, sentence.start + near.end)
            if stance is Stance.WANTS and sentence.start in hoped:
                continue
            if stance in POLARITIES and _is_meant(text, sentence, near, stance, asked):
                label, polarity = lexicon().skills[near.id].label, POLARITIES[stance]
                yield Found(
                    FactKind.SKILL, label, near.id, polarity, sentence.start, sentence.end, how=How.NEAR
                )  # fmt: skip


def _is_meant(text: str, sentence: Span, near: Near, stance: Stance, asked: Asked) -> bool:
    """Whether a sentence may be taken for what it is near to; what it names outright has been judged before."""
    said = text[sentence.start : sentence.end]
    start, end = sentence.start + near.start, sentence.start + near.end
    if stance is not Stance.HAS:
        return not (stance is Stance.LACKS and _is_teaching(near.id, said))
    # Words about several things, one of them denied, may be near to either.
    if denied_at(text, start, end) not in (None, Polarity.HAS) or not is_near_shown(text, start, end, asked):
        return False
    return all(one.id != near.id for one in skills_said(said))


@lru_cache(maxsize=256)
def _near(words: str, least: float = 0) -> tuple[Near, ...]:
    """Return the skills near to words; answers are read anew with every change, and lines of a text repeat."""
    return tuple(near_skills(words, least=least))


def _is_held(one: Found) -> bool:
    return one.kind is FactKind.ROLE and one.polarity is Polarity.HAS
