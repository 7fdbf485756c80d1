"""What a person can do with their résumé. Every step makes a version; none is ever changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from mosaic.facts.queries import profile_of
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib.pdf import Paper
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from resume import queries
from resume.domain.canonical import from_profile, from_reading
from resume.domain.changes import Change, apply
from resume.domain.document import SCHEMA_VERSION, Sourced, basics_of, is_empty, words_in
from resume.domain.languages import language_of
from resume.domain.posting import Posting
from resume.domain.reading import read_text
from resume.domain.removal import taken_away
from resume.domain.tailor import ALGORITHM, tailor
from resume.models import Resume, Version
from resume.rendering.files import TYPES, Format, Made, disposition, file_name, render
from resume.rendering.sheet import lay_out
from resume.rendering.text import to_text
from wimd.domain.corrected import corrected
from wimd.models import Upload
from wimd.queries import revised_of

LONGEST_TEXT = 60_000
LONGEST_NAME = 120
Cause = Version.Cause


class NothingToGoBy(Exception):
    """There is no résumé, no file and no fact to write one from."""


class NotReadYet(Exception):
    """The file is still being read, or could not be."""


@dataclass(frozen=True, slots=True)
class Customized:
    """A version made for a posting, and the skills it was asked to show that nothing shows."""

    version: Version
    not_evidenced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """A file to hand over."""

    content: bytes
    content_type: str
    disposition: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything of a version but its number and its place in the line."""

    made: Sourced
    cause: Version.Cause
    name: str
    parent: Version | None = None
    changes: tuple[Change, ...] = ()
    ground: Sourced | None = None
    job: UUID | None = None
    job_label: str = ""


@transaction.atomic
def make_canonical(person: Person, *, upload: Upload | None = None, text: str = "", name: str = "") -> Version:
    """Make a version from a file, else from a text, else from what is known. Raises NotReadYet, NothingToGoBy."""
    if upload is not None:
        made, cause, usual = _of_upload(upload, person.region), Cause.FROM_UPLOAD, upload.filename
    elif text.strip():
        words = normalised(text)[:LONGEST_TEXT]
        made = read_text(words, today=timezone.localdate(), region=person.region)
        cause, usual = Cause.FROM_TEXT, _("From a text")
    else:
        made = from_profile(profile_of(person), queries.lived_by(person))
        cause, usual = Cause.FROM_FACTS, _("From what you told")
    if is_empty(made.document):
        raise NothingToGoBy
    return keep(person, Draft(without_removed(person, made), cause, name or usual))


@transaction.atomic
def customize(
    person: Person, *, job: Posting, base: Version | None = None, highlight: Sequence[str] = (), name: str = ""
) -> Customized:
    """Make a version for a posting out of a base: the one named, the latest, or one made of what there is.

    Raises NothingToGoBy, NotReadYet.
    """
    base = base or _base_of(person)
    made = queries.sourced(base)
    removed = queries.removed_for(person, made)
    tailored = tailor(made, profile_of(person), job, highlight=highlight, removed=removed)
    if is_empty(tailored.base.document):
        raise NothingToGoBy
    draft = Draft(
        tailored.result,
        Cause.CUSTOMIZED,
        name or job.label,
        parent=base,
        changes=tailored.taken_away + tailored.changes,
        ground=tailored.base,
        job=UUID(job.job_id),
        job_label=job.label,
    )
    return Customized(keep(person, draft), tailored.not_evidenced)


@transaction.atomic
def export(person: Person, version: Version, *, file_format: Format, paper: Paper) -> Export:
    """Make a file of a version. Raises MissingGlyphs when no font here can draw its letters."""
    document = queries.sourced(version).document
    who = basics_of(document).text("name")
    made = Made(document, version.resume.language, who or _("Résumé"), version.created_at, paper)
    content = render(made, file_format)
    note(person, Happened.VERSION_EXPORTED, version, format=file_format.value)
    name = file_name(who, version.job_label or _("résumé"), str(version.number), ending=file_format.value)
    return Export(content, TYPES[file_format], disposition(name))


def text_of(version: Version) -> str:
    """Return a version as plain text, with how to reach the person."""
    return to_text(lay_out(queries.sourced(version).document, version.resume.language))


def _base_of(person: Person) -> Version:
    """Return the latest version for no posting in particular, or make one when nothing of it is left."""
    base = queries.base_of(person)
    if base and not is_empty(without_removed(person, queries.sourced(base)).document):
        return base
    return make_canonical(person, upload=next(iter(queries.readable_uploads_of(person)), None))


def without_removed(person: Person, made: Sourced) -> Sourced:
    """Return a document without what rests on something its person took away."""
    return apply(made, taken_away(made, queries.removed_for(person, made)))


def keep(person: Person, draft: Draft) -> Version:
    """Store a version as the next of its line, or return the same one made just before. Called inside the transaction of its making."""
    Person.objects.select_for_update().get(pk=person.pk)
    resume = draft.parent.resume if draft.parent else _line(person, draft)
    twin = _twin(resume, draft)
    if twin:
        return twin
    last = resume.versions.aggregate(last=Max("number"))["last"] or 0
    version = Version.objects.create(
        person=person,
        resume=resume,
        number=last + 1,
        parent=draft.parent,
        cause=draft.cause,
        document=draft.made.document,
        document_schema=SCHEMA_VERSION,
        provenance=queries.stored_provenance(draft.made),
        changes=[change.as_json() for change in draft.changes],
        ground=_stored(draft.ground),
        job=draft.job,
        job_label=draft.job_label,
        name=_named(draft),
    )
    by = ALGORITHM if draft.changes else ""
    note(person, Happened.VERSION_MADE, version, cause=draft.cause.value, number=version.number, algorithm=by)
    return version


def _twin(resume: Resume, draft: Draft) -> Version | None:
    """Return the latest version of the same purpose when it is the same already: sent twice is made once."""
    latest = resume.versions.filter(job=draft.job).order_by("-number").first()
    if latest is None or latest.cause != draft.cause or latest.parent_id != (draft.parent and draft.parent.pk):
        return None
    is_same = latest.document == draft.made.document and latest.name == _named(draft)
    return latest if is_same else None


def _named(draft: Draft) -> str:
    return normalised(draft.name).strip()[:LONGEST_NAME]


def _stored(ground: Sourced | None) -> dict[str, object]:
    if ground is None:
        return {}
    return {"document": ground.document, "provenance": queries.stored_provenance(ground)}


def _line(person: Person, draft: Draft) -> Resume:
    """Return the line that a version without a parent goes on with: one for each language."""
    words = " ".join(words for _, words in words_in(draft.made.document))
    language = language_of(words, fallback=person.language)
    found = queries.resumes_of(person).filter(language=language).first()
    return found or Resume.objects.create(person=person, name=_("My résumé"), language=language)


def _of_upload(upload: Upload, region: str) -> Sourced:
    """Return what was read in a file as a document."""
    if not upload.read_at or not upload.text:
        raise NotReadYet
    revised, upload_id = revised_of(upload), str(upload.pk)
    if revised is None:
        return read_text(upload.text, today=timezone.localdate(), region=region, upload_id=upload_id)
    made = corrected(revised)
    return from_reading(
        made.document,
        made.spans,
        upload.text,
        upload_id=upload_id,
        by_hand=made.by_hand,
        settled=revised.read.spans.values(),
    )
