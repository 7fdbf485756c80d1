"""What words let one suppose, and what does not follow from it."""

from uuid import uuid4

import pytest

from mosaic.facts import services
from mosaic.facts.domain.kinds import FactKind, How, Polarity
from mosaic.facts.domain.reading import read_own_words
from mosaic.facts.models import SourceKind
from mosaic.facts.queries import profile_of, standing_facts_of
from mosaic.people.models import Person
from tests.people.people import make_opened

NEAR_TEXT = "sat with patients who were dying so that no one was alone at the end"


def skills(text: str) -> set[str]:
    return {one.lexicon_id for one in read_own_words(text) if one.kind is FactKind.SKILL}


def roles(text: str) -> set[str]:
    return {one.lexicon_id for one in read_own_words(text) if one.kind is FactKind.ROLE}


def test_a_role_brings_its_core_skill() -> None:
    assert "front-desk-work" in skills("I was the receptionist at a vets for six years")


def test_a_role_hoped_for_brings_none() -> None:
    assert "hairdressing" not in {
        one.lexicon_id for one in read_own_words("I'd love to be a hairdresser") if one.polarity is Polarity.HAS
    }


def test_a_role_hoped_for_is_not_told_again_as_its_skill() -> None:
    assert skills("I'd like to become a personal trainer") == set()


def test_work_told_as_a_job_is_a_role() -> None:
    assert "bartender" in roles("pulled pints at the Red Lion for three years")
    assert "bartender" not in roles("I pulled pints at my brother's wedding")


def test_what_is_near_is_marked() -> None:
    near = [one for one in read_own_words(NEAR_TEXT) if one.lexicon_id == "palliative-care"]
    assert [one.how for one in near] == [How.NEAR]
    assert NEAR_TEXT[near[0].start : near[0].end] == NEAR_TEXT


@pytest.mark.django_db
def test_what_is_near_counts_only_when_confirmed() -> None:
    person = make_opened().session.person
    learn(person, NEAR_TEXT)
    assert "palliative-care" not in {known.lexicon_id for known in profile_of(person).skills}
    fact = standing_facts_of(person).get(lexicon_id="palliative-care")
    assert "perhaps" in fact.remark
    services.confirm(person, fact)
    assert "palliative-care" in {known.lexicon_id for known in profile_of(person).skills}


@pytest.mark.django_db
def test_what_is_near_counts_as_soon_as_it_is_named() -> None:
    person = make_opened().session.person
    learn(person, NEAR_TEXT)
    learn(person, "I did palliative care for two years")
    assert "palliative-care" in {known.lexicon_id for known in profile_of(person).skills}


def learn(person: Person, text: str) -> None:
    services.learn(person, services.Source(SourceKind.MESSAGE, uuid4(), text), read_own_words(text))
