"""Reads of résumés and versions, starting from the person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast
from uuid import UUID

from django.db.models import QuerySet
from django.utils.dateparse import parse_datetime

from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.models import Fact
from mosaic.facts.queries import gone_facts_of, profile_of, standing_facts_of, whole_of
from mosaic.people.models import Person
from opportunity_bridge.domain.requirements import Ask, Kind
from opportunity_bridge.queries import job_for, posting_of
from ps101.queries import account_of, experiences_of
from resume.domain.canonical import from_profile
from resume.domain.changes import Change
from resume.domain.document import Source, Sourced, is_empty, words_in
from resume.domain.evidence import Removed
from resume.domain.guard import Sources
from resume.domain.lived import Lived
from resume.domain.pointers import JSON
from resume.domain.posting import Posting, Requirement
from resume.domain.removal import resting_on
from resume.models import Resume, Version
from wimd.models import Upload
from wimd.queries import uploads_of, words_of


def resumes_of(person: Person) -> QuerySet[Resume]:
    """Return a person's résumés, the first made first."""
    return Resume.objects.filter(person=person).order_by("created_at", "pk")


def versions_of(person: Person) -> QuerySet[Version]:
    """Return all versions of a person, the latest first."""
    return Version.objects.select_related("resume", "parent").filter(person=person).order_by("-created_at", "-number")


def names_of(person: Person) -> dict[UUID, str]:
    """Return what a person's versions are called."""
    return {version.pk: version.name for version in versions_of(person).only("name", "person", "resume", "parent")}


def page_of(person: Person, before: str, size: int) -> tuple[list[Version], str]:
    """Return the versions made before a moment, and the moment to ask for next, "" at the end."""
    versions = versions_of(person)
    moment = _moment(before)
    if moment:
        versions = versions.filter(created_at__lt=moment)
    found = list(versions[: size + 1])
    following = (
        found[size - 1].created_at.astimezone(UTC).isoformat().replace("+00:00", "Z") if len(found) > size else ""
    )
    return found[:size], following


def _moment(text: str) -> datetime | None:
    """Read a time with its zone; anything else asks for the beginning."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def base_of(person: Person) -> Version | None:
    """Return the latest version that was made for no posting in particular."""
    return versions_of(person).filter(job__isnull=True).first()


def posting_for(person: Person, job_id: UUID) -> Posting | None:
    """Return a posting a person may see, with what it asks for in its own words."""
    job = job_for(person, job_id)
    if job is None:
        return None
    words = posting_of(job)
    requirements = (
        Requirement(
            id=f"r{number}",
            kind=one.kind.value,
            must=one.ask is Ask.MUST,
            lexicon_ids=one.ids if one.kind in (Kind.SKILL, Kind.LICENCE) else (),
            # What the role itself asks for stands in no sentence of the text.
            quote=words.text[one.start : one.end].strip() or words.role,
            duty=one.ask is Ask.DUTY,
        )
        for number, one in enumerate(words.requirements, start=1)
    )
    return Posting(str(job.pk), words.role, words.company, words.text, tuple(requirements))


def readable_uploads_of(person: Person) -> list[Upload]:
    """Return the files whose text was read and is recognised as a résumé, the latest first."""
    found = uploads_of(person).filter(kind=Upload.Kind.RESUME, read_at__isnull=False)
    return [upload for upload in found if upload.text]


def upload_of(person: Person, upload_id: str) -> Upload | None:
    """Return a file of a person by its id, or None when it is gone."""
    return uploads_of(person).filter(pk=upload_id).first()


def has_facts_for(person: Person) -> bool:
    """Whether enough is known to write a first résumé from."""
    return not is_empty(from_profile(profile_of(person), lived_by(person)).document)


def lived_by(person: Person) -> list[Lived]:
    """Return what a person told they have done."""
    return [Lived(str(one.pk), account_of(one)) for one in experiences_of(person)]


def sourced(version: Version) -> Sourced:
    """Return a version's document with its sources."""
    return _sourced(version.document, version.provenance)


