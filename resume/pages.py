"""What the résumé pages show."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from mosaic.lib.pdf import MissingGlyphs, Paper, paper_for
from mosaic.people.models import Person
from resume import queries
from resume.domain.changes import Change, Operation, What
from resume.domain.compare import Difference, Part, State, compare, word_parts
from resume.domain.document import SECTIONS, Item, Source, basics_of, items_of
from resume.domain.pointers import JSON
from resume.domain.suggest import Suggestion, suggestions
from resume.models import Version
from resume.rendering.files import Format, Made, render
from resume.rendering.readback import ReadBack, of_pdf
from resume.rendering.sheet import Sheet, lay_out
from resume.words import change_title, section_label, state_label, suggestion_words, where_words

Shown = dict[str, object]
MOST_LISTED = 4


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change with its words, ready for a template."""

    id: str
    title: str
    where: str
    parts: tuple[Part, ...]
    listed: tuple[str, ...]
    asked: str
    quote: str
    caption: str
    link: str
    can_be_undone: bool


@dataclass(frozen=True, slots=True)
class ShownFormat:
    """A way to take a version along."""

    label: str
    link: str


def studio(person: Person) -> Shown:
    """Return what there is to begin from, for somebody without a résumé."""
    return {"uploads": queries.readable_uploads_of(person), "has_facts": queries.has_facts_for(person)}


def version(person: Person, shown: Version) -> Shown:
    """Return a version as a sheet, with what could be better and the ways to take it along."""
    document = queries.sourced(shown).document
    return frame(person, shown) | {
        "sheet": lay_out(document, shown.resume.language, contact=False),
        "suggestions": [_suggestion(document, one) for one in suggestions(document, queries.sources_of(person, shown))],
        "formats": formats(person, shown),
        "paper": paper_for(person.region),
    }


def changes(person: Person, shown: Version) -> Shown:
    """Return what was done for the posting, one change after the other."""
    ground = queries.ground_of(shown)
    document = ground.document if ground else {}
    made = queries.changes_of(shown)
    return frame(person, shown) | {
        "sheet": lay_out(queries.sourced(shown).document, shown.resume.language, contact=False),
        "changes": [_change(person, document, one) for one in made if one.can_be_undone],
        "taken_away": [_change(person, document, one) for one in made if not one.can_be_undone],
    }


def comparison(person: Person, old: Version, new: Version) -> Shown:
    """Return what differs between two versions."""
    document = queries.sourced(new).document
    found = compare(queries.sourced(old).document, document)
    return frame(person, new) | {
        "old": old,
        "others": [one for one in queries.versions_of(person) if one.pk != new.pk],
        "differences": [_difference(document, one) for one in found],
    }


def check(person: Person, shown: Version) -> Shown:
    """Return what a machine reads in the PDF, or which letters no font draws."""
    document = queries.sourced(shown).document
    sheet = lay_out(document, shown.resume.language)
    read, letters = _read_back(shown, document, sheet, paper_for(person.region))
    return frame(person, shown) | {"read": read, "letters": letters, "formats": formats(person, shown)}


def history(person: Person, shown: Version) -> Shown:
    """Return all versions, with those marked that hold something taken away."""
    versions = list(queries.versions_of(person))
    marked = queries.holding_removed(person, versions)
    return frame(person, shown) | {"versions": [(one, one.pk in marked) for one in versions]}


def editing(person: Person, shown: Version) -> Shown:
    """Return the entries of every section, to change one at a time."""
    document = queries.sourced(shown).document
    sections = [(name, section_label(name), items_of(document, name)) for name in SECTIONS]
    return frame(person, shown) | {
        "filled": [one for one in sections if one[2]],
        "empty": [one for one in sections if not one[2]],
        "basics": basics_of(document),
    }


def entry(person: Person, shown: Version, section: str, item: Item | None) -> Shown:
    """Return what stands around the form of one entry."""
    return frame(person, shown) | {"section": section_label(section), "item": item}


