"""What the discovery pages take."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from ps101.domain.experiences import Account, Kind, Unclear
from ps101.domain.experiments import HIGHEST, LONGEST_TITLE, LONGEST_WORDS, LOWEST, Canvas
from ps101.domain.flow import LONGEST_ANSWER
from ps101.models import Experience
from ps101.words import NEXT_MOVES, SIDES, unclear_words


def words(*, most: int = LONGEST_WORDS, required: bool = False) -> forms.CharField:
    """Return a field for words of a person."""
    return forms.CharField(required=required, max_length=most)


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


class CanvasForm(forms.Form):
    """What is written down about an experiment, and the version it was written over."""

    title = words(most=LONGEST_TITLE)
    hypothesis = words()
    success_metric = words()
    resources = words()
    start_on = forms.DateField(required=False)
    review_on = forms.DateField(required=False)
    version = forms.IntegerField(required=False, min_value=1)

    @property
    def canvas(self) -> Canvas:
        """What was written, once it is valid."""
        return Canvas(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


class ObstacleForm(forms.Form):
    """What could get in the way, and what to do then."""

    kind = forms.ChoiceField(choices=SIDES)
    label = words(required=True)
    strategy = words()


class ActionForm(forms.Form):
    """One step of a plan."""

    label = words(required=True)
    due_on = forms.DateField(required=False)
    accountability = words(most=LONGEST_TITLE)


class ReflectionForm(forms.Form):
    """What an experiment taught."""

    outcome = words(required=True)
    learning = words(required=True)
    cost = words()
    confidence_before = forms.IntegerField(required=False, min_value=LOWEST, max_value=HIGHEST)
    confidence_after = forms.IntegerField(min_value=LOWEST, max_value=HIGHEST)
    next_move = forms.ChoiceField(choices=NEXT_MOVES)


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
