"""What of a person's words reaches the profile, and what a fact says beside its label."""

from uuid import uuid4

import pytest

from mosaic.facts import services
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.profile import Profile
from mosaic.facts.domain.reading import read_own_words
from mosaic.facts.models import Fact, SourceKind
from mosaic.facts.queries import PARTS, kinds_known, profile_of
from mosaic.facts.services import Source
from mosaic.people.models import Person
from tests.people.people import make_person

pytestmark = pytest.mark.django_db
TEXT = """I drove a forklift for six years. I have no experience with spreadsheets. I hate cold calling.
I live in York. I'm not moving. No nights. Max 20 hours a week. At least £14 an hour. I don't want to work from home.
My French is rusty. I have a degree in law. I love gardening. I'd like to retrain as a counsellor.
I have the right to work in the UK. I don't speak any German."""


def told(text: str) -> tuple[Person, Profile]:
    person = make_person()
    services.learn(person, Source(SourceKind.MESSAGE, uuid4(), text), read_own_words(text))
    return person, profile_of(person)


def test_every_part_of_what_was_told_is_there() -> None:
    _, profile = told(TEXT)
    ids = {name: {fact.lexicon_id or fact.label for fact in getattr(profile, name)} for name in PARTS}
    assert "forklift-driving" in ids["skills"]
    assert ids["experience"] == {"skill:forklift-driving"}
    assert "spreadsheets" in ids["skills_lacked"]
    assert "cold-calling" in ids["skills_avoided"]
    assert ids["duties_avoided"] == {"skill:cold-calling"}
    assert (ids["home"], ids["location_avoided"]) == ({"York"}, {"moving"})
    assert (ids["hours"], ids["hours_avoided"], ids["remote_avoided"]) == ({"most"}, {"nights"}, {"remote"})
    assert (ids["languages"], ids["languages_lacked"], ids["education"]) == ({"fr"}, {"de"}, {"bachelor"})
    assert ids["interests"] == {"skill:gardening"}
    assert ids["goals"] == {"retrain as a counsellor"}
    assert ids["permission"] == {"I have the right to work in the UK"}
    assert [(fact.aspect, fact.amount) for fact in profile.pay] == [("floor", 14)]


def test_nobody_who_says_nothing_has_a_permission() -> None:
    _, profile = told("I was born in Lagos, I am British and I have worked in Leeds for nine years.")
    assert (profile.permission, profile.permission_lacked) == ((), ())


def test_what_is_lacked_never_stands_among_what_one_has() -> None:
    person, profile = told("I have no experience with spreadsheets.")
    assert profile.skills == ()
    services.confirm(person, Fact.objects.get(person=person, lexicon_id="spreadsheets"))
    assert profile_of(person).skills == ()
    assert [fact.confirmed for fact in profile_of(person).skills_lacked] == [True]


def test_years_are_kept_with_the_words_and_go_with_them() -> None:
    person = make_person()
    source = Source(SourceKind.MESSAGE, uuid4(), "I drove a forklift for six years.")
    services.learn(person, source, read_own_words(source.text))
    assert [fact.amount for fact in profile_of(person).skills if fact.lexicon_id == "forklift-driving"] == [6]
    services.learn(
        person, Source(SourceKind.MESSAGE, source.id, "I drove a forklift."), read_own_words("I drove a forklift.")
    )
    assert [fact.amount for fact in profile_of(person).skills if fact.lexicon_id == "forklift-driving"] == [0]
    assert profile_of(person).experience == ()


def test_a_level_told_later_joins_the_language_told_before() -> None:
    person, _ = told("I speak Spanish.")
    services.learn(
        person, Source(SourceKind.MESSAGE, uuid4(), "My Spanish is fluent."), read_own_words("My Spanish is fluent.")
    )
    assert [(fact.label, fact.aspect) for fact in profile_of(person).languages] == [("Spanish C1", "C1")]


def test_a_fact_says_in_a_line_what_its_label_does_not() -> None:
    person, _ = told(TEXT)
    remarks = {(fact.kind, fact.lexicon_id): fact.remark for fact in Fact.objects.filter(person=person)}
    assert remarks[FactKind.SKILL, "forklift-driving"] == "shown 3 of 4: done, 6 years"
    assert remarks[FactKind.SKILL, "spreadsheets"] == "you said you do not have this; it never counts as having it"
    assert remarks[FactKind.HOURS, "nights"] == "you said you want to keep away from this"
    assert remarks[FactKind.EDUCATION, "bachelor"] == ""


def test_the_kinds_known_are_those_of_standing_facts() -> None:
    person = make_person()
    fact = services.add(person, kind=FactKind.RUNWAY, label="six months", polarity=Polarity.HAS)
    assert kinds_known(person) == {FactKind.RUNWAY}
    services.remove(person, fact)
    assert kinds_known(person) == set()
