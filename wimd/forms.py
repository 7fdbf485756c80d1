"""What the coach's pages take."""

from django import forms

from mosaic.lib.text import normalised

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
