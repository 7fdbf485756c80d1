"""A confirmed fact of every kind changes the fit, or its kind is named among those that no fit uses."""

from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from rest_framework.test import APIClient

from mosaic.facts import services as facts
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.profile import Profile
from mosaic.facts.queries import profile_of
from mosaic.people import services as people
from opportunity_bridge import words
from opportunity_bridge.domain.blockers import Block
from opportunity_bridge.domain.fit import OPPOSED_AT, Fit, fit
from opportunity_bridge.domain.ledger import Verdict
from opportunity_bridge.domain.postings import Draft, Posting, read
from opportunity_bridge.domain.requirements import Kind
from opportunity_bridge.domain.uses import NOT_USED, USED, not_used
from tests.opportunity_bridge.made import knowing, known, make_job, signed_in, somebody

TEXT = """We are a friendly team in Leeds and offer flexible hours.

What you will do
- Bookkeeping for forty small businesses
- Cold calling new customers

What you bring
- At least 3 years of experience in bookkeeping
- A bachelor's degree
- A driving licence class B
- Good German
- The right to work in the UK

Night shifts, 37 hours a week, £31,000 to £34,000 a year. You must be willing to relocate."""
POSTING = read(Draft("Senior bookkeeper", TEXT, location="Leeds, United Kingdom"))
HAS, WANTS, AVOIDS, LACKS = Polarity.HAS, Polarity.WANTS, Polarity.AVOIDS, Polarity.LACKS
# One statement for each kind that a fit uses: polarity, label, lexicon id.
STATED = {
    FactKind.SKILL: (HAS, "cold calling", "cold-calling"),
    FactKind.LICENCE: (HAS, "driving licence", "driving-licence-b"),
    FactKind.EDUCATION: (HAS, "degree in law", "bachelor"),
    FactKind.LANGUAGE: (HAS, "German C1", "de"),
    FactKind.ROLE: (HAS, "bookkeeper", "bookkeeper"),
    FactKind.LEVEL: (HAS, "senior", "senior"),
    FactKind.EXPERIENCE: (HAS, "6 years as a bookkeeper", ""),
    FactKind.VALUE: (WANTS, "flexible hours", "flexibility"),
    FactKind.GOAL: (WANTS, "become a bookkeeper", ""),
    FactKind.INTEREST: (HAS, "bookkeeping", ""),
    FactKind.CONSTRAINT: (AVOIDS, "cold calling", ""),
    FactKind.LOCATION: (WANTS, "Leeds", ""),
    FactKind.REMOTE: (WANTS, "remote only", "remote"),
    FactKind.PAY: (WANTS, "at least £40,000 a year", ""),
    FactKind.HOURS: (AVOIDS, "no nights", "nights"),
    FactKind.WORK_PERMISSION: (HAS, "I have the right to work in the UK", ""),
}
ONSITE = "\n\nThis is an on-site position, five days in the office."


def judged(found: Fit) -> object:
    """Return all of a fit that people see."""
    return (
        found.score,
        found.coverage,
        found.contributions,
        found.ledger,
        found.blockers,
        found.conflicts,
        found.avoided,
    )


def test_every_kind_stands_in_exactly_one_table() -> None:
    assert set(USED) | set(NOT_USED) == set(FactKind)
    assert not set(USED) & set(NOT_USED)
    assert set(STATED) == set(USED)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", STATED, ids=str)
def test_a_confirmed_fact_of_a_used_kind_changes_the_fit(kind: FactKind) -> None:
    person = somebody()
    facts.add(person, kind=FactKind.SKILL, label="bookkeeping", lexicon_id="bookkeeping")
    posting = read(Draft("Senior bookkeeper", TEXT + ONSITE, location="Leeds, United Kingdom"))
    before = fit(profile_of(person), posting)
    polarity, label, lexicon_id = STATED[kind]
    facts.add(person, kind=kind, label=label, polarity=polarity, lexicon_id=lexicon_id)
    assert judged(fit(profile_of(person), posting)) != judged(before)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", NOT_USED, ids=str)
@pytest.mark.parametrize("polarity", list(Polarity), ids=str)
def test_a_confirmed_fact_of_another_kind_changes_nothing(kind: FactKind, polarity: Polarity) -> None:
    person = somebody()
    facts.add(person, kind=FactKind.SKILL, label="bookkeeping", lexicon_id="bookkeeping")
    before = fit(profile_of(person), POSTING)
    facts.add(person, kind=kind, label="bookkeeping in Leeds at night", polarity=polarity)
    assert judged(fit(profile_of(person), POSTING)) == judged(before)


def test_every_unused_kind_is_explained_in_words() -> None:
    said = [words.unused_words(kind, why) for kind, why in NOT_USED.items()]
    assert len(set(said)) == len(NOT_USED)
    assert not_used([FactKind.SKILL, FactKind.QUOTE]) == {FactKind.QUOTE: NOT_USED[FactKind.QUOTE]}


def verdict_of(profile: Profile, kind: Kind, posting: Posting = POSTING) -> Verdict:
    return next(one.verdict for one in fit(profile, posting).ledger if one.requirement.kind is kind)