def ground_of(version: Version) -> Sourced | None:
    """Return the document a version's changes speak of."""
    stored = cast(Mapping[str, object], version.ground)
    return _sourced(stored["document"], stored["provenance"]) if stored else None


def stored_provenance(made: Sourced) -> JSON:
    """Return the sources of a document in their stored form."""
    return {pointer: [source.as_json() for source in sources] for pointer, sources in made.provenance.items()}


def changes_of(version: Version) -> tuple[Change, ...]:
    """Return what was changed to make a version."""
    stored = cast(Sequence[Mapping[str, object]], version.changes)
    return tuple(Change.of_json(one) for one in stored)


def removed_by(person: Person) -> Removed:
    """Return what a person took away. A skill that another standing fact still names is not gone."""
    gone = [fact for fact in gone_facts_of(person) if fact.polarity == Polarity.HAS]
    standing = set(standing_facts_of(person).filter(polarity=Polarity.HAS).values_list("lexicon_id", flat=True))
    removed = {fact.lexicon_id for fact in gone if whole_of(fact).status == Status.REMOVED and fact.kind in _NAMED}
    return Removed(
        fact_ids=frozenset(str(fact.pk) for fact in gone),
        lexicon_ids=frozenset(removed - standing - {""}),
    )


def removed_for(person: Person, made: Sourced, removed: Removed | None = None) -> Removed:
    """Return what a person took away, with the files and things done a document rests on that are gone."""
    named = {source.upload_id for sources in made.provenance.values() for source in sources if source.upload_id}
    kept = {str(pk) for pk in uploads_of(person).filter(pk__in=named).values_list("pk", flat=True)} if named else set()
    told = {source.experience_id for sources in made.provenance.values() for source in sources} - {""}
    still = (
        {str(pk) for pk in experiences_of(person).filter(pk__in=told).values_list("pk", flat=True)} if told else set()
    )
    return replace(
        removed or removed_by(person), upload_ids=frozenset(named - kept), experience_ids=frozenset(told - still)
    )


def holding_removed(person: Person, versions: Iterable[Version]) -> frozenset[UUID]:
    """Return the versions that hold something their person took away since."""
    removed = removed_by(person)
    documents = {version.pk: sourced(version) for version in versions}
    return frozenset(pk for pk, made in documents.items() if resting_on(made, removed_for(person, made, removed)))


def sources_of(person: Person, version: Version) -> Sources | None:
    """Return what a version may rest on: files, facts and the version before. None when only facts are there.

    Answers alone name few employers and dates; a whole résumé held against them would only be doubted.
    """
    before = version.parent or versions_of(person).filter(created_at__lt=version.created_at).first()
    texts = [words for upload in uploads_of(person) for words in words_of(upload)]
    texts += [words for _, words in words_in(sourced(before).document)] if before else []
    if not texts and version.cause != Version.Cause.FROM_FACTS:
        return None
    texts += [words for fact in standing_facts_of(person) for words in _words_of(fact)]
    texts += [words for one in lived_by(person) for words in _words_lived(one)]
    profile = profile_of(person)
    known = (*profile.skills, *profile.licences, *profile.roles, *profile.education)
    return Sources(texts, [one.lexicon_id for one in known if one.lexicon_id])


_NAMED = (FactKind.SKILL, FactKind.LICENCE, FactKind.ROLE)


def _words_lived(lived: Lived) -> list[str]:
    account = lived.account
    return [account.title, account.place, account.did, account.began, account.ended]


def _words_of(fact: Fact) -> list[str]:
    return [fact.label, *(evidence.quote for evidence in fact.evidence.all())]


def _sourced(document: object, provenance: object) -> Sourced:
    stored = cast(Mapping[str, Sequence[Mapping[str, object]]], provenance)
    sources = {pointer: tuple(Source.of_json(one) for one in listed) for pointer, listed in stored.items()}
    return Sourced(cast(JSON, document), sources)
