"""Forms of experiments."""

from django import forms

from ps101.domain.experiments import HIGHEST, LONGEST_TITLE, LONGEST_WORDS, LOWEST, Canvas
from ps101.words.experiments import NEXT_MOVES, SIDES


def words(*, most: int = LONGEST_WORDS, required: bool = False) -> forms.CharField:
    """Return a field for words of a person."""
    return forms.CharField(required=required, max_length=most)


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
