"""Somebody with a session, and what they bring."""

from dataclasses import asdict, dataclass
from uuid import UUID, uuid4

from django.utils import timezone
from rest_framework.test import APIClient

from mosaic.facts import services as facts
from mosaic.facts.domain.reading import read_own_words, read_resume
from mosaic.facts.models import SourceKind
from mosaic.lib.work import WorkState
from mosaic.people.models import Person
from opportunity_bridge.domain.postings import Draft, read
from opportunity_bridge.domain.stored import document_of
from opportunity_bridge.models import Job, Words
from wimd.models import Upload

TEXT = """Marek Nowicki
Gothenburg
marek.nowicki@example.org · +46 70 123 45 67

Summary
Shift supervisor who started about forty new colleagues.

Work experience
Shift supervisor
Hisingen Distribution Ltd
2014 – present
- Tracks mispicks per shift and posts them where everyone sees them.
- Plans the rota for fourteen people.
- Responsible for training new staff, about forty people since 2014.

Order picker
Hisingen Distribution Ltd
2006 – 2014
- Picked orders and drove the forklift.

Education
Vocational diploma, Technikum Gdansk, 2004

Skills
Rota planning
Training new staff
Spreadsheets

Languages
Polish (native), Swedish (fluent)
"""

POSTING = """We run a returns hall for garden furniture.

Your work
- You train new starters and hold a ten-minute meeting every morning.
- You plan the rota for twelve people.

You need
- Experience of leading a small team.
- To be at ease with spreadsheets.

Nice to have
- Knowledge of welding.
"""


@dataclass(frozen=True)
class Someone:
    """A program that acts for one person."""

    client: APIClient
    person: Person


def begin(api: APIClient) -> Someone:
    """Start a session."""
    answer = api.post("/session").json()
    client = APIClient()
    client.credentials(HTTP_X_SESSION_ID=answer["session_id"])
    return Someone(client, Person.objects.get(pk=answer["user_id"]))


def tell(person: Person, *texts: str) -> None:
    """Let the facts learn from what somebody wrote."""
    for text in texts:
        source = facts.Source(SourceKind.ANSWER, uuid4(), text)
        facts.learn(person, source, read_own_words(text))


def bring(person: Person, text: str = TEXT, *, filename: str = "cv.txt") -> Upload:
    """Keep a résumé as it is after reading."""
    upload = Upload.objects.create(
        person=person,
        filename=filename,
        name="persons/x",
        size=len(text),
        content_type="text/plain",
        fingerprint=uuid4().hex,
        sha256="0",
        kind=Upload.Kind.RESUME,
        text=text,
        read_at=timezone.now(),
        state=WorkState.DONE,
    )
    facts.learn(person, facts.Source(SourceKind.UPLOAD, upload.pk, text), read_resume(text))
    return upload


def posting(*, text: str = POSTING, role: str = "Warehouse team leader", person: Person | None = None) -> UUID:
    """Store a posting, of everybody or of one person, and return its id."""
    words = Words(role=role, company="Pine & Pebble", text=text)
    reading = document_of(read(Draft(role=words.role, company=words.company, text=words.text)))
    own = {"own_words": asdict(words)}
    open_words = {"open_role": words.role, "open_company": words.company, "open_text": words.text}
    job = Job.objects.create(
        person=person,
        source="test",
        external_id=uuid4().hex,
        sha256="0",
        reading=reading,
        **(own if person else open_words),
    )
    return job.pk
