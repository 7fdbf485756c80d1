"""People and postings for these tests."""

from uuid import NAMESPACE_DNS, uuid4, uuid5

from rest_framework.test import APIClient

from mosaic.facts import services as facts
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.profile import Known, Profile
from mosaic.people import services as people
from mosaic.people.models import Person
from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.postings import Draft
from opportunity_bridge.loading import digest_of, fill, index
from opportunity_bridge.models import Job

TEXT = """We move 140,000 parcels a day and want every new colleague to start well.

What you will do
- Train new staff on the floor
- Plan the rota of a shift

What you bring
- Experience of leading a team
- A driving licence class B
- Spreadsheets would be a plus

Monday to Friday, 37 hours a week, £31,000 to £34,000 a year."""


def known(lexicon_id: str, label: str = "", *quotes: str) -> Known:
    """Return a fact; equal words make equal facts."""
    words = label or lexicon_id
    return Known(uuid5(NAMESPACE_DNS, lexicon_id + words), lexicon_id, words, quotes or (words,), False)


def knowing(**parts: tuple[str, ...]) -> Profile:
    """Return a profile of lexicon ids; the parts without a lexicon take labels."""
    plain = ("location", "remote", "pay", "hours", "languages", "education")
    found = {
        name: tuple(known("", one) if name in plain else known(one) for one in values) for name, values in parts.items()
    }
    return Profile(**found)


def somebody() -> Person:
    """Return a person with a session."""
    return people.begin().session.person


def signed_in(api: APIClient) -> Person:
    """Let a client speak for a new person."""
    opened = people.begin()
    api.credentials(HTTP_X_SESSION_ID=opened.token)
    return opened.session.person


def tell_skills(person: Person, *skills: str) -> None:
    """Let somebody state skills."""
    for skill in skills:
        facts.add(person, kind=FactKind.SKILL, label=skill.replace("-", " "), lexicon_id=skill)


def tell_role(person: Person, occupation: str, polarity: Polarity = Polarity.HAS) -> None:
    """Let somebody state a kind of work."""
    facts.add(person, kind=FactKind.ROLE, label=occupation, lexicon_id=occupation, polarity=polarity)


def make_job(role: str = "Warehouse team leader", text: str = TEXT, *, sample: bool = False, **fields: object) -> Job:
    """Store a posting of everybody."""
    job = Job(
        source="sample" if sample else "board",
        external_id=uuid4().hex,
        is_sample=sample,
        open_role=role,
        open_text=text,
    )
    for name, value in fields.items():
        setattr(job, name, value)
    job.sha256 = digest_of([role, text])
    posting = fill(
        job,
        Draft(
            role=role,
            text=text,
            company=job.open_company,
            location=job.open_location,
            remote=Remote(job.remote),
            field=job.field,
        ),
    )
    job.save()
    index(job, posting)
    return job