def frame(person: Person, shown: Version) -> Shown:
    """Return what stands around every page of a version."""
    latest = queries.versions_of(person).filter(resume=shown.resume).first()
    return {
        "version": shown,
        "count": latest.number if latest else shown.number,
        "is_latest": latest is not None and latest.pk == shown.pk,
        "has_removed": bool(queries.holding_removed(person, [shown])),
        "has_changes": bool(shown.changes),
    }


def formats(person: Person, shown: Version) -> list[ShownFormat]:
    """Return the ways to take a version along; a PDF in the other paper too."""
    labels = {
        Format.PDF: "PDF",
        Format.DOCX: "DOCX",
        Format.MARKDOWN: "Markdown",
        Format.TEXT: _("text"),
        Format.JSON: "JSON Resume",
    }
    return [
        ShownFormat(label, reverse("resume:export", args=[shown.pk, file_format.value]))
        for file_format, label in labels.items()
    ]


def _read_back(shown: Version, document: JSON, sheet: Sheet, paper: Paper) -> tuple[ReadBack | None, str]:
    made = Made(document, shown.resume.language, sheet.name or shown.name, shown.created_at, paper)
    try:
        return of_pdf(render(made, Format.PDF), sheet), ""
    except MissingGlyphs as error:
        return None, error.letters


def _change(person: Person, document: JSON, change: Change) -> ShownChange:
    source = change.sources[0] if change.sources else None
    caption, link = _origin(person, source)
    return ShownChange(
        id=change.id,
        title=change_title(change),
        where=where_words(document, change.pointer),
        parts=_parts(change),
        listed=_listed(change),
        asked=change.requirement.quote if change.requirement else "",
        quote=source.quote if source else "",
        caption=caption,
        link=link,
        can_be_undone=change.can_be_undone,
    )


def _parts(change: Change) -> tuple[Part, ...]:
    """Return one text as changed; lists in another order have no marked words."""
    if change.operation is Operation.ORDER or change.what is What.SECTIONS_ORDERED:
        return ()
    return word_parts(" ".join(change.before), " ".join(change.after))


def _listed(change: Change) -> tuple[str, ...]:
    """Return what stands first now."""
    if change.what is What.SECTIONS_ORDERED:
        return tuple(section_label(name) for name in change.after[:MOST_LISTED])
    return change.after[:MOST_LISTED] if change.operation is Operation.ORDER else ()


def _origin(person: Person, source: Source | None) -> tuple[str, str]:
    """Return where words come from, and the address where they can be seen."""
    if source and source.upload_id:
        upload = queries.upload_of(person, source.upload_id)
        if upload:
            return upload.filename, reverse("wimd:file", args=[upload.pk])
    if source and source.experience_id:
        return _("what you told you have done"), reverse("ps101:experiences")
    if source and source.fact_id:
        return _("what you told, in your facts"), reverse("ps101:understood")
    return _("your résumé"), ""


def _suggestion(document: JSON, one: Suggestion) -> Shown:
    what, why = suggestion_words(one.what, one.words)
    parts: Sequence[Part] = word_parts(one.words, one.fix) if one.fix else ()
    return {"what": what, "why": why, "where": where_words(document, one.pointer), "parts": parts}


def _difference(document: JSON, one: Difference) -> Shown:
    parts = [Part(part.op, section_label(part.text)) for part in one.parts] if one.section == "meta" else one.parts
    where = where_words(document, one.pointer)
    if one.state is State.REMOVED:
        # What is gone stands nowhere in the newer document, so it is named by what it belonged to.
        owner = one.belongs_to if one.section not in ("skills", "certificates") else ""
        where = ", ".join(part for part in (section_label(one.section), owner) if part)
    return {"where": where, "state": state_label(one.state), "parts": parts, "is_list": one.section == "meta"}
