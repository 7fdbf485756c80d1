"""How a posting and a person meet: verdicts, unknowns, what stands in front, what would raise it."""

from dataclasses import replace
from functools import cache

import pytest

from mosaic.facts.domain.profile import Profile
from opportunity_bridge.domain.blockers import Block
from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.fit import BLOCKED_AT, OPPOSED_AT, Label, fit
from opportunity_bridge.domain.ledger import Judged, Verdict
from opportunity_bridge.domain.occupations import reachable
from opportunity_bridge.domain.parts import USUAL, Part
from opportunity_bridge.domain.postings import Draft, Posting, read
from opportunity_bridge.domain.raising import Side, Step, raises_of, silences, supposing
from opportunity_bridge.domain.reach import Via, reach_of
from opportunity_bridge.domain.requirements import Kind
from tests.opportunity_bridge.made import TEXT, knowing, known


@cache
def coordinator() -> Posting:
    """Return a posting of a warehouse team leader in Birmingham."""
    return read(
        Draft(role="Warehouse team leader", text=TEXT, location="Birmingham, United Kingdom", remote=Remote.ONSITE)
    )


def judged(profile: Profile, posting: Posting, skill: str) -> Judged:
    return next(one for one in fit(profile, posting).ledger if skill in one.requirement.ids)


def test_nothing_known_is_no_fit_yet_and_not_zero() -> None:
    found = fit(Profile(), coordinator())
    assert (found.score, found.coverage, found.label) == (None, 0, Label.NONE_YET)
    assert {one.verdict for one in found.ledger} == {Verdict.UNKNOWN}


def test_a_posting_that_says_nothing_is_no_fit_yet() -> None:
    vague = read(Draft(role="Learning partner", text="We are looking for somebody with spirit. Apply now!"))
    assert fit(knowing(skills=("bookkeeping",)), vague).score is None


def test_an_unknown_part_leaves_the_sum() -> None:
    profile = knowing(skills=("leading-a-team", "training-staff"), roles=("warehouse-team-leader",))
    found = {one.part: one for one in fit(profile, coordinator()).contributions}
    assert not found[Part.PAY].known
    assert found[Part.PAY].weight == 0
    assert dict(silences(profile, coordinator(), fit(profile, coordinator())))[Part.PAY] is Side.PERSON


def test_the_same_words_meet_and_related_ones_carry_over() -> None:
    profile = knowing(skills=("leading-a-team",))
    assert judged(profile, coordinator(), "leading-a-team").verdict is Verdict.MET
    reach = reach_of(knowing(skills=("mentoring",)))
    assert reach["training-staff"].via is Via.RELATED
    assert reach["training-staff"].amount == 500
    assert judged(knowing(skills=("mentoring",)), coordinator(), "training-staff").verdict is Verdict.TRANSFERABLE


def test_what_is_usual_in_somebodys_work_counts_in_part() -> None:
    found = judged(
        knowing(roles=("registered-nurse",)), read(Draft(role="", text="You bring\n- care planning")), "care-planning"
    )
    assert (found.verdict, found.via, found.credit) == (Verdict.PARTLY, Via.ROLE, 700)


def test_a_licence_nobody_spoke_of_is_unknown_and_a_lower_one_tells() -> None:
    posting = read(Draft(role="", text="You need\n- a lorry driving licence\n- bookkeeping\n- cooking"))
    silent = knowing(skills=("bookkeeping", "cooking"), roles=("cook",))
    assert judged(silent, posting, "driving-licence-c").verdict is Verdict.UNKNOWN
    drives = replace(silent, licences=(known("driving-licence-b", "car driving licence"),))
    assert judged(drives, posting, "driving-licence-c").verdict is Verdict.MISSING
    assert [one.block for one in fit(drives, posting).blockers] == [Block.LICENCE]
    above = replace(silent, licences=(known("driving-licence-ce"),))
    assert judged(above, posting, "driving-licence-c").verdict is Verdict.MET


def test_a_record_check_and_a_permission_are_never_held_against_anybody() -> None:
    posting = read(Draft(role="", text="You must have the right to work here. A DBS check is required."))
    assert {one.verdict for one in fit(knowing(skills=("cooking",)), posting).ledger} == {Verdict.UNKNOWN}


@pytest.mark.parametrize(
    ("part", "said", "text", "block"),
    [
        ("hours", "no nights", "You work three nights a week.", Block.HOURS),
        ("hours", "part time, 24 hours a week", "Full time, 40 hours a week.", Block.HOURS),
        ("location", "Lyon, France", "", Block.ABROAD),
        ("remote", "only from home", "", Block.ONSITE),
        ("pay", "at least £40,000 a year", "", Block.PAY),
    ],
)
def test_what_somebody_said_can_stand_in_front(part: str, said: str, text: str, block: Block) -> None:
    posting = read(
        Draft(
            role="Warehouse team leader",
            text=f"{TEXT}\n\n{text}",
            location="Leeds, United Kingdom",
            remote=Remote.ONSITE,
        )
    )
    profile = knowing(
        skills=("leading-a-team", "training-staff", "rota-planning", "spreadsheets"), roles=("warehouse-team-leader",)
    )
    free = fit(profile, posting)
    blocked = fit(replace(profile, **{part: (known("", said),)}), posting)
    assert free.score is not None
    assert free.score > BLOCKED_AT
    assert block in {one.block for one in blocked.blockers}
    assert blocked.score is not None
    assert blocked.score <= BLOCKED_AT
    assert sum(one.points for one in blocked.contributions) == blocked.score


