"""What the parts and the fields of a résumé are called."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from wimd.domain.parts import Form, Kind, Part
from wimd.domain.units import Unit, Way

PARTS: Mapping[str, StrOrPromise] = {
    "contact": _("contact"),
    "profiles": _("profiles"),
    "summary": _("summary"),
    "work": _("work"),
    "breaks": _("breaks"),
    "education": _("education"),
    "skills": _("skills"),
    "languages": _("languages"),
    "certificates": _("certificates"),
    "projects": _("projects"),
    "volunteer": _("volunteering"),
    "publications": _("publications"),
    "awards": _("awards"),
    "interests": _("interests"),
    "references": _("references"),
    "when": _("when"),
    "place": _("place"),
}
FIELDS: Mapping[str, StrOrPromise] = {
    "name": _("name"),
    "label": _("headline"),
    "email": _("e-mail"),
    "phone": _("phone"),
    "url": _("website"),
    "location/address": _("street"),
    "location/postalCode": _("postal code"),
    "location/city": _("town"),
    "location/region": _("region"),
    "location/countryCode": _("country"),
    "network": _("network"),
    "username": _("user name"),
    "summary": _("in a sentence"),
    "position": _("role"),
    "location": _("place"),
    "startDate": _("from"),
    "endDate": _("to"),
    "highlights": _("what you did"),
    "studyType": _("degree or training"),
    "area": _("subject"),
    "institution": _("school"),
    "score": _("grade"),
    "courses": _("courses"),
    "level": _("level"),
    "keywords": _("skills of the group"),
    "language": _("language"),
    "fluency": _("how well"),
    "issuer": _("issued by"),
    "date": _("when"),
    "roles": _("roles"),
    "description": _("in a sentence"),
    "organization": _("with whom"),
    "releaseDate": _("when"),
    "title": _("title"),
    "reference": _("reference"),
}
SPECIAL: Mapping[str, StrOrPromise] = {
    "summary/summary": _("summary"),
    "work/name": _("employer"),
    "skills/name": _("skill"),
    "interests/name": _("interest"),
    "publications/name": _("title"),
    "profiles/url": _("address"),
    "projects/url": _("address"),
}
BREAK: Mapping[str, StrOrPromise] = {"position": _("reason"), "name": _("with whom"), "highlights": _("in those years")}


def field_label(part: Part, kind: Kind, *, is_break: bool = False) -> StrOrPromise:
    """Return what a field is called."""
    if is_break and kind.key in BREAK:
        return BREAK[kind.key]
    return SPECIAL.get(f"{part.name}/{kind.key}", FIELDS[kind.key])


HINTS: Mapping[Form, StrOrPromise] = {
    Form.DATE: _("2018, 2018-03 or March 2018"),
    Form.LINES: _("one in a line"),
    Form.COUNTRY: _("two letters, such as SE"),
}
NAMES: Mapping[str, StrOrPromise] = {"skills": _("skills"), "interests": _("interests")}


def input_label(unit: Unit, kind: Kind) -> str:
    """Return what stands over a field of a form."""
    label = NAMES[unit.part.name] if unit.way is Way.LINES else field_label(unit.part, kind, is_break=unit.is_break)
    text = str(label)
    return text[:1].upper() + text[1:]


def hint_of(kind: Kind) -> StrOrPromise:
    """Return how a field may be filled, "" when everything goes."""
    return HINTS.get(kind.form, "")
