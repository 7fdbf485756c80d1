"""What the pages of the person's own data take."""

from uuid import UUID
from zoneinfo import available_timezones

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from mosaic.lib.countries import countries
from mosaic.people import shares
from mosaic.people.models import AIMode, Person

ERASE_WORD = _("erase")


class PlaceForm(forms.Form):
    """Time zone and country."""

    timezone = forms.CharField(max_length=64)
    region = forms.CharField(max_length=2, required=False)

    def clean_timezone(self) -> str:
        """Accept IANA names only."""
        name: str = self.cleaned_data["timezone"]
        if name not in available_timezones():
            raise forms.ValidationError(_("This is not a time zone such as Europe/Berlin."))
        return name

    def clean_region(self) -> str:
        """Accept country codes only."""
        code: str = self.cleaned_data["region"]
        if code and code not in countries():
            raise forms.ValidationError(_("This is not a country code."))
        return code


class LeaveForm(forms.Form):
    """The tick that is asked for when nothing else leads back."""

    sure = forms.BooleanField(required=False)


class ModeForm(forms.Form):
    """What a language model may do."""

    mode = forms.TypedChoiceField(choices=AIMode.choices, coerce=AIMode)


class DecisionForm(forms.Form):
    """Yes or no to one text."""

    decision = forms.ChoiceField(choices=[("send", _("send")), ("decline", _("decline"))])


class CommentForm(forms.Form):
    """What the holder of a link answers."""

    author = forms.CharField(max_length=80, required=False)
    text = forms.CharField(max_length=2000, error_messages={"required": _("Write a line first.")})


class ShareForm(forms.Form):
    """What a link shows, for how long, and whether its holder may answer."""

    scopes = forms.MultipleChoiceField(error_messages={"required": _("Choose at least one part to show.")})
    version = forms.TypedChoiceField(required=False, coerce=UUID, empty_value=None)
    days = forms.IntegerField(min_value=1, max_value=shares.MOST_DAYS, initial=7)
    label = forms.CharField(max_length=200, required=False)
    comments = forms.BooleanField(required=False)

    def __init__(self, data: QueryDict | None = None, *, person: Person) -> None:
        super().__init__(data)
        versions = [choice for scope in shares.scopes() if scope.choices for choice in scope.choices(person)]
        self.open_scopes = [scope for scope in shares.scopes() if scope.choices is None or versions]
        scopes, version = self.fields["scopes"], self.fields["version"]
        if isinstance(scopes, forms.ChoiceField) and isinstance(version, forms.ChoiceField):
            scopes.choices = [(scope.code, scope.label) for scope in self.open_scopes]
            version.choices = [("", ""), *((str(pk), label) for pk, label in versions)]


class EraseForm(forms.Form):
    """The typed word that makes erasing deliberate."""

    word = forms.CharField(max_length=40, required=False)

    def clean_word(self) -> str:
        """Accept the word the page asks for, however it is written."""
        word: str = self.cleaned_data["word"]
        if word.strip().casefold() != ERASE_WORD.casefold():
            raise forms.ValidationError(
                _("Type the word “%(word)s” first, so that nothing is erased by accident.") % {"word": ERASE_WORD}
            )
        return word


class ArchiveForm(forms.Form):
    """One archive."""

    file = forms.FileField(allow_empty_file=True, error_messages={"required": _("Choose a file first.")})
