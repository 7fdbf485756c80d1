"""What the résumé pages take: the head, and one entry of one section at a time."""

import re
from collections.abc import Mapping
from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from mosaic.lib.text import normalised
from resume.domain.document import Item, NotAResume
from resume.domain.pointers import JSON
from resume.services import LONGEST_NAME

LONGEST_LINE, LONGEST_LINES = 400, 8_000
_DATE = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2])(-[0-3]\d)?)?")
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])[/.]([12]\d{3})")

LINE, DATE, TEXT, LINES = "line", "date", "text", "lines"
_Field = tuple[str, str, StrOrPromise]
_FROM_TO: tuple[_Field, ...] = (("startDate", DATE, _("From")), ("endDate", DATE, _("To (open for now)")))
_LINES: _Field = ("highlights", LINES, _("What you did, one line each"))
# The fields of one entry of a section, in the order in which they are asked.
ENTRIES: Mapping[str, tuple[_Field, ...]] = {
    "work": (
        ("position", LINE, _("What you were")),
        ("name", LINE, _("Where, or with whom")),
        ("location", LINE, _("Town")),
        *_FROM_TO,
        ("summary", TEXT, _("In a sentence")),
        _LINES,
    ),
    "volunteer": (("position", LINE, _("What you were")), ("organization", LINE, _("With whom")), *_FROM_TO, _LINES),
    "projects": (("name", LINE, _("Name")), ("description", TEXT, _("In a sentence")), *_FROM_TO, _LINES),
    "education": (
        ("studyType", LINE, _("Degree or training")),
        ("area", LINE, _("Subject")),
        ("institution", LINE, _("School")),
        *_FROM_TO,
        ("courses", LINES, _("Courses, one line each")),
    ),
    "certificates": (("name", LINE, _("Name")), ("issuer", LINE, _("Issued by")), ("date", DATE, _("When"))),
    "skills": (
        ("name", LINE, _("Skill, or name of a group")),
        ("keywords", LINES, _("Skills of the group, one line each")),
    ),
    "languages": (("language", LINE, _("Language")), ("fluency", LINE, _("How well"))),
    "publications": (
        ("name", LINE, _("Title")),
        ("publisher", LINE, _("Published by")),
        ("releaseDate", DATE, _("When")),
    ),
    "awards": (("title", LINE, _("Title")), ("awarder", LINE, _("Given by")), ("date", DATE, _("When"))),
    "interests": (("name", LINE, _("Interest")),),
    "references": (("name", LINE, _("Who")), ("reference", TEXT, _("What they say"))),
    "other": (("name", LINE, _("Heading")), ("highlights", LINES, _("Lines"))),
}


class PartialDate(forms.CharField):
    """A year, or a year and a month; 03/2018 is understood."""

    def clean(self, value: object) -> str:
        """Return an ISO date as exact as it was typed."""
        typed = str(super().clean(value)).strip()
        month_first = _MONTH_FIRST.fullmatch(typed)
        date = f"{month_first[2]}-{int(month_first[1]):02}" if month_first else typed
        if date and not _DATE.fullmatch(date):
            raise forms.ValidationError(_("A year, or a year and a month: 2018 or 2018-03."), code="date")
        return date


class Lines(forms.CharField):
    """Several lines of text."""

    widget = forms.Textarea

    def clean(self, value: object) -> list[str]:
        """Return the lines that say something, without bullets."""
        typed = normalised(str(super().clean(value)))
        return [line.strip(" \t-–•*") for line in typed.splitlines() if line.strip(" \t-–•*")]


class Short(forms.Textarea):
    """Room for a sentence or two."""

    def __init__(self) -> None:
        super().__init__(attrs={"rows": 2})


def _made(kind: str, label: StrOrPromise) -> forms.Field:
    match kind:
        case "date":
            return PartialDate(label=label, required=False, max_length=10)
        case "lines":
            return Lines(label=label, required=False, max_length=LONGEST_LINES)
        case "text":
            return forms.CharField(label=label, required=False, max_length=LONGEST_LINES, widget=Short())
        case _:
            return forms.CharField(label=label, required=False, max_length=LONGEST_LINE)


class EntryForm(forms.Form):
    """One entry of a section."""

    def __init__(self, section: str, data: Mapping[str, object] | None = None, item: Item | None = None) -> None:
        initial: dict[str, object] = {}
        for name, kind, _label in ENTRIES[section] if item else ():
            initial[name] = "\n".join(item.texts(name)) if kind == LINES and item else item.text(name) if item else ""
        super().__init__(data, initial=initial)
        self.fields = {name: _made(kind, label) for name, kind, label in ENTRIES[section]}

    def clean(self) -> dict[str, object]:
        """An entry says something."""
        typed = self.cleaned_data
        if not self.errors and not any(typed.values()):
            raise forms.ValidationError(_("One of the fields is enough, but one it is."), code="empty")
        return typed

    @property
    def entry(self) -> JSON:
        """The entry as JSON Resume."""
        return cast(JSON, dict(self.cleaned_data))


class HeadForm(forms.Form):
    """Who it is, and how to reach them."""

    name = forms.CharField(label=_("Name"), required=False, max_length=LONGEST_LINE)
    label = forms.CharField(label=_("Headline"), required=False, max_length=LONGEST_LINE)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Phone"), required=False, max_length=60)
    url = forms.URLField(label=_("Web address"), required=False, assume_scheme="https")
    city = forms.CharField(label=_("Town"), required=False, max_length=LONGEST_LINE)
    summary = forms.CharField(label=_("Opening"), required=False, max_length=LONGEST_LINES, widget=forms.Textarea)

    @classmethod
    def of(cls, basics: Item) -> "HeadForm":
        """Return the form filled with what stands."""
        location = basics.fields.get("location")
        city = location.get("city", "") if isinstance(location, dict) else ""
        names = ("name", "label", "email", "phone", "url", "summary")
        return cls(initial={name: basics.text(name) for name in names} | {"city": city})

    def head(self, basics: Item) -> JSON:
        """Return the fields as JSON Resume; parts of the place that are not asked for stay."""
        typed = dict(self.cleaned_data)
        before = basics.fields.get("location")
        location = {**(before if isinstance(before, dict) else {}), "city": typed.pop("city")}
        return {**typed, "location": {name: value for name, value in location.items() if value}}


class NameForm(forms.Form):
    """What a résumé or a version is called."""

    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)


def add_findings(form: forms.Form, error: NotAResume) -> None:
    """Put what the schema minds under the fields it is about."""
    for finding in error.findings:
        name = finding.pointer.rpartition("/")[2]
        form.add_error(name if name in form.fields else None, _("This cannot be used as it is written."))
