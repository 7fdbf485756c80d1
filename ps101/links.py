"""Where the words behind a fact stand, of what discovery keeps."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from mosaic.facts.models import SourceKind
from mosaic.facts.origins import Origin
from mosaic.people.models import Person
from ps101 import queries


def origins_of(person: Person) -> dict[tuple[SourceKind, UUID], Origin]:
    """Return what a person has done as what the quotes of facts come from."""
    return {
        (SourceKind.EXPERIENCE, one.pk): Origin(
            _("from what you have done: %(title)s") % {"title": one.title}, reverse("ps101:experience", args=[one.pk])
        )
        for one in queries.experiences_of(person)
    }
