"""Forms of what comes after a journey."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from mosaic.lib.ids import uuid_in
from ps101.domain.experiments import LONGEST_TITLE, LONGEST_WORDS, Canvas


class CommitmentForm(forms.Form):
    """What somebody commits to this week. Whether the day will do is judged by the domain, not here."""

    week = forms.CharField(label=_("What will you do this week?"), max_length=LONGEST_WORDS)
    day = forms.DateField(label=_("By which day?"))
    holding = forms.CharField(label=_("How will you hold yourself to it?"), max_length=LONGEST_WORDS, required=False)
    telling = forms.CharField(label=_("Whom will you tell?"), max_length=LONGEST_TITLE, required=False)


class NextExperimentForm(forms.Form):
    """The next experiment, and the one it goes on from."""

    title = forms.CharField(max_length=LONGEST_TITLE, required=False)
    hypothesis = forms.CharField(max_length=LONGEST_WORDS, required=False)

    @property
    def follows_id(self) -> UUID | None:
        """The experiment it goes on from; a malformed id is the id of nothing."""
        return uuid_in(self.data.get("follows"))

    @property
    def canvas(self) -> Canvas:
        """What was written, once it is valid."""
        return Canvas(title=self.cleaned_data["title"], hypothesis=self.cleaned_data["hypothesis"])
