"""What the discovery pages take."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ps101.domain.flow import LONGEST_ANSWER
from ps101.domain.interests import HIGHEST, LOWEST
from ps101.domain.orders import Took
from ps101.domain.preferences import MOST


class AnswerForm(forms.Form):
    """An answer and the version it was written over. Length is judged by the engine, not here."""

    text = forms.CharField(required=False, strip=False, max_length=2 * LONGEST_ANSWER)
    version = forms.IntegerField(min_value=0)
    rating = forms.IntegerField(required=False)

    @property
    def first_error(self) -> str:
        """The first sentence of what cannot be read."""
        return str(next(iter(self.errors.values()))[0])


class ProblemForm(forms.Form):
    """The problem in the person's words."""

    text = forms.CharField(label=_("The problem, in your words"), max_length=1000, widget=forms.Textarea)


class ChoiceForm(forms.Form):
    """Which of two weeks is taken; `left` is the one that stood left."""

    number = forms.IntegerField(min_value=1, max_value=MOST)
    left = forms.CharField(max_length=60)
    chosen = forms.ChoiceField(choices=[(one.value, one.value) for one in Took])


class LikingForm(forms.Form):
    """How much one thing to do is liked; nothing passes it over."""

    statement = forms.CharField(max_length=30)
    liking = forms.IntegerField(min_value=LOWEST, max_value=HIGHEST, required=False)