def test_a_pay_wish_without_a_floor_blocks_nothing() -> None:
    profile = replace(
        knowing(skills=("leading-a-team",), roles=("warehouse-team-leader",)), pay=(known("", "£40,000 a year"),)
    )
    assert fit(profile, coordinator()).blockers == ()


def test_a_value_spoken_against_is_not_bought_off_by_skills() -> None:
    posting = read(Draft(role="Warehouse team leader", text=TEXT + "\n\nYou work in a fast-paced environment."))
    skills = tuple(
        one.requirement.ids[0]
        for one in fit(knowing(skills=("cooking",)), posting).ledger
        if one.requirement.kind is Kind.SKILL
    )
    calm = knowing(skills=skills, roles=("warehouse-team-leader",), values=("calm",))
    found = fit(calm, posting)
    assert [one.fact.lexicon_id for one in found.conflicts] == ["calm"]
    assert found.score is not None
    assert found.score <= OPPOSED_AT
    assert (fit(replace(calm, values=()), posting).score or 0) > OPPOSED_AT


def test_a_value_the_posting_does_not_speak_of_is_unknown() -> None:
    base = knowing(skills=("leading-a-team",), roles=("warehouse-team-leader",))
    silent = replace(base, values=(known("outdoors"),))
    assert fit(silent, coordinator()).score == fit(base, coordinator()).score


def test_weights_are_the_persons() -> None:
    profile = knowing(skills=("cooking",), roles=("warehouse-team-leader",), values=("work-life-balance",))
    by_skills, by_values = dict(USUAL), dict(USUAL)
    by_skills[Part.VALUES], by_values[Part.SKILLS] = 0, 0
    assert (fit(profile, coordinator(), by_values).score or 0) > (fit(profile, coordinator(), by_skills).score or 0)


def test_removing_a_fact_takes_its_points_along() -> None:
    with_it = knowing(skills=("leading-a-team", "cooking"), roles=("cook",))
    without = knowing(skills=("cooking",), roles=("cook",))
    assert (fit(with_it, coordinator()).score or 0) > (fit(without, coordinator()).score or 0)
    assert (
        judged(without, coordinator(), "leading-a-team").fact
        is not judged(with_it, coordinator(), "leading-a-team").fact
    )


def test_steps_name_what_they_would_really_bring() -> None:
    profile = knowing(skills=("leading-a-team",), roles=("warehouse-team-leader",))
    now = fit(profile, coordinator())
    steps = raises_of(profile, coordinator(), now)
    assert steps
    for one in steps:
        after = fit(supposing(profile, one.requirement), coordinator())
        assert one.gain == (after.score or 0) - (now.score or 0) > 0
    assert [one.gain for one in steps] == sorted((one.gain for one in steps), reverse=True)


def test_a_licence_nobody_spoke_of_is_one_click_away() -> None:
    profile = knowing(skills=("leading-a-team", "training-staff", "rota-planning"), roles=("warehouse-team-leader",))
    steps = {one.requirement.ids: one.step for one in raises_of(profile, coordinator(), fit(profile, coordinator()))}
    assert steps.get(("driving-licence-b",)) is Step.SAY


def test_years_count_where_the_work_was_close() -> None:
    posting = read(Draft(role="Bookkeeper", text="You need\n- at least five years of bookkeeping"))
    long = Profile(roles=(known("bookkeeper", "bookkeeper", "I was a bookkeeper for 16 years"),))
    other = Profile(roles=(known("roofer", "roofer", "I was a roofer for 16 years"),))
    years = {
        who: next(one for one in fit(who, posting).ledger if one.requirement.kind is Kind.YEARS)
        for who in (long, other)
    }
    assert years[long].verdict is Verdict.MET
    assert years[other].verdict is Verdict.UNKNOWN


def test_a_language_level_below_the_asked_one_is_partly() -> None:
    posting = read(Draft(role="", text="You bring\n- German at B2\n- cooking\n"))
    found = {
        level: judged(knowing(skills=("cooking",), languages=(f"German {level}",)), posting, "de").verdict
        for level in ("B1", "B2", "C1")
    }
    assert found == {"B1": Verdict.PARTLY, "B2": Verdict.MET, "C1": Verdict.MET}


def test_occupations_within_reach_say_what_carries_over() -> None:
    found = reachable(
        knowing(
            skills=("classroom-teaching", "lesson-planning", "teaching-materials"), roles=("secondary-school-teacher",)
        )
    )
    assert "secondary-school-teacher" not in {one.id for one in found}
    assert {"primary-school-teacher", "instructional-designer"} & {one.id for one in found}
    for one in found:
        assert one.carries
        assert sum(gain.points for gain in one.gains) == one.score
        assert not {carried.skill for carried in one.carries} & set(one.missing)
    assert reachable(Profile()) == ()
