"""What the bridge's pages take."""

from django import forms

from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.parts import Part
from opportunity_bridge.domain.reasons import Reason
from opportunity_bridge.domain.stages import Stage
from opportunity_bridge.services import Filters
from opportunity_bridge.services.applications import LONGEST_NOTES
from opportunity_bridge.services.postings import LONGEST, LONGEST_LINE
from opportunity_bridge.services.weights import MOST


class FilterForm(forms.Form):
    """How to narrow the list. What cannot be read narrows nothing."""

    q = forms.CharField(required=False, max_length=200)
    field = forms.CharField(required=False, max_length=60)
    remote = forms.ChoiceField(required=False, choices=[("", ""), *((one.value, one.value) for one in Remote)])
    cursor = forms.CharField(required=False, max_length=400)

    @property
    def filters(self) -> Filters:
        """The filters that can be read."""
        self.full_clean()
        q, field, remote = (str(self.cleaned_data.get(name) or "") for name in ("q", "field", "remote"))
        return Filters(q=q, field=field, remote=remote)


class PasteForm(forms.Form):
    """A posting and, where its text does not say them, its headlines."""

    text = forms.CharField(max_length=2 * LONGEST, strip=False)
    role = forms.CharField(required=False, max_length=LONGEST_LINE)
    company = forms.CharField(required=False, max_length=LONGEST_LINE)
    location = forms.CharField(required=False, max_length=LONGEST_LINE)


class HideForm(forms.Form):
    """Why a posting is put out of sight."""

    reason = forms.ChoiceField(required=False, choices=[(one.value, one.value) for one in Reason])


class WeightsForm(forms.Form):
    """How much each part counts."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on unchanged
        for part in Part:
            self.fields[part.value] = forms.IntegerField(min_value=0, max_value=MOST)

    @property
    def weights(self) -> dict[Part, int]:
        """The weights, once they are valid."""
        return {part: int(self.cleaned_data[part.value]) for part in Part}


class MoveForm(forms.Form):
    """Where an application stands now, and a remark."""

    stage = forms.ChoiceField(choices=[(one.value, one.value) for one in Stage if one is not Stage.SAVED])
    words = forms.CharField(required=False, max_length=LONGEST_NOTES)


class MoveOneForm(MoveForm):
    """A move of an application chosen from a list."""

    application = forms.UUIDField()


class NotesForm(forms.Form):
    """Notes about an application."""

    notes = forms.CharField(required=False, max_length=LONGEST_NOTES, strip=False)
