"""A posting somebody keeps is something their delta can stand against."""

from mosaic.people.models import Person
from opportunity_bridge import queries
from opportunity_bridge.models import Job
from wimd.services import add_target


def aim_at(person: Person, job: Job) -> None:
    """Let a posting be a target, with the skills its own sentences name."""
    skills = sorted(queries.posting_of(job, with_text=False).skills)
    add_target(person, job=job.pk, label=job.role, skills=skills, occupation=job.occupation)
