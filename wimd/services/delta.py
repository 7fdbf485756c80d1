"""What a person can do with their delta: choose what it stands against, bridge what is missing, try something small."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mosaic.facts import services as facts
from mosaic.facts.models import Fact
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lexicon.store import lexicon
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101.domain.experiments import Canvas, Status
from ps101.models import Experiment
from ps101.services import experiments
from wimd import queries
from wimd.domain.delta import ALGORITHM, Bridge, Delta, Dimension
from wimd.domain.delta.keeping import kept_form
from wimd.domain.delta.model import TargetKind
from wimd.domain.delta.target import occupation_in, skills_in
from wimd.domain.delta.telling import NOW, WANTED, lexicon_id_of
from wimd.models import Analysis, SkillBridge, Target
from wimd.words.delta_tests import experiment_words

LONGEST_LABEL = 200
MOST_ANALYSES = 24
LOOK_BACK = timedelta(days=7)


class UnknownOccupation(Exception):
    """The lexicon has no such kind of work."""


class UnknownTarget(Exception):
    """This person keeps no such posting to aim at."""


class UnknownSkill(Exception):
    """The target asks for no such skill."""


class NoTest(Exception):
    """Nothing is known that a small test could be made of."""


@transaction.atomic
def choose_occupation(person: Person, occupation: str) -> Target:
    """Aim at a kind of work of the lexicon. Raises UnknownOccupation."""
    if occupation not in lexicon().occupations:
        raise UnknownOccupation
    return _choose(person, TargetKind.OCCUPATION, lexicon().occupations[occupation].label, occupation, ())


@transaction.atomic
def choose_words(person: Person, label: str) -> Target:
    """Aim at something in one's own words; a kind of work and skills they name are understood."""
    label = normalised(label).strip()[:LONGEST_LABEL]
    occupation = occupation_in(label)
    return _choose(person, TargetKind.WORDS, label, occupation, () if occupation else skills_in(label))


@transaction.atomic
def choose_saved(person: Person, target_id: UUID) -> Target:
    """Aim at a posting one keeps. Raises UnknownTarget."""
    _lock(person)
    target = queries.targets_of(person).filter(pk=target_id, kind=TargetKind.SAVED).first()
    if target is None:
        raise UnknownTarget
    if target.is_chosen:
        return target
    _unchoose(person)
    target.is_chosen = True
    target.save(update_fields=["is_chosen"])
    note(person, Happened.TARGET_CHOSEN, target, kind=target.kind)
    return target


@transaction.atomic
def leave_target(person: Person) -> None:
    """Let one's own words say again what is wanted."""
    _lock(person)
    if queries.chosen_target_of(person):
        _unchoose(person)
        note(person, Happened.TARGET_LEFT)


@transaction.atomic
def add_target(person: Person, *, job: UUID, label: str, skills: Iterable[str], occupation: str = "") -> Target:
    """Keep a posting as something to aim at; the delta stands against it once it is chosen. Twice is once."""
    _lock(person)
    named = {"label": normalised(label).strip()[:LONGEST_LABEL], "occupation": occupation, "skills": [*skills]}
    target, _ = Target.objects.get_or_create(person=person, job=job, defaults={"kind": TargetKind.SAVED, **named})
    return target


@transaction.atomic
def withdraw_target(person: Person, job: UUID) -> None:
    """Let a posting that is no longer kept be no target any more."""
    _lock(person)
    Target.objects.filter(person=person, job=job).delete()


@transaction.atomic
def bridge(person: Person, skill: str, choice: Bridge | None) -> None:
    """Say what one sets out to do about a skill, or take that back. Raises UnknownSkill."""
    if skill not in lexicon().skills:
        raise UnknownSkill
    _lock(person)
    row = SkillBridge.objects.filter(person=person, skill=skill).first()
    if choice is None:
        SkillBridge.objects.filter(person=person, skill=skill).delete()
        return
    if row and row.choice == choice:
        return
    row = row or SkillBridge(person=person, skill=skill)
    row.choice = choice
    row.save()
    note(person, Happened.SKILL_BRIDGED, row, choice=choice)


