"""What the pages of the coach and the delta take."""

from collections.abc import Mapping

from django import forms

from mosaic.lib.text import normalised
from wimd.domain.changing import Change
from wimd.domain.corrections import Revised
from wimd.domain.delta import Bridge, Dimension
from wimd.domain.parts import Form
from wimd.domain.units import Unit, Way
from wimd.domain.values import Unusable
from wimd.sentences import refusal_of
from wimd.words.fields import hint_of, input_label

LONGEST_MESSAGE = 5000


class MessageForm(forms.Form):
    """Something said to the coach; `client_id` is made by the page, so that a form sent twice is one turn."""

    prompt = forms.CharField(max_length=LONGEST_MESSAGE, strip=True)
    client_id = forms.UUIDField(required=False)

    def clean_prompt(self) -> str:
        """Count the text as it is stored."""
        return normalised(self.cleaned_data["prompt"])


class FileForm(forms.Form):
    """One file."""

    file = forms.FileField(allow_empty_file=True)


class FieldsForm(forms.Form):
    """What a machine read of one entry, to be corrected; fields are named by their paths.

    `focus` is the field to begin with; `saved` what stands now in fields that were changed in between; `source`
    the id of the place on the page where the entry was read.
    """

    def __init__(self, unit: Unit, revised: Revised, data: Mapping[str, str] | None = None, focus: str = "") -> None:
        super().__init__(data, initial={one.path: one.text for one in unit.inputs(revised)})
        self.unit, self.revised, self.saved = unit, revised, dict[str, str]()
        for one in unit.inputs(revised):
            field = forms.CharField(required=False, label=str(input_label(unit, one.kind)))
            if one.kind.form in (Form.TEXT, Form.LINES):
                field.widget = forms.Textarea(attrs={"rows": 2} if one.kind.form is Form.TEXT else {})
            elif one.kind.form is Form.DATE or one.kind.key.startswith("location/"):
                field.widget.attrs["half"] = True
            field.help_text = str(hint_of(one.kind))
            self.fields[one.path] = field
        self.source = ""
        self.focus = focus if focus in self.fields else next(iter(self.fields))

    @property
    def changes(self) -> list[Change]:
        """What the filled form changes; a field that was not sent stays as it is."""
        sent = {path: text for path, text in self.cleaned_data.items() if path in self.data}
        return self.unit.changes(self.revised, sent)

    def refuse(self, error: Unusable) -> None:
        """Put what cannot be used under its field."""
        key = error.path.rpartition("/")[2] if self.unit.way is Way.NEW else ""
        path = f"{self.unit.key}/{key}" if key else error.path
        whole = next((name for name in self.fields if path == name or path.startswith(name + "/")), None)
        self.add_error(whole, refusal_of(error.why))
        self.focus = whole or self.focus

    def beside(self, current: Revised) -> None:
        """Show what was saved in between where it is something else than what was typed."""
        for one in self.unit.inputs(current):
            if one.text != str(self.data.get(one.path, "")).replace("\r\n", "\n").strip():
                self.saved[one.path] = one.text
        self.focus = next(iter(self.saved), self.focus)


class BridgeForm(forms.Form):
    """What somebody sets out to do about a skill; nothing takes it back."""

    skill = forms.SlugField(max_length=80)
    choice = forms.ChoiceField(choices=[(one.value, one.value) for one in Bridge], required=False)


class TestForm(forms.Form):
    """A dimension whose smallest test is taken up, or put away."""

    dimension = forms.ChoiceField(choices=[(one.value, one.value) for one in Dimension])
    undo = forms.BooleanField(required=False)


class TellForm(forms.Form):
    """A few words about one side of a dimension."""

    dimension = forms.ChoiceField(choices=[(one.value, one.value) for one in Dimension])
    side = forms.ChoiceField(choices=[("now", "now"), ("wanted", "wanted")])
    words = forms.CharField(max_length=200, strip=True)