def test_a_stated_lack_beats_what_is_usual_in_a_role() -> None:
    role = knowing(roles=("bookkeeper",))
    lacking = Profile(roles=role.roles, skills_lacked=(known("bookkeeping", "bookkeeping", "I never did bookkeeping"),))
    needs = {one.requirement.ids[0]: one for one in fit(lacking, POSTING).ledger if one.requirement.kind is Kind.SKILL}
    assert needs["bookkeeping"].verdict is Verdict.MISSING
    assert needs["bookkeeping"].fact == lacking.skills_lacked[0]
    assert fit(lacking, POSTING).uncapped < fit(role, POSTING).uncapped


def test_a_licence_somebody_says_they_lack_stands_in_front() -> None:
    lacking = Profile(licences_lacked=(known("driving-licence-b"),))
    assert verdict_of(Profile(), Kind.LICENCE) is Verdict.UNKNOWN
    assert verdict_of(lacking, Kind.LICENCE) is Verdict.MISSING
    assert [one.block for one in fit(lacking, POSTING).blockers] == [Block.LICENCE_LACKED]


def test_a_duty_to_keep_away_from_is_shown_and_not_bought_off() -> None:
    able = knowing(skills=("bookkeeping", "cold-calling"), roles=("bookkeeper",))
    unwilling = Profile(
        skills=able.skills, roles=able.roles, duties_avoided=(known("skill:cold-calling", "cold calling"),)
    )
    found = fit(unwilling, POSTING)
    assert [one.fact.label for one in found.avoided] == ["cold calling"]
    assert (found.score or 0) <= OPPOSED_AT
    assert fit(able, POSTING).avoided == ()


def permitted(aspect: str, **parts: str) -> Profile:
    name = next(iter(parts), "permission")
    base = known("", "permission")
    stated = type(base)(base.fact_id, "", base.label, base.quotes, True, aspect)
    return Profile(**{name: (stated,)})


def test_permission_is_judged_only_by_what_was_stated_for_the_country() -> None:
    assert verdict_of(Profile(), Kind.PERMISSION) is Verdict.UNKNOWN
    assert verdict_of(permitted("gb"), Kind.PERMISSION) is Verdict.MET
    assert verdict_of(permitted("us"), Kind.PERMISSION) is Verdict.UNKNOWN
    assert verdict_of(permitted("gb", permission_lacked=""), Kind.PERMISSION) is Verdict.MISSING
    blocks = [one.block for one in fit(permitted("gb", permission_lacked=""), POSTING).blockers]
    assert blocks == [Block.PERMISSION]


def test_an_employer_who_sponsors_is_no_obstacle_to_somebody_without_a_permit() -> None:
    offer = read(
        Draft(
            "Bookkeeper",
            TEXT.replace("The right to work", "We sponsor visas for those without the right to work"),
            location="Leeds, United Kingdom",
        )
    )
    assert verdict_of(permitted("gb", permission_lacked=""), Kind.PERMISSION, offer) is Verdict.UNKNOWN


def test_years_for_a_skill_at_the_core_of_the_work_count() -> None:
    spent = known("skill:bookkeeping", "bookkeeping for six years")
    years = type(spent)(UUID(int=1), spent.lexicon_id, spent.label, spent.quotes, False, "", 6)
    assert verdict_of(Profile(experience=(years,), skills=(known("bookkeeping"),)), Kind.YEARS) is Verdict.MET
    # Who took the skill back has taken its years back too.
    assert verdict_of(Profile(experience=(years,)), Kind.YEARS) is Verdict.UNKNOWN


def test_not_wanting_to_move_stands_before_a_move() -> None:
    staying = Profile(location_avoided=(known("moving", "I'm not moving"),))
    assert Block.PLACE in [one.block for one in fit(staying, POSTING).blockers]


def test_where_somebody_lives_counts_until_they_would_move() -> None:
    at_home = Profile(home=(known("", "Paris, France"),), skills=(known("bookkeeping"),))
    movable = Profile(home=at_home.home, skills=at_home.skills, location=(known("moving", "I'd move"),))
    assert Block.ABROAD in [one.block for one in fit(at_home, POSTING).blockers]
    assert Block.ABROAD not in [one.block for one in fit(movable, POSTING).blockers]


@pytest.mark.django_db
def test_the_api_says_what_is_avoided_and_what_is_not_used(api: APIClient) -> None:
    person = signed_in(api)
    facts.add(person, kind=FactKind.RUNWAY, label="six months")
    facts.add(person, kind=FactKind.CONSTRAINT, label="cold calling", polarity=AVOIDS)
    job = make_job("Senior bookkeeper", TEXT)
    shown = api.get(f"/ob/jobs/{job.pk}").json()["fit"]
    assert {one["kind"] for one in shown["not_used"]} == {kind.value for kind in NOT_USED}
    assert [one["name"] for one in shown["avoided"]] == ["cold calling"]


@pytest.mark.django_db
def test_the_page_says_what_is_avoided_and_what_is_not_used(client: Client) -> None:
    opened = people.begin()
    client.cookies[settings.PERSON_COOKIE_NAME] = opened.token
    facts.add(opened.session.person, kind=FactKind.RUNWAY, label="six months")
    facts.add(opened.session.person, kind=FactKind.CONSTRAINT, label="cold calling", polarity=AVOIDS)
    html = client.get(f"/opportunities/{make_job('Senior bookkeeper', TEXT).pk}/").content.decode()
    assert "This has in it what you want to keep away from: cold calling" in html
    assert "How long your time and money last: this is yours" in html
