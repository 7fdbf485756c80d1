"""From a text to what it says about its writer, by the lexicon alone.

Every finding quotes the sentence it stands on, a literal part of the text. Naming something one lacks
or only wants to learn is not a finding of having it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from mosaic.facts.domain.clauses import own_clauses
from mosaic.facts.domain.dated_roles import dated_roles_in
from mosaic.facts.domain.denials import denied_at
from mosaic.facts.domain.doing import Asked, shown_at
from mosaic.facts.domain.duties import duties_in
from mosaic.facts.domain.education import education_in
from mosaic.facts.domain.found import POLARITIES, Found, about_role, about_skill
from mosaic.facts.domain.goals import goals_in
from mosaic.facts.domain.guesses import core_skills, denied_in_meaning, near_in_meaning, shown_roles
from mosaic.facts.domain.hours import hours_in
from mosaic.facts.domain.interests import interests_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.languages import languages_in
from mosaic.facts.domain.pay import pay_in_own_words
from mosaic.facts.domain.permission import permission_in
from mosaic.facts.domain.places import places_in
from mosaic.facts.domain.remote import remote_in
from mosaic.facts.domain.roles import is_own_role, is_wished_role
from mosaic.facts.domain.strength import how_of, names_result
from mosaic.facts.domain.years import experience_in
from mosaic.lexicon.claims import Stance, stance_at
from mosaic.lexicon.loose import skills_said
from mosaic.lexicon.phrases import Mention, Named, licence_finder, occupation_finder, value_finder
from mosaic.lexicon.sentences import quote_around
from mosaic.lexicon.store import lexicon

# Readers of what is no entry of the lexicon, each of one subject.
READERS = (
    education_in, languages_in, goals_in, interests_in, places_in, remote_in, hours_in, pay_in_own_words, duties_in,
    permission_in,
)  # fmt: skip
# A résumé tells what somebody did and learnt; it holds no wishes, and its “no” is about something else.
RESUME_READERS = (education_in, languages_in, permission_in)

LONGEST_TITLE_LINE = 90


def read_own_words(text: str, *, today: date | None = None, asked: Asked = Asked.DOING) -> list[Found]:
    """Return what an answer or a message says about the person who wrote it.

    Without `today`, lengths of time that are still running (“since 2015”) stay unknown. `asked` is what the words answer.
    """
    clauses = own_clauses(text)
    named = [*_skills(text, asked), *_licences(text, asked), *_roles(text, asked), *_values(text)]
    named += core_skills(named)
    jobs = list(shown_roles(text, named, asked))
    named += jobs
    denied = list(denied_in_meaning(text, named))
    near = [*denied, *near_in_meaning(text, [*named, *denied], asked)]
    told = [one for reader in READERS for one in reader(clauses)]
    experience = list(experience_in(clauses, named, today))
    return _in_order([*_graded(text, named, experience, supposed=jobs), *near, *told, *experience])


def read_resume(text: str, *, today: date | None = None) -> list[Found]:
    """Return what the text of a résumé says about the person it belongs to."""
    clauses = own_clauses(text)
    named = [*_skills(text, None), *_licences(text, None), *_roles(text, None)]
    claimed = [one for one in named if one.polarity in (Polarity.HAS, Polarity.WANTS)]
    told = [one for reader in RESUME_READERS for one in reader(clauses) if one.polarity is Polarity.HAS]
    roles = [one for one in claimed if one.kind is FactKind.ROLE and one.polarity is Polarity.HAS]
    experience = [one for one in experience_in(clauses, claimed, today) if one.lexicon_id]
    experience += dated_roles_in(text, roles, today)
    return _in_order([*_graded(text, claimed, experience), *told, *experience])


def _graded(
    text: str, named: Iterable[Found], experience: Iterable[Found], *, supposed: Iterable[Found] = ()
) -> Iterator[Found]:
    """Give skills and roles the years of their sentence, and skills what it says about how they were come by.

    A role that is only supposed says nothing about pay.
    """
    rows, unsaid = list(named), set(supposed)
    stated = [one for one in rows if one not in unsaid]
    in_a_role = {one.start for one in stated if one.kind is FactKind.ROLE and one.polarity is Polarity.HAS}
    spent = {(one.start, one.lexicon_id): one for one in experience}
    for one in rows:
        if one.polarity is not Polarity.HAS:
            yield one
            continue
        about = about_role if one.kind is FactKind.ROLE else about_skill
        stretch = spent.get((one.start, about(one.lexicon_id)))
        timed = replace(one, amount=stretch.amount, until=stretch.until) if stretch else one
        is_skill = one.kind is FactKind.SKILL
        yield _with_grounds(text, timed, in_a_role=one.start in in_a_role) if is_skill else timed


def _with_grounds(text: str, skill: Found, *, in_a_role: bool) -> Found:
    sentence = text[skill.start : skill.end]
    return replace(skill, how=how_of(sentence, in_a_role=in_a_role), has_result=names_result(sentence))


def _skills(text: str, asked: Asked | None) -> Iterator[Found]:
    yield from _claims(text, FactKind.SKILL, skills_said(text), lexicon().skills, asked)


def _licences(text: str, asked: Asked | None) -> Iterator[Found]:
    yield from _claims(text, FactKind.LICENCE, licence_finder().find(text), lexicon().licences, asked)


def _claims(
    text: str, kind: FactKind, mentions: Iterable[Mention], entries: Mapping[str, Named], asked: Asked | None
) -> Iterator[Found]:
    """Yield what the mentions claim; `asked` is None for a résumé, whose lines need no subject."""
    for mention in mentions:
        stance = stance_at(text, mention.start)
        if stance not in POLARITIES:
            continue
        polarity = denied_at(text, mention.start, mention.end) or POLARITIES[stance]
        shown = _shown(text, mention, asked) if polarity is Polarity.HAS else polarity
        if shown:
            yield _found(text, kind, mention, entries[mention.id].label, shown)


def _shown(text: str, mention: Mention, asked: Asked | None) -> Polarity | None:
    return Polarity.HAS if asked is None else shown_at(text, mention.start, mention.end, asked)


def _roles(text: str, asked: Asked | None) -> Iterator[Found]:
    for mention in occupation_finder().find(text):
        label = lexicon().occupations[mention.id].label
        stance = stance_at(text, mention.start)
        if stance is Stance.WANTS and is_wished_role(text, mention.start, mention.end):
            yield _found(text, FactKind.ROLE, mention, label, Polarity.WANTS)
        elif stance is Stance.HAS and _is_held(text, mention, asked):
            yield _found(text, FactKind.ROLE, mention, label, Polarity.HAS)


def _is_held(text: str, mention: Mention, asked: Asked | None) -> bool:
    if is_own_role(text, mention.start, mention.end):
        return _shown(text, mention, asked) is Polarity.HAS
    return asked is None and _is_title_line(text, mention)


def _is_title_line(text: str, mention: Mention) -> bool:
    """Whether a résumé's line is a title: short, and beginning with the role or naming little else."""
    start = text.rfind("\n", 0, mention.start) + 1
    end = text.find("\n", mention.end)
    line = text[start : len(text) if end < 0 else end].strip()
    return len(line) <= LONGEST_TITLE_LINE and mention.start - start <= 24 and not line.endswith(".")


def _values(text: str) -> Iterator[Found]:
    clauses = own_clauses(text)
    for mention in value_finder().find(text):
        # “Can I work from home?” asks; it does not say what matters.
        if any(clause.start <= mention.start < clause.end for clause in clauses):
            yield _found(text, FactKind.VALUE, mention, lexicon().values[mention.id].label, Polarity.WANTS)


def _found(text: str, kind: FactKind, mention: Mention, label: str, polarity: Polarity) -> Found:
    span = quote_around(text, mention.start, mention.end)
    return Found(kind, label, mention.id, polarity, span.start, span.end)


def _in_order(found: Iterable[Found]) -> list[Found]:
    """Sort by place and keep one finding per entry and sentence."""
    first = reversed(list(found))
    unique = {(one.kind, one.lexicon_id or one.label, one.polarity, one.start): one for one in first}
    return sorted(unique.values(), key=lambda one: (one.start, one.kind, one.lexicon_id, one.label, one.polarity))
