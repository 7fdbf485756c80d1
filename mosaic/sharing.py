"""What a share link can show, put together from the apps. Contact data never goes along."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from mosaic import home
from mosaic.domain.contact import without_contact
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.queries import standing_facts_of
from mosaic.people import shares
from mosaic.people.models import Person
from opportunity_bridge.pages.applications import card
from opportunity_bridge.queries import applications_of
from resume import queries as resumes
from resume.rendering.sheet import Entry, Section, Sheet, lay_out
from wimd import queries as deltas
from wimd.words.delta import side_name, steps_words

Shown = dict[str, object]
# A permission to work is told to whom somebody chooses to tell it, and to nobody along with other things.
UNSHARED = (FactKind.PREFERRED_NAME, FactKind.QUOTE, FactKind.WORK_PERMISSION)


def register() -> None:
    """Let these parts be chosen."""
    for scope in (
        shares.Scope("resume_version", _("one résumé version"), "shared/_resume.html", resume, versions),
        shares.Scope("delta", _("where I stand and what I want"), "shared/_delta.html", delta),
        shares.Scope("applications", _("my applications and their stages"), "shared/_applications.html", applications),
    ):
        shares.register(scope)


def versions(person: Person) -> Sequence[tuple[UUID, str]]:
    """Return a person's résumé versions to choose from, the latest first."""
    return [(version.pk, version.name) for version in resumes.versions_of(person)]


def resume(person: Person, version_id: UUID | None) -> Shown:
    """Return one version as a sheet without phone, e-mail, addresses and links."""
    version = resumes.versions_of(person).filter(pk=version_id).first() if version_id else None
    if version is None:
        return {"sheet": None}
    return {"sheet": _reduced(lay_out(resumes.sourced(version).document, version.resume.language, contact=False))}


def delta(person: Person, _version: UUID | None) -> Shown:
    """Return the mosaic, the readings, how far each side is, and what is there and wanted, in labels."""
    view = home.view_of(person)
    shown = {name: view[name] for name in ("table", "readings", "placed", "total")}
    facts = standing_facts_of(person).exclude(kind__in=UNSHARED)
    found = deltas.delta_of(person, beyond=False)
    return shown | {
        "target": without_contact(found.target.label) if found.target else "",
        "sides": [(side_name(one.key), steps_words(one.gap.steps) if one.gap else _("unknown")) for one in found.sides],
        "has": [without_contact(fact.label) for fact in facts if fact.polarity == Polarity.HAS],
        "wants": [without_contact(fact.label) for fact in facts if fact.polarity == Polarity.WANTS],
    }


def applications(person: Person, _version: UUID | None) -> Shown:
    """Return role, company and stage of each application; no notes and no enclosures."""
    named = ("role", "company", "stage", "since")
    return {"applications": [{name: card(one, None)[name] for name in named} for one in applications_of(person)]}


def _reduced(sheet: Sheet) -> Sheet:
    return replace(
        sheet,
        contact=(),
        headline=without_contact(sheet.headline),
        summary=_each(sheet.summary),
        sections=tuple(_section(one) for one in sheet.sections),
    )


def _section(section: Section) -> Section:
    return replace(section, entries=tuple(_entry(one) for one in section.entries), lines=_each(section.lines))


def _entry(entry: Entry) -> Entry:
    return replace(
        entry,
        title=without_contact(entry.title),
        organisation=without_contact(entry.organisation),
        paragraphs=_each(entry.paragraphs),
        bullets=_each(entry.bullets),
    )


def _each(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(without_contact(line) for line in lines)
