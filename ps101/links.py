"""Where the words behind a fact stand, of what discovery keeps."""

from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from mosaic.facts.models import SourceKind
from mosaic.facts.origins import Origin
from mosaic.people.models import Person
from ps101 import queries
from ps101.models import InterestAnswer, PreferenceChoice


def origins_of(person: Person) -> dict[tuple[SourceKind, UUID], Origin]:
    """Return what a person has done, tried and chosen as what the quotes of facts come from."""
    done = {
        (SourceKind.EXPERIENCE, one.pk): Origin(
            _("from what you have done: %(title)s") % {"title": one.title}, reverse("ps101:experience", args=[one.pk])
        )
        for one in queries.experiences_of(person)
    }
    tried = {
        (SourceKind.REFLECTION, one.reflection.pk): Origin(
            _("from what an experiment taught you"), reverse("ps101:experiment", args=[one.pk])
        )
        for one in queries.experiments_of(person)
        if hasattr(one, "reflection")
    }
    week = Origin(_("from a week you chose"), reverse("ps101:what-matters"))
    liked = Origin(_("from what you like doing"), reverse("ps101:what-draws"))
    chosen = dict.fromkeys(_ids(SourceKind.CHOICE, queries.preference_choices_of(person)), week)
    return done | tried | chosen | dict.fromkeys(_ids(SourceKind.LIKING, queries.interest_answers_of(person)), liked)


def _ids(
    kind: SourceKind, rows: QuerySet[PreferenceChoice] | QuerySet[InterestAnswer]
) -> list[tuple[SourceKind, UUID]]:
    return [(kind, pk) for pk in rows.values_list("pk", flat=True)]