@transaction.atomic
def tell(person: Person, key: Dimension, *, words: str, is_now: bool) -> Fact:
    """Say in a few words how one side of a dimension is, or is wanted; it is a fact like any other."""
    kept = (NOW if is_now else WANTED)[key]
    label = normalised(words).strip()[:LONGEST_LABEL]
    aspect = key.value if kept.names_side else ""
    named = lexicon_id_of(kept.kind, label)
    return facts.add(person, kind=kept.kind, label=label, polarity=kept.polarity, lexicon_id=named, aspect=aspect)


@transaction.atomic
def take_test(person: Person, key: Dimension) -> Experiment:
    """Make a dimension's smallest test a small experiment. Twice is one; one put away is taken out again. Raises NoTest."""
    _lock(person)
    test = queries.delta_of(person, beyond=False).side(key).test
    if test is None:
        raise NoTest
    words = experiment_words(test, key)
    same = taken(person, words.title)
    if same and same.status != Status.ARCHIVED:
        return same
    if same:
        return experiments.bring_back(person, same)
    review_on = timezone.localdate() + LOOK_BACK
    canvas = Canvas(
        title=words.title, hypothesis=words.hypothesis, success_metric=words.success_metric, review_on=review_on
    )
    return experiments.design(person, canvas)


@transaction.atomic
def leave_test(person: Person, key: Dimension) -> None:
    """Put away the experiment a dimension's test was made. Raises NoTest when there is none."""
    _lock(person)
    test = queries.delta_of(person, beyond=False).side(key).test
    same = taken(person, experiment_words(test, key).title) if test else None
    if same is None:
        raise NoTest
    experiments.archive(person, same)


def taken(person: Person, title: str) -> Experiment | None:
    """Return the experiment of this title, one that is not put away first."""
    found = [one for one in discovery.experiments_of(person) if one.title == title]
    return next((one for one in found if one.status != Status.ARCHIVED), next(iter(found), None))


def keep_analysis(person: Person, delta: Delta) -> Analysis | None:
    """Keep how the delta stands when it changed; looking again writes nothing."""
    document = kept_form(delta)
    last = queries.analyses_of(person).first()
    if document is None or (last and last.document == document):
        return last
    return _keep(person, document)


@transaction.atomic
def _keep(person: Person, document: dict[str, object]) -> Analysis:
    """Store a state unless another request just did; the first stays, of the later ones the latest."""
    _lock(person)
    last = queries.analyses_of(person).first()
    if last and last.document == document:
        return last
    row = Analysis.objects.create(person=person, facts_stamp=person.facts_stamp, algorithm=ALGORITHM, document=document)
    pks = list(queries.analyses_of(person).values_list("pk", flat=True))
    queries.analyses_of(person).filter(pk__in=pks[MOST_ANALYSES - 1 : -1]).delete()
    return row


def _choose(person: Person, kind: TargetKind, label: str, occupation: str, skills: Iterable[str]) -> Target:
    _lock(person)
    chosen = queries.chosen_target_of(person)
    if chosen and (chosen.kind, chosen.label, chosen.occupation) == (kind, label, occupation):
        return chosen
    _unchoose(person)
    target = Target.objects.create(
        person=person, kind=kind, label=label, occupation=occupation, skills=[*skills], is_chosen=True
    )
    note(person, Happened.TARGET_CHOSEN, target, kind=kind)
    return target


def _unchoose(person: Person) -> None:
    chosen = queries.targets_of(person).filter(is_chosen=True)
    chosen.exclude(kind=TargetKind.SAVED).delete()
    chosen.update(is_chosen=False)


def _lock(person: Person) -> None:
    Person.objects.select_for_update().get(pk=person.pk)
