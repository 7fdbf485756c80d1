"""Two facts that mean the same, made one and made two again; what was taken out stays out by every way round."""

from uuid import uuid4

import pytest

from mosaic.facts import services
from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.facts.queries import facts_of, gone_facts_of, profile_of, standing_facts_of, whole_of
from mosaic.facts.services import NotTheSame, Source
from mosaic.people.models import Person
from tests.people.people import make_person

pytestmark = pytest.mark.django_db
CALM, STEADY, NIGHTS = "I stay calm.", "People say I am steady.", "I like nights."


def told(person: Person, words: str, source: Source | None = None) -> Source:
    """Learn a strength from words; each word for word its own fact."""
    source = source or Source(SourceKind.ANSWER, uuid4(), words)
    services.learn(person, source, [Found(FactKind.STRENGTH, words, "", Polarity.HAS, 0, len(words))])
    return source


def named(person: Person, label: str) -> Fact:
    return next(fact for fact in facts_of(person) if fact.label == label)


def standing(person: Person) -> dict[str, list[str]]:
    return {fact.label: [one.quote for one in fact.evidence.all()] for fact in standing_facts_of(person)}


@pytest.fixture
def ana() -> Person:
    person = make_person()
    for words in (CALM, STEADY, NIGHTS):
        told(person, words)
    return person


def test_one_speaks_for_both_with_the_words_of_both(ana: Person) -> None:
    whole = services.merge(ana, named(ana, STEADY), into=named(ana, CALM))
    assert whole.label == CALM
    assert standing(ana) == {CALM: [CALM, STEADY], NIGHTS: [NIGHTS]}


def test_splitting_gives_back_exactly_what_was(ana: Person) -> None:
    before = standing(ana)
    part = named(ana, STEADY)
    services.merge(ana, part, into=named(ana, CALM))
    services.split(ana, part)
    assert standing(ana) == before
    assert not Evidence.objects.filter(person=ana, merged_from__isnull=False).exists()
    assert {fact.status for fact in facts_of(ana)} == {Status.SUGGESTED}


def test_a_whole_can_be_a_part_itself_and_each_comes_out_with_its_own(ana: Person) -> None:
    steady, calm, nights = (named(ana, words) for words in (STEADY, CALM, NIGHTS))
    services.merge(ana, steady, into=calm)
    services.merge(ana, calm, into=nights)
    assert standing(ana) == {NIGHTS: [CALM, STEADY, NIGHTS]} or sorted(standing(ana)[NIGHTS]) == sorted(
        [CALM, STEADY, NIGHTS]
    )
    services.split(ana, calm)
    assert {label: sorted(quotes) for label, quotes in standing(ana).items()} == {
        CALM: sorted([CALM, STEADY]),
        NIGHTS: [NIGHTS],
    }
    services.split(ana, steady)
    assert standing(ana) == {CALM: [CALM], STEADY: [STEADY], NIGHTS: [NIGHTS]}


def test_a_part_of_a_part_comes_out_alone(ana: Person) -> None:
    steady, calm = named(ana, STEADY), named(ana, CALM)
    services.merge(ana, steady, into=calm)
    services.merge(ana, calm, into=named(ana, NIGHTS))
    services.split(ana, steady)
    assert standing(ana)[STEADY] == [STEADY]
    assert sorted(standing(ana)[NIGHTS]) == sorted([CALM, NIGHTS])


def test_what_is_found_for_the_part_later_counts_for_the_whole_and_leaves_with_the_part(ana: Person) -> None:
    part = named(ana, STEADY)
    services.merge(ana, part, into=named(ana, CALM))
    told(ana, STEADY)
    assert standing(ana)[CALM].count(STEADY) == 2
    services.split(ana, part)
    assert standing(ana) == {CALM: [CALM], STEADY: [STEADY, STEADY], NIGHTS: [NIGHTS]}


def test_a_merged_fact_that_is_taken_out_stays_out_when_either_source_is_read_again(ana: Person) -> None:
    services.merge(ana, named(ana, STEADY), into=named(ana, CALM))
    services.remove(ana, named(ana, CALM))
    told(ana, STEADY)
    told(ana, CALM)
    assert standing(ana) == {NIGHTS: [NIGHTS]}
    assert {fact.label for fact in gone_facts_of(ana)} == {CALM, STEADY}


def test_taking_out_a_part_takes_out_the_whole_it_is_one_with(ana: Person) -> None:
    part = named(ana, STEADY)
    services.merge(ana, part, into=named(ana, CALM))
    services.remove(ana, Fact.objects.get(pk=part.pk))
    assert standing(ana) == {NIGHTS: [NIGHTS]}


