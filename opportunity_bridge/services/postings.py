"""Bringing a posting along: read at once, matched at once, seen by nobody else."""

from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone

from mosaic.documents.child import read_bytes
from mosaic.documents.limits import MEBIBYTE, Limits
from mosaic.documents.model import Document, Outcome
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib.crypto import fingerprint
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from opportunity_bridge.domain.headlines import headline_of
from opportunity_bridge.domain.pages import is_page, written_out
from opportunity_bridge.domain.postings import Draft
from opportunity_bridge.domain.routes import Route
from opportunity_bridge.loading import digest_of, fill, index
from opportunity_bridge.models import PASTED, Interest, Job
from opportunity_bridge.queries import details_of
from opportunity_bridge.services.targets import aim_at

SHORTEST, LONGEST = 80, 30_000
LONGEST_LINE = 200
HTML_LIMITS = Limits(size=MEBIBYTE)


class EmptyPosting(Exception):
    """HTML in which no words could be found."""


@dataclass(frozen=True, slots=True)
class TooShort(Exception):
    """A text too short to be a posting; says how long it is and how long it would be."""

    found: int
    needed: int = SHORTEST


class TooLong(Exception):
    """A text or page longer than any posting."""


def paste_posting(
    person: Person, *, text: str = "", html: str = "", role: str = "", company: str = "", location: str = ""
) -> Job:
    """Keep and read a posting of one's own. The same text again is the same posting; `text` may be a page's source.

    Raises TooShort, TooLong and EmptyPosting. A page is read before the transaction begins: it takes a while.
    """
    page = html if not text else text if is_page(text) else ""
    words = _checked(text_of(page) if page else text)
    found = headline_of(words)
    draft = Draft(
        role=(role.strip() or found.role)[:LONGEST_LINE],
        company=(company.strip() or found.company)[:LONGEST_LINE],
        location=(location.strip() or found.location)[:LONGEST_LINE],
        text=words,
    )
    return _keep(person, draft)


def text_of(html: str) -> str:
    """Return the words of a page and of the data it carries. Raises TooLong and EmptyPosting."""
    if len(html.encode()) > HTML_LIMITS.size:
        raise TooLong
    words = written_out(html, _seen)
    if not words.strip():
        raise EmptyPosting
    return words


def _seen(page: str) -> Document:
    """Read a page in a process of its own. Raises TooLong."""
    document = read_bytes(page.encode(), limits=HTML_LIMITS)
    if document.outcome is Outcome.TOO_LARGE:
        raise TooLong
    return document


def _checked(text: str) -> str:
    words = normalised(text).strip()
    if len(words) < SHORTEST:
        raise TooShort(len(words))
    if len(words) > LONGEST:
        raise TooLong
    return words


@transaction.atomic
def _keep(person: Person, draft: Draft) -> Job:
    Person.objects.select_for_update().get(pk=person.pk)
    key = fingerprint(person.key(), draft.text)
    known = Job.objects.filter(person=person, source=PASTED, external_id=key).first()
    job = known or Job(person=person, source=PASTED, external_id=key, posted_on=timezone.localdate())
    job.own_words = {
        "role": draft.role,
        "company": draft.company,
        "location": draft.location,
        "url": "",
        "text": draft.text,
    }
    job.sha256 = fingerprint(person.key(), digest_of([draft.role, draft.text]))
    job.last_seen = timezone.now()
    posting = fill(job, draft)
    _note_details(job)
    job.save()
    index(job, posting)
    if known is None:
        interest = Interest.objects.create(person=person, job=job, state=Interest.State.SAVED)
        note(person, Happened.JOB_ADDED, interest, job=str(job.pk), occupation=job.occupation)
        aim_at(person, job)
    return job


def _note_details(job: Job) -> None:
    """Put what its details say about days and the way to apply where everybody's postings have it."""
    details = details_of(job)
    if details.days.posted:
        job.posted_on = details.days.posted.value
    job.closes_on = details.days.closes.value if details.days.closes else None
    links = [job.text[one.start : one.end] for one in details.routes if one.value is Route.LINK]
    url = next((one for one in links if one.startswith(("http://", "https://"))), "")
    job.own_words = {**asdict(job.words), "url": url[:LONGEST_LINE]}
