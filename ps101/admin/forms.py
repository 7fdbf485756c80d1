"""What staff write: a flow as text."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ps101.domain.flow import Flow
from ps101.domain.flow_text import Document, Unusable, as_text, line_of, read
from ps101.models import FlowVersion
from ps101.sentences import flaw_lines
from ps101.services.flows import next_number

LONGEST_FLOW = 200_000


class FlowForm(forms.ModelForm[FlowVersion]):
    """A draft as text; what is wrong with it is said line by line."""

    text = forms.CharField(
        label=gettext_lazy("flow"),
        help_text=gettext_lazy("Keys of questions stay the same for ever: answers are found by them."),
        max_length=LONGEST_FLOW,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 40, "class": "vLargeTextField flow-text", "spellcheck": "true"}),
    )
    document: Document
    flow: Flow

    class Meta:
        model = FlowVersion
        fields = ()

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        if self.instance.pk:
            self.initial.setdefault("text", as_text(self.instance.document))

    def clean_text(self) -> str:
        """Read the text as the loader reads a file."""
        text: str = self.cleaned_data["text"]
        try:
            self.document, self.flow = read(text)
        except Unusable as error:
            raise forms.ValidationError(flaw_lines(error, text)) from error
        others = FlowVersion.objects.filter(key=self.flow.key, version=self.flow.version)
        if others.exclude(pk=self.instance.pk).exists():
            told = {"line": line_of(text, ("version",)), "free": next_number(self.flow.key)}
            raise forms.ValidationError(
                _("Line %(line)d, version: another version has this number. The next free one is %(free)d.") % told
            )
        return text


def text_of_next(version: FlowVersion) -> str:
    """Return a version as the text of the one that may follow it."""
    return as_text({**version.document, "version": next_number(version.key)})
