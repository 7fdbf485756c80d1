"""The form of something somebody has done."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from ps101.domain.experiences import Account, Kind, Unclear
from ps101.models import Experience
from ps101.words.experiences import unclear_words


class ExperienceForm(forms.Form):
    """Something somebody has done. What can be kept is judged by the service, not here."""

    kind = forms.ChoiceField(
        label=_("what sort of thing"),
        choices=[("", _("choose one")), *Experience.Kind.choices],
        error_messages={
            "required": _("Choose what sort of thing it was. Paid or unpaid counts the same."),
            "invalid_choice": _("Choose one of the list."),
        },
    )
    title = forms.CharField(label=_("what it was"), required=False)
    place = forms.CharField(label=_("where, or for whom"), required=False)
    began = forms.CharField(label=_("began"), required=False)
    ended = forms.CharField(label=_("ended"), required=False)
    is_ongoing = forms.BooleanField(label=_("it still goes on"), required=False)
    did = forms.CharField(label=_("what you did there on an ordinary day"), required=False, widget=forms.Textarea)
    version = forms.IntegerField(min_value=1, required=False)

    @property
    def account(self) -> Account:
        """What was typed, as it is kept."""
        words = ("title", "place", "began", "ended", "did")
        typed = {name: str(self.cleaned_data[name]) for name in words}
        return Account(kind=Kind(self.cleaned_data["kind"]), is_ongoing=self.cleaned_data["is_ongoing"], **typed)

    def explain(self, unclear: Mapping[str, Unclear]) -> None:
        """Say under each field what keeps it from being kept."""
        for field, why in unclear.items():
            self.add_error(field, unclear_words(field, why))
