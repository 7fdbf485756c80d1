"""Applying with a résumé: what joins the bridge and the studio, which know nothing of each other."""

from mosaic.lib.ids import uuid_in
from mosaic.people.models import Person
from opportunity_bridge import queries as bridge
from opportunity_bridge import services
from opportunity_bridge.models import Application
from opportunity_bridge.services import Enclosure
from resume import queries as resumes
from resume.models import Version
from resume.rendering.sheet import lay_out
from resume.rendering.text import to_text


class UnknownJob(Exception):
    """A posting nobody here has, or somebody else's."""


class UnknownVersion(Exception):
    """A résumé version nobody here has, or somebody else's."""


def apply(person: Person, *, job_id: str, notes: str = "", version_id: str = "") -> Application:
    """Log an application with a frozen copy of a résumé version. Raises UnknownJob and UnknownVersion."""
    job = bridge.jobs_visible_to(person).filter(pk=job_id).first() if uuid_in(job_id) else None
    if job is None:
        raise UnknownJob
    return services.apply(person, job, notes=notes, enclosure=_enclosure(person, version_id) if version_id else None)


def _enclosure(person: Person, version_id: str) -> Enclosure:
    version = resumes.versions_of(person).filter(pk=version_id).first() if uuid_in(version_id) else None
    if version is None:
        raise UnknownVersion
    return Enclosure(version.name, _text(version), resumes.sourced(version).document, version.pk)


def _text(version: Version) -> str:
    return to_text(lay_out(resumes.sourced(version).document, version.resume.language))
