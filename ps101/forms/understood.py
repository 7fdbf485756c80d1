"""Forms of what was understood: one line in other words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ps101.domain.flow import LONGEST_ANSWER


class LineForm(forms.Form):
    """One line in other words."""

    text = forms.CharField(label=_("The line, in your words"), max_length=200)


class QuoteForm(forms.Form):
    """Other words of an answer to keep."""

    text = forms.CharField(label=_("Words from one of your answers, as they stand there"), max_length=300)
    words = forms.CharField(widget=forms.HiddenInput, max_length=5000, strip=False)


class ExperimentForm(forms.Form):
    """A small test in the person's words. `words` are those it had when the form was opened."""

    idea = forms.CharField(label=_("What you could try"), max_length=LONGEST_ANSWER)
    smallest = forms.CharField(label=_("The smallest version of it"), max_length=LONGEST_ANSWER)
    words = forms.CharField(widget=forms.HiddenInput, max_length=LONGEST_ANSWER, strip=False)
