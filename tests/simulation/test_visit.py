"""Two of the simulated people go through the API, and what makes a visit a miss is seen."""

from dataclasses import replace

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks
from rest_framework.test import APIClient

from ps101.models import Answer, Experiment, Journey
from tests.simulation.files import FOLDER, Simulated, read
from tests.simulation.outcome import Evidence, Fact, Outcome, Share, is_listed, is_shown, literal, outcome_of
from tests.simulation.simulate import strings_in
from tests.simulation.visit import Ask, Json, Stuck, Visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once")]
NURSE, TEACHER = (read(FOLDER / f"{name}.toml") for name in ("nurse", "teacher"))


@pytest.fixture
def ask(api: APIClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Ask:
    """Return how a person's program asks, with their work done at once."""
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])

    def ask(method: str, path: str, body: object) -> tuple[int, Json]:
        with django_capture_on_commit_callbacks(execute=True):
            answer = api.generic(method, path) if body is None else getattr(api, method.lower())(path, body)
        return answer.status_code, answer.json()

    return ask


@pytest.fixture
def outcome(ask: Ask, request: pytest.FixtureRequest) -> Outcome:
    """Return what came of a person's visit."""
    visit = Visit(request.param, ask, between=Visit.check)
    visit.go()
    return outcome_of(visit)


@pytest.mark.parametrize("outcome", [NURSE, TEACHER], indirect=True, ids=lambda person: person.name)
def test_a_person_goes_through_everything_and_is_quoted_literally(outcome: Outcome) -> None:
    assert outcome.misses == []
    assert (outcome.asked, outcome.asked_twice) == (42, ())
    assert outcome.minutes <= 45
    assert Answer.objects.filter(version=1).count() == 42
    assert Journey.objects.get().status == "completed"
    assert Experiment.objects.get().actions.count() == 4


def test_whoever_began_with_the_short_questions_is_not_asked_them_again(ask: Ask) -> None:
    visit = Visit(NURSE, ask)
    visit.go()
    assert set(visit.asked[:8]) == set(NURSE.fast_track)
    assert set(visit.asked[8:]).isdisjoint(NURSE.fast_track)
    assert visit.answers["best_fit"] == NURSE.fast_track["best_fit"]


def test_somebody_the_product_refuses_is_stuck(ask: Ask) -> None:
    short = replace(TEACHER, discovery={**TEACHER.discovery, "gap": "too short"})
    with pytest.raises(Stuck, match="answers/gap: 422 too_short"):
        Visit(short, ask).go()


def test_words_that_are_not_there_any_more_are_noticed(ask: Ask) -> None:
    visit = Visit(TEACHER, ask)
    with pytest.raises(Stuck, match="stands elsewhere"):
        Visit(TEACHER, ask, between=lose_an_answer).go()
    assert visit.asked == []


def lose_an_answer(visit: Visit) -> None:
    Answer.objects.all().delete()
    visit.check()


def skill(label: str, quote: str, lexicon_id: str = "", kind: str = "skill", polarity: str = "has") -> Fact:
    return Fact(kind, label, lexicon_id, polarity, "suggested", [Evidence("answer", quote)])


def test_a_quote_counts_only_letter_by_letter() -> None:
    assert literal(["I sew", "i sew", "sew collars"], ["I sew collars."]) == Share(2, 3)


@pytest.mark.parametrize(
    ("fact", "is_so"),
    [
        (skill("sewing", "sew collars"), True),
        (skill("sewing", "sew cuffs"), False),
        (skill("sewing", ""), False),
        (skill("sewing", "sew collars", polarity="wants"), False),
        (skill("sewing", "sew collars", kind="goal"), False),
        (replace(skill("sewing", "sew collars"), status="removed"), False),
    ],
)
def test_a_skill_is_shown_by_words_of_the_person(fact: Fact, is_so: bool) -> None:
    assert is_shown(fact, ["I sew collars."]) is is_so


@pytest.mark.parametrize(
    ("label", "lexicon_id", "is_so"),
    [
        ("wound care", "wound-care", True),
        ("tending to injuries", "wound-care", True),
        ("wound dressing", "dressing", False),
        ("handing things over", "", True),
        ("taxi driving in the city", "", False),
        ("taxi driving", "taxi-driving", False),
        ("handing out goods at the market", "", False),
    ],
)
def test_a_skill_is_on_the_list_by_meaning_or_by_its_words(label: str, lexicon_id: str, is_so: bool) -> None:
    only = replace(NURSE, skills=("wound care", "running a shift", "handing over", "taxi driving"))
    assert is_listed(skill(label, "x", lexicon_id), only) is is_so


def test_each_miss_is_named() -> None:
    good = Outcome("ana", True, 40, 42, (), (), Share(3, 3), Share(9, 9), ("a", "b", "c"), (), (), ())
    assert good.misses == []
    bad = replace(good, is_finished=False, stuck="there", asked_twice=("gap",), fact_quotes=Share(8, 9), listed=("a",))
    assert bad.misses == [
        "ana: did not finish: there", "ana: asked twice: gap", "ana: a quote is not literal", "ana: 1 skills evidenced",
    ]  # fmt: skip


def test_every_text_of_an_export_is_looked_at() -> None:
    assert list(strings_in({"a": ["b", {"c": "d"}], "e": 1, "f": None})) == ["b", "d"]


def test_a_simulated_person_is_read_whole() -> None:
    assert isinstance(NURSE, Simulated)
    assert NURSE.flows == ("fast_track", "discovery")
    assert TEACHER.flows == ("discovery",)
