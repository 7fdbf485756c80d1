"""What a person can do with their résumé: once, and for good."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection

from mosaic.facts import services as facts
from mosaic.facts.models import Fact
from mosaic.journal.domain.names import Happened
from mosaic.journal.queries import events_of
from mosaic.people import keyring
from mosaic.people.models import Person
from mosaic.people.services import begin, erase
from resume import corrections, queries, services
from resume.domain.document import SCHEMA_VERSION
from resume.models import Resume, Version, VersionIsFinal
from resume.queries import base_of, holding_removed, posting_for, sourced
from tests.resume.people import TEXT, bring, posting, tell
from wimd.models import Upload
from wimd.services import remove_file


@pytest.fixture
def marek(db: None) -> Person:
    return begin().session.person


def made_for(person: Person) -> Version:
    job = posting_for(person, posting())
    assert job is not None
    return services.customize(person, job=job).version


def test_a_version_is_never_changed(marek: Person) -> None:
    version = services.make_canonical(marek, text=TEXT)
    version.name = "Another"
    with pytest.raises(VersionIsFinal):
        version.save()
    assert Version.objects.get().name == "From a text"


def test_nothing_that_is_done_later_changes_an_earlier_version(marek: Person) -> None:
    first = services.make_canonical(marek, text=TEXT)
    rows = Version.objects.filter(pk=first.pk).values()
    before = rows.get()
    tailored = made_for(marek)
    corrections.edit(marek, first, document={"basics": {"name": "Somebody"}})
    corrections.undo(marek, tailored, change_id=queries.changes_of(tailored)[0].id)
    corrections.restore(marek, first)
    corrections.rename(marek, first.resume, name="Another")
    assert rows.get() == before


def test_numbers_are_one_a_line(marek: Person) -> None:
    version = services.make_canonical(marek, text=TEXT)
    with pytest.raises(IntegrityError):
        Version.objects.create(
            person=marek, resume=version.resume, number=1, cause=Version.Cause.EDITED, document={}, name="x",
            document_schema=SCHEMA_VERSION,
        )  # fmt: skip


def test_a_resume_in_another_language_is_another_line(marek: Person) -> None:
    services.make_canonical(marek, text=TEXT)
    services.make_canonical(
        marek, text="Jan Kos\nKierowca z doświadczeniem w transporcie i na magazynie oraz w biurze od 2010"
    )
    assert sorted(Resume.objects.values_list("language", flat=True)) == ["en", "pl"]


def test_words_are_sealed(marek: Person) -> None:
    services.make_canonical(marek, text=TEXT)
    with connection.cursor() as cursor:
        cursor.execute("SELECT document, name, provenance FROM resume_version")
        stored = b"".join(bytes(column) for column in cursor.fetchone())
    assert b"Nowicki" not in stored


def test_erasing_leaves_nothing(marek: Person) -> None:
    services.make_canonical(marek, text=TEXT)
    made_for(marek)
    erase(marek)
    assert not Version.objects.exists()
    assert not Resume.objects.exists()


def test_the_base_is_the_latest_version_for_nobody_in_particular(marek: Person) -> None:
    first = services.make_canonical(marek, text=TEXT)
    made_for(marek)
    assert base_of(marek) == first
    edited = corrections.edit(marek, first, document={"basics": {"name": "Somebody"}})
    assert base_of(marek) == edited


def test_without_a_base_one_is_made_of_what_there_is(marek: Person) -> None:
    tell(marek, "I train new staff and I plan the rota for the whole shift.")
    version = made_for(marek)
    assert version.parent is not None
    assert version.parent.cause == Version.Cause.FROM_FACTS
    bring(marek)
    assert made_for(marek).parent == version.parent


def test_a_file_that_is_gone_takes_its_words_along(marek: Person) -> None:
    upload = bring(marek)
    first = services.make_canonical(marek, upload=upload)
    tailored = made_for(marek)
    remove_file(marek, Upload.objects.get())
    assert holding_removed(marek, [first, tailored]) == {first.pk, tailored.pk}
    with pytest.raises(services.NothingToGoBy):
        made_for(marek)
    with pytest.raises(services.NothingToGoBy):
        corrections.restore(marek, first)


def test_what_was_typed_by_hand_outlives_the_file(marek: Person) -> None:
    first = services.make_canonical(marek, upload=bring(marek))
    document = {**sourced(first).document, "awards": [{"title": "Best tea"}]}
    corrections.edit(marek, first, document=document)
    remove_file(marek, Upload.objects.get())
    left = sourced(made_for(marek)).document
    assert left["awards"] == [{"title": "Best tea"}]
    assert "mispicks" not in str(left)


def test_a_fact_that_is_removed_takes_its_sentence_out_of_what_was_written_from_it(marek: Person) -> None:
    tell(marek, "I train new staff on the ward.", "I plan the rota for the whole shift.")
    services.make_canonical(marek)
    facts.remove(marek, next(one for one in Fact.objects.filter(person=marek) if one.lexicon_id == "rota-planning"))
    left = str(sourced(made_for(marek)).document)
    assert "rota" not in left.lower()
    assert "I train new staff on the ward." in left


def test_a_restored_fact_is_back_in_the_next_one(marek: Person) -> None:
    tell(marek, "I train new staff on the ward.", "I plan the rota for the whole shift.")
    fact = next(one for one in Fact.objects.filter(person=marek) if one.lexicon_id == "rota-planning")
    facts.remove(marek, fact)
    facts.restore(marek, fact)
    assert "I plan the rota" in str(sourced(services.make_canonical(marek)).document)


def test_a_change_that_is_unknown_is_refused(marek: Person) -> None:
    services.make_canonical(marek, text=TEXT)
    with pytest.raises(corrections.UnknownChange):
        corrections.undo(marek, made_for(marek), change_id="c99")


def test_an_edit_that_changes_nothing_is_said(marek: Person) -> None:
    version = services.make_canonical(marek, text=TEXT)
    with pytest.raises(corrections.NothingChanged):
        corrections.edit(marek, version, document=version.document)


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_make_one_version() -> None:
    person = begin().session.person
    services.make_canonical(person, text=TEXT)
    job = posting_for(person, posting())
    assert job is not None

    def press(_: int) -> str:
        with keyring.scope():
            version = services.customize(Person.objects.get(pk=person.pk), job=job).version
        connection.close()
        return str(version.pk)

    with ThreadPoolExecutor(20) as pool:
        assert len(set(pool.map(press, range(20)))) == 1
    assert Version.objects.filter(person=person).count() == 2
    assert events_of(person, Happened.VERSION_MADE).count() == 2
