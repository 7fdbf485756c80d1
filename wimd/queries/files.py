"""Reads of files, starting from the person."""

from collections.abc import Iterator, Mapping

from django.db.models import Case, IntegerField, Prefetch, QuerySet, Sum, When

from mosaic.ai.domain.contacts import private_in
from mosaic.ai.domain.masking import Known as Private
from mosaic.facts.domain.kinds import Status
from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.facts.queries import facts_from
from mosaic.people.models import Person
from wimd.domain.corrected import corrected
from wimd.domain.corrections import Edits, Read, Revised
from wimd.models import Upload

SOURCES = (SourceKind.UPLOAD, SourceKind.CORRECTION)
LARGEST = 3


def uploads_of(person: Person) -> QuerySet[Upload]:
    """Return a person's files, the latest first."""
    return Upload.objects.filter(person=person).order_by("-created_at", "-pk")


def largest_of(person: Person) -> list[Upload]:
    """Return the files whose removal makes most room."""
    return list(uploads_of(person).order_by("-size", "-pk").defer("text", "resume", "resume_edits")[:LARGEST])


def revised_of(upload: Upload) -> Revised | None:
    """Return the résumé that was read in a file with what its person changed, or None for another document."""
    if not isinstance(upload.resume, dict) or not upload.resume:
        return None
    read = Read.of(upload.resume, len(upload.text))
    return Revised(read, Edits.of(upload.resume_edits if isinstance(upload.resume_edits, dict) else {}))


def private_of(person: Person) -> Private:
    """Return the names and contact data in a person's résumés, as read and as corrected."""
    found = [private_in(document) for upload in uploads_of(person) for document in _documents(upload)]
    names = dict.fromkeys(name for one in found for name in one.names)
    contacts = dict.fromkeys(contact for one in found for contact in one.contacts)
    return Private(tuple(names), tuple(contacts))


def _documents(upload: Upload) -> Iterator[Mapping[str, object]]:
    """Yield a résumé as it was read and as it was corrected: what was corrected away still stands in the file."""
    revised = revised_of(upload)
    read = upload.resume.get("document") if revised and isinstance(upload.resume, dict) else None
    if isinstance(read, dict):
        yield read
    if revised:
        yield corrected(revised).document


def words_of(upload: Upload) -> list[str]:
    """Return a file's text and what its person wrote by hand about it."""
    revised = revised_of(upload)
    return [words for words in (upload.text, *(revised.edits.values.values() if revised else ())) if words]


def facts_in(upload: Upload) -> QuerySet[Fact]:
    """Return the standing facts that rest on a file: on its words, and on what its person wrote by hand there."""
    return facts_from(upload.person, upload.pk, *SOURCES)


def facts_found_in(upload: Upload) -> QuerySet[Fact]:
    """Return the same facts, the quotes from this file before those from elsewhere."""
    here = Case(When(source_id=upload.pk, then=0), default=1, output_field=IntegerField())
    quotes = Prefetch("evidence", queryset=Evidence.objects.order_by(here, "created_at", "start", "pk"))
    return facts_in(upload).prefetch_related(None).prefetch_related(quotes)


def bytes_of(person: Person) -> int:
    """Return the bytes of all files of a person."""
    return uploads_of(person).aggregate(total=Sum("size"))["total"] or 0


def places_in(upload: Upload) -> set[tuple[int, int]]:
    """Return where in a file's text the words lie that standing facts rest on."""
    rows = Evidence.objects.filter(
        person_id=upload.person_id, source_kind=SourceKind.UPLOAD, source_id=upload.pk, fact__in=facts_in(upload)
    )
    return {(start, end) for start, end in rows.values_list("start", "end") if end <= len(upload.text)}


def resting_on(upload: Upload) -> int:
    """Return how many facts would be without any words if a file went, those that somebody confirmed left out."""
    elsewhere = Evidence.objects.filter(person_id=upload.person_id).exclude(
        source_kind__in=SOURCES, source_id=upload.pk
    )
    alone = facts_in(upload).filter(status=Status.SUGGESTED).exclude(pk__in=elsewhere.values("fact_id"))
    return alone.count()
