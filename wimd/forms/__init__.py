"""What the coach's pages take."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.models import SourceKind
from mosaic.facts.words import kind_words
from mosaic.lexicon.suggestions import Suggestion
from mosaic.lib.text import normalised
from wimd.domain import checkins, feedback
from wimd.domain.changing import Change
from wimd.domain.corrections import Revised
from wimd.domain.delta import Bridge, Dimension
from wimd.domain.parts import Form
from wimd.domain.shelves import suggested_for, usual_polarity
from wimd.domain.units import Unit, Way
from wimd.domain.values import Unusable
from wimd.queries.facts import SHOWN, Wanted
from wimd.sentences import refusal_of
from wimd.words.facts import MEANT, NO_KIND, NO_LABEL, NO_MEANING
from wimd.words.fields import hint_of, input_label

LONGEST_MESSAGE = 5000


class MessageForm(forms.Form):
    """Something said to the coach; `client_id` is made by the page, so that a form sent twice is one turn."""

    prompt = forms.CharField(max_length=LONGEST_MESSAGE, strip=True)
    client_id = forms.UUIDField(required=False)

    def clean_prompt(self) -> str:
        """Count the text as it is stored."""
        return normalised(self.cleaned_data["prompt"])


class CheckInForm(forms.Form):
    """What somebody says of a week."""

    moved = forms.CharField(required=False, max_length=checkins.LONGEST, label=gettext_lazy("What moved?"))
    hindered = forms.CharField(required=False, max_length=checkins.LONGEST, label=gettext_lazy("What got in the way?"))
    next_step = forms.CharField(
        required=False, max_length=checkins.LONGEST, label=gettext_lazy("What is the one small thing for next week?")
    )
    energy = forms.TypedChoiceField(
        required=False, choices=[(one.value, one.value) for one in checkins.Energy], coerce=int, empty_value=None
    )
    reminds = forms.BooleanField(required=False)

    @property
    def account(self) -> checkins.Account:
        """What the filled form says."""
        said = self.cleaned_data
        return checkins.Account(
            moved=said["moved"], hindered=said["hindered"], next_step=said["next_step"], energy=said["energy"]
        )


class FeedbackForm(forms.Form):
    """How Mosaic is for somebody."""

    clarity = forms.TypedChoiceField(required=False, choices=feedback.STARS, coerce=int, empty_value=None)
    relevance = forms.TypedChoiceField(required=False, choices=feedback.STARS, coerce=int, empty_value=None)
    trust = forms.TypedChoiceField(required=False, choices=feedback.STARS, coerce=int, empty_value=None)
    recommend = forms.TypedChoiceField(required=False, choices=feedback.CHANCES, coerce=int, empty_value=None)
    words = forms.CharField(required=False, max_length=feedback.LONGEST)

    @property
    def ratings(self) -> dict[str, int]:
        """The numbers that were chosen."""
        return {name: self.cleaned_data[name] for name in feedback.Question if self.cleaned_data[name] is not None}


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


class FactFilterForm(forms.Form):
    """How the list of facts is narrowed. What cannot be read narrows nothing."""

    kind = forms.ChoiceField(required=False, choices=[(kind.value, kind.value) for kind in FactKind])
    source = forms.ChoiceField(required=False, choices=SourceKind.choices)
    status = forms.ChoiceField(required=False, choices=[(one.value, one.value) for one in SHOWN])
    q = forms.CharField(required=False, max_length=200)

    @property
    def wanted(self) -> Wanted:
        """What can be read."""
        self.full_clean()
        return Wanted(**{name: str(self.cleaned_data.get(name) or "") for name in self.fields})


class LabelForm(forms.Form):
    """A fact in its person's words."""

    label = forms.CharField(max_length=200, error_messages={"required": NO_LABEL})


class FactForm(LabelForm):
    """Something a person states. `meant` is the entry of the lexicon they chose, or `own` for their own words."""

    kind = forms.ChoiceField(
        choices=[(kind.value, kind_words(kind)) for kind in FactKind],
        error_messages={"required": NO_KIND, "invalid_choice": NO_KIND},
    )
    polarity = forms.ChoiceField(required=False, choices=[("", ""), *MEANT.items()])
    meant = forms.CharField(required=False, max_length=80)

    OWN = "own"

    def clean(self) -> dict[str, object]:
        """Hold what was chosen against what there is to choose."""
        given = super().clean() or self.cleaned_data
        offered = {one.id for one in self.suggestions()}
        if given.get("meant") and given["meant"] != self.OWN and given["meant"] not in offered:
            self.add_error("meant", NO_MEANING)
        return given

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return what the words may mean."""
        given = self.cleaned_data
        if not given.get("kind") or not given.get("label"):
            return ()
        return suggested_for(FactKind(given["kind"]), given["label"])

    @property
    def lexicon_id(self) -> str:
        """The entry that was chosen, once the form is valid."""
        return "" if self.cleaned_data["meant"] == self.OWN else str(self.cleaned_data["meant"])

    @property
    def fact_kind(self) -> FactKind:
        """What it is about, once the form is valid."""
        return FactKind(self.cleaned_data["kind"])

    @property
    def fact_polarity(self) -> Polarity:
        """How it is meant, once the form is valid."""
        return Polarity(self.cleaned_data["polarity"] or usual_polarity(self.fact_kind))


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