def test_a_part_of_what_was_taken_out_comes_out_taken_out_and_can_be_brought_back(ana: Person) -> None:
    part, calm = named(ana, STEADY), named(ana, CALM)
    services.merge(ana, part, into=calm)
    services.remove(ana, calm)
    services.split(ana, part)
    assert standing(ana) == {NIGHTS: [NIGHTS]}
    services.restore(ana, Fact.objects.get(pk=part.pk))
    assert standing(ana) == {STEADY: [STEADY], NIGHTS: [NIGHTS]}
    assert Fact.objects.get(pk=part.pk).status == Status.SUGGESTED


def test_a_whole_stands_as_firmly_as_its_part_and_no_longer_than_it(ana: Person) -> None:
    part, calm = named(ana, STEADY), named(ana, CALM)
    services.confirm(ana, part)
    services.merge(ana, part, into=calm)
    assert named(ana, CALM).status == Status.CONFIRMED
    services.split(ana, part)
    assert (named(ana, CALM).status, named(ana, STEADY).status) == (Status.SUGGESTED, Status.CONFIRMED)


def test_a_whole_its_person_confirms_stays_confirmed(ana: Person) -> None:
    part, calm = named(ana, STEADY), named(ana, CALM)
    services.confirm(ana, part)
    services.merge(ana, part, into=calm)
    services.confirm(ana, Fact.objects.get(pk=calm.pk))
    services.split(ana, part)
    assert named(ana, CALM).status == Status.CONFIRMED


def test_a_part_whose_words_were_taken_away_meanwhile_comes_out_unsupported(ana: Person) -> None:
    part = named(ana, STEADY)
    source = part.evidence.get().source_id
    services.merge(ana, part, into=named(ana, CALM))
    services.forget_source(ana, SourceKind.ANSWER, source)
    assert standing(ana)[CALM] == [CALM]
    assert services.split(ana, part).status == Status.UNSUPPORTED


def test_only_standing_facts_of_one_kind_can_be_one(ana: Person) -> None:
    calm, steady = named(ana, CALM), named(ana, STEADY)
    wish = services.add(ana, kind=FactKind.STRENGTH, label="calm", polarity=Polarity.WANTS)
    value = services.add(ana, kind=FactKind.VALUE, label="calm", polarity=Polarity.HAS)
    services.remove(ana, steady)
    for other in (calm, wish, value, steady):
        with pytest.raises(NotTheSame):
            services.merge(ana, calm, into=other)
    services.restore(ana, steady)
    services.merge(ana, calm, into=steady)
    with pytest.raises(NotTheSame):
        services.merge(ana, steady, into=calm)


def test_a_merged_skill_is_one_skill_of_the_profile() -> None:
    person = make_person()
    rota = services.add(person, kind=FactKind.SKILL, label="planning the rota", lexicon_id="rota-planning")
    own = services.add(person, kind=FactKind.SKILL, label="who works when")
    services.merge(person, own, into=rota)
    known = profile_of(person).skills
    assert [(one.label, one.quotes) for one in known] == [
        ("planning the rota", ("planning the rota", "who works when"))
    ]


def test_what_is_said_about_a_part_is_said_about_the_whole(ana: Person) -> None:
    part = named(ana, STEADY)
    services.merge(ana, part, into=named(ana, CALM))
    services.edit(ana, Fact.objects.get(pk=part.pk), label="cool head")
    assert set(standing(ana)) == {"cool head", NIGHTS}
    assert whole_of(Fact.objects.get(pk=part.pk)).label == "cool head"


def test_a_renamed_fact_that_was_taken_out_is_recognised_by_the_words_it_was_found_in(ana: Person) -> None:
    calm = named(ana, CALM)
    services.edit(ana, calm, label="cool head")
    services.edit(ana, calm, label="cool head in a storm")
    services.remove(ana, calm)
    told(ana, CALM)
    assert set(standing(ana)) == {STEADY, NIGHTS}
    assert Fact.objects.get(pk=calm.pk).named == CALM


def test_bringing_back_what_stands_changes_nothing(ana: Person) -> None:
    services.restore(ana, named(ana, CALM))
    assert named(ana, CALM).status == Status.SUGGESTED


def test_what_is_brought_back_after_its_words_are_gone_stands_because_its_person_says_so(ana: Person) -> None:
    calm = named(ana, CALM)
    services.remove(ana, calm)
    services.forget_source(ana, SourceKind.ANSWER, calm.evidence.get().source_id)
    assert services.restore(ana, calm).status == Status.CONFIRMED
