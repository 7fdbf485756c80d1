"""What somebody has done, chose and likes, row by row."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from mosaic.people.archive.registry import Told
from mosaic.people.archive.tables import Table
from mosaic.people.models import Person
from ps101.models import Experience, InterestAnswer, PreferenceChoice


def _told_experiences(person: Person) -> Iterator[Told]:
    for one in Experience.objects.filter(person=person).order_by("created_at"):
        when = " – ".join(part for part in (one.began, one.ended) if part)
        lines = ((_("what I did"), one.did), (_("where"), one.place), (_("when"), when))
        yield Told(one.title, tuple(line for line in lines if line[1]))


EXPERIENCES = Table("experiences", "experience", _("what you have done"), Experience, tell=_told_experiences)
CHOICES = Table("preference_choices", "choice", _("choices between two weeks"), PreferenceChoice)
LIKINGS = Table("likings", "liking", _("what you like doing"), InterestAnswer)
