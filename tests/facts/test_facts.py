"""What is known about a person rests on their words, and what they remove stays removed."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.facts import services
from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.domain.reading import read_own_words, read_resume
from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.facts.queries import facts_of, profile_of, standing_facts_of
from mosaic.facts.services import Source
from mosaic.people.models import Person
from tests.people.people import make_person

TEXT = "I do the rota for nine carers. I drove a forklift. I want to learn carpentry. My sister is a nurse."


def learn(person: Person, text: str, source_id: object = None) -> Source:
    source = Source(SourceKind.ANSWER, source_id or uuid4(), text)  # type: ignore[arg-type]  # a uuid
    services.learn(person, source, read_own_words(text))
    return source


def labels(person: Person) -> set[str]:
    return {fact.lexicon_id for fact in standing_facts_of(person, FactKind.SKILL) if fact.polarity == Polarity.HAS}


class TestReading:
    def test_wishes_and_relatives_are_not_what_one_has(self) -> None:
        found = {(one.kind, one.lexicon_id, one.polarity) for one in read_own_words(TEXT)}
        assert (FactKind.SKILL, "rota-planning", Polarity.HAS) in found
        assert (FactKind.SKILL, "carpentry", Polarity.WANTS) in found
        assert not any(kind is FactKind.ROLE for kind, *_ in found)

    def test_a_role_is_read_where_the_writer_claims_it(self) -> None:
        found = {
            (one.lexicon_id, one.polarity)
            for one in read_own_words("I worked as a registered nurse and I want to become a teacher.")
            if one.kind is FactKind.ROLE
        }
        assert ("registered-nurse", Polarity.HAS) in found

    def test_a_resumes_title_line_is_a_role(self) -> None:
        found = read_resume(
            "Ada Berg\nada@example.org\n\nWarehouse supervisor, Nordhav AB\n2014 – 2020\n- Planned shifts for 14 people."
        )
        assert any(one.kind is FactKind.ROLE for one in found)

    @given(st.text(max_size=500))
    def test_every_finding_quotes_the_text_literally(self, text: str) -> None:
        for one in (*read_own_words(text), *read_resume(text)):
            assert text[one.start : one.end]


@pytest.mark.django_db
class TestFacts:
    def test_each_fact_shows_the_sentence_it_stands_on(self) -> None:
        person = make_person()
        learn(person, TEXT)
        quotes = {evidence.quote for evidence in Evidence.objects.filter(person=person)}
        assert "I drove a forklift." in quotes
        assert all(quote in TEXT for quote in quotes)

    def test_facts_from_two_sources_merge(self) -> None:
        person = make_person()
        learn(person, "I drove a forklift.")
        learn(person, "Forklift driving, six years")
        assert Fact.objects.filter(person=person, lexicon_id="forklift-driving").count() == 1
        assert Evidence.objects.filter(fact__lexicon_id="forklift-driving").count() == 2

    def test_changing_a_text_withdraws_what_it_said_before(self) -> None:
        person = make_person()
        source = learn(person, "I drove a forklift.")
        learn(person, "I kept the family budget.", source.id)
        assert "forklift-driving" not in labels(person)
        assert "budgeting" in labels(person)

    def test_a_confirmed_fact_stands_without_its_words(self) -> None:
        person = make_person()
        source = learn(person, "I drove a forklift.")
        services.confirm(person, Fact.objects.get(lexicon_id="forklift-driving"))
        services.forget_source(person, SourceKind.ANSWER, source.id)
        assert labels(person) == {"forklift-driving"}

    def test_a_removed_fact_stays_removed_when_its_source_is_read_again(self) -> None:
        person = make_person()
        source = learn(person, "I drove a forklift.")
        services.remove(person, Fact.objects.get(lexicon_id="forklift-driving"))
        learn(person, "I drove a forklift.", source.id)
        learn(person, "Six years of driving a forklift.")
        assert labels(person) == set()
        assert profile_of(person).skills == ()

    def test_a_restored_fact_is_what_it_was(self) -> None:
        person = make_person()
        learn(person, "I drove a forklift.")
        fact = Fact.objects.get(lexicon_id="forklift-driving")
        services.restore(person, services.remove(person, fact))
        assert Fact.objects.get(pk=fact.pk).status == Status.SUGGESTED

    def test_every_change_raises_the_stamp(self) -> None:
        person = make_person()
        stamps = [person.facts_stamp]
        learn(person, "I drove a forklift.")
        stamps.append(person.facts_stamp)
        services.confirm(person, Fact.objects.get(lexicon_id="forklift-driving"))
        stamps.append(person.facts_stamp)
        assert stamps == sorted(set(stamps))

    def test_the_same_words_of_two_people_make_two_facts(self) -> None:
        ana, bob = make_person(), make_person()
        learn(ana, "I drove a forklift.")
        assert not facts_of(bob).exists()

    def test_a_statement_is_its_own_evidence(self) -> None:
        person = make_person()
        fact = services.add(person, kind=FactKind.VALUE, label="time for my garden", polarity=Polarity.WANTS)
        assert fact.status == Status.CONFIRMED
        assert [evidence.quote for evidence in fact.evidence.all()] == ["time for my garden"]
