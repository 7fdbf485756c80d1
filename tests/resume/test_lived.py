"""What somebody told they have done becomes entries of their résumé, without being asked again."""

import pytest

from mosaic.facts import services as facts
from mosaic.facts.models import Fact
from mosaic.people.models import Person
from mosaic.people.services import begin
from ps101.domain.experiences import Account, Kind
from ps101.services.experiences import remove, tell
from resume import queries, services
from resume.domain.document import checked, items_of
from resume.rendering.sheet import lay_out
from resume.rendering.text import to_text

CARE = Account(
    kind=Kind.CARE,
    title="Caring for my mother",
    began="2019-02",
    ended="2023",
    did="I cooked her meals. I gave her her medication and kept the budget.",
)
BAKERY = Account(kind=Kind.JOB, title="Baker", place="Kvarn", began="2024", is_ongoing=True, did="I bake bread.")


@pytest.fixture
def ana(db: None) -> Person:
    return begin().session.person


def test_care_stands_as_an_entry_with_her_own_words_as_lines(ana: Person) -> None:
    tell(ana, CARE)
    document = queries.sourced(services.make_canonical(ana)).document
    assert document["volunteer"] == [
        {
            "position": "Caring for my mother",
            "startDate": "2019-02",
            "endDate": "2023",
            "highlights": ["I cooked her meals.", "I gave her her medication and kept the budget."],
        }
    ]
    assert checked(document)
    assert "other" not in document


@pytest.mark.parametrize(
    ("kind", "section"),
    [("job", "work"), ("business", "work"), ("care", "volunteer"), ("training", "education"), ("other", "projects")],
)
def test_every_kind_has_its_section(ana: Person, kind: str, section: str) -> None:
    tell(ana, Account(kind=Kind(kind), title="Baker", place="Kvarn", did="I baked bread."))
    document = queries.sourced(services.make_canonical(ana)).document
    text = to_text(lay_out(document, "en"))
    assert [item.title for item in items_of(document, section)] == ["Baker"]
    assert all(words in text for words in ("Baker", "Kvarn", "I baked bread."))


def test_an_occupation_told_there_is_not_listed_a_second_time(ana: Person) -> None:
    tell(ana, BAKERY)
    assert Fact.objects.filter(kind="role").exists()
    assert [item.title for item in items_of(queries.sourced(services.make_canonical(ana)).document, "work")] == [
        "Baker"
    ]


def test_a_beginning_without_an_end_does_not_read_as_going_on(ana: Person) -> None:
    tell(ana, Account(kind=Kind.JOB, title="Baker", began="2014", did="I baked bread."))
    assert "startDate" not in items_of(queries.sourced(services.make_canonical(ana)).document, "work")[0].fields


def test_every_line_names_the_experience_it_comes_from(ana: Person) -> None:
    told = tell(ana, CARE)
    made = queries.sourced(services.make_canonical(ana))
    source = made.sources_at("/volunteer/0/highlights/1")[0]
    assert (source.experience_id, source.quote) == (str(told.pk), "I gave her her medication and kept the budget.")


def test_deleting_it_marks_the_version_and_leaves_it_out_of_the_next(ana: Person) -> None:
    tell(ana, BAKERY)
    care = tell(ana, CARE)
    version = services.make_canonical(ana)
    remove(ana, care)
    assert queries.holding_removed(ana, [version]) == {version.pk}
    assert "volunteer" not in queries.sourced(services.make_canonical(ana)).document


def test_a_skill_left_out_leaves_the_sentence_which_stays_hers(ana: Person) -> None:
    tell(ana, CARE)
    facts.remove(ana, Fact.objects.get(kind="skill", lexicon_id="cooking"))
    document = queries.sourced(services.make_canonical(ana)).document
    assert "I cooked her meals." in items_of(document, "volunteer")[0].texts("highlights")
    assert "Cooking" not in [item.title for item in items_of(document, "skills")]
