"""Sentences and labels for what the domain reports as codes and addresses."""

from django.utils.translation import gettext as _

from resume.domain.changes import Change, What
from resume.domain.compare import State
from resume.domain.document import Item, items_of
from resume.domain.pointers import JSON, split
from resume.domain.suggest import Suggested


def section_label(section: str) -> str:
    """Name a section as the pages do."""
    labels = {
        "basics": _("top"),
        "meta": _("order of the sections"),
        "work": _("work"),
        "volunteer": _("volunteering"),
        "projects": _("projects"),
        "education": _("education"),
        "certificates": _("licences and certificates"),
        "skills": _("skills"),
        "languages": _("languages"),
        "publications": _("publications"),
        "awards": _("awards"),
        "interests": _("interests"),
        "references": _("references"),
        "other": _("more"),
    }
    return labels.get(section, section)


def field_label(name: str) -> str:
    """Name a field as the forms do."""
    labels = {
        "name": _("name"),
        "label": _("headline"),
        "summary": _("summary"),
        "email": _("e-mail"),
        "phone": _("phone"),
        "url": _("web address"),
        "city": _("town"),
    }
    return labels.get(name, "")


def where_words(document: JSON, pointer: str) -> str:
    """Say where an address is: the section, and what stands there."""
    parts = split(pointer)
    if not parts:
        return _("the whole résumé")
    if parts[0] == "basics":
        return field_label(parts[-1]) or section_label("basics")
    if parts[0] == "meta":
        return section_label("meta")
    item = _item(document, parts)
    title = item.title if item and parts[0] not in ("skills", "certificates") else ""
    return ", ".join(part for part in (section_label(parts[0]), title) if part)


def _item(document: JSON, parts: list[str]) -> Item | None:
    if len(parts) < 2 or not parts[1].isdecimal():
        return None
    return next((item for item in items_of(document, parts[0]) if item.pointer == f"/{parts[0]}/{parts[1]}"), None)


def change_title(change: Change) -> str:
    """Say in a line what a change does."""
    titles = {
        What.HEADLINE: _("The title on top is one you held and they look for."),
        What.SUMMARY_MADE: _("An opening line out of what you have shown."),
        What.SUMMARY_SHORTENED: _("The opening keeps what answers this posting."),
        What.BULLETS_ORDERED: _("What they ask for stands first."),
        What.BULLET_REDUCED: _("The same line without its empty opening."),
        What.BULLET_LEFT_OUT: _("A line that answers nothing here is left out, for length."),
        What.SKILL_ADDED: _("A skill you have shown joins the list."),
        What.SKILL_WORDED: _("The skill is named as they name it."),
        What.SKILLS_ORDERED: _("The skills they ask for stand first."),
        What.CERTIFICATE_ADDED: _("A licence you told about joins the list."),
        What.SECTIONS_ORDERED: _("The section they ask for above all moves up."),
        What.TAKEN_AWAY: _("Left out, because you took away what it rests on."),
    }
    return titles[change.what]


def suggestion_words(what: Suggested, words: str) -> tuple[str, str]:
    """Say what a suggestion proposes, and why."""
    match what:
        case Suggested.SHORTER:
            return _("Begin with what you did."), _("The opening words say nothing that the rest does not say.")
        case Suggested.NO_CONTACT:
            return _("Add an e-mail address or a phone number."), _("Nobody can answer without one.")
        case Suggested.NO_DATES:
            return _("Add from when to when, if you like."), _(
                "Most readers look for years first; the year alone is enough."
            )
        case Suggested.NO_LINES:
            return _("Add one line about what you did there."), _("A title alone leaves the reader guessing.")
        case Suggested.UNSUPPORTED:
            told = _("“%(words)s” is in none of your files and answers.") % {"words": words}
            return _("Is this yours? Then say it in your answers, or leave it out."), told


def state_label(state: State) -> str:
    """Name what became of a place."""
    labels = {
        State.CHANGED: _("changed"),
        State.ADDED: _("new"),
        State.REMOVED: _("gone"),
        State.MOVED: _("moved"),
    }
    return labels[state]
