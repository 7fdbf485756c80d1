"""A résumé laid out as a person reads it: headings, entries and lines, in one order for every format."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from resume.domain.document import Item, basics_of, items_of, order_of
from resume.domain.languages import Language, language
from resume.domain.pointers import JSON

DOT = " · "


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a place in time: a job, a school, a project."""

    title: str
    organisation: str = ""
    when: str = ""
    place: str = ""
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    pointer: str = ""

    @property
    def head(self) -> str:
        """What it was and where, in one line."""
        return ", ".join(part for part in (self.title, self.organisation) if part)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with entries, or with plain lines."""

    key: str
    heading: str
    entries: tuple[Entry, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole résumé. `contact` is empty when it is put in only on the way out."""

    language: str
    name: str
    headline: str
    contact: tuple[str, ...]
    summary_heading: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]


def lay_out(document: JSON, tag: str, *, contact: bool = True) -> Sheet:
    """Return a document as a sheet in a language, with or without phone, e-mail and addresses."""
    speaking, basics = language(tag), basics_of(document)
    sections = (_section(document, name, speaking) for name in order_of(document))
    return Sheet(
        language=tag,
        name=_clean(basics.text("name")),
        headline=_clean(basics.text("label")),
        contact=tuple(_contact(basics) if contact else _place(basics)),
        summary_heading=speaking.headings["summary"],
        summary=tuple(_paragraphs(basics.text("summary"))),
        sections=tuple(one for one in sections if one.entries or one.lines),
    )


def strings_of(sheet: Sheet) -> Iterator[str]:
    """Yield everything on a sheet in reading order."""
    yield from (sheet.name, sheet.headline, DOT.join(sheet.contact))
    if sheet.summary:
        yield from (sheet.summary_heading, *sheet.summary)
    for section in sheet.sections:
        yield section.heading
        for entry in section.entries:
            yield from (entry.head, entry.when, entry.place, *entry.paragraphs, *entry.bullets)
        yield from section.lines


def _contact(basics: Item) -> Iterator[str]:
    yield from _place(basics)
    yield from (_clean(basics.text(name)) for name in ("phone", "email", "url") if basics.text(name))
    profiles = basics.fields.get("profiles")
    for profile in profiles if isinstance(profiles, list) else []:
        if isinstance(profile, dict):
            one = Item("profiles", "", profile)
            shown = one.text("url") or ": ".join(part for part in (one.text("network"), one.text("username")) if part)
            if shown and shown != basics.text("url"):
                yield _clean(shown)


def _place(basics: Item) -> Iterator[str]:
    location = basics.fields.get("location")
    if not isinstance(location, dict):
        return
    place = Item("location", "", location)
    town = " ".join(part for part in (place.text("postalCode"), place.text("city")) if part)
    parts = (place.text("address"), town, place.text("region"), place.text("countryCode"))
    joined = ", ".join(part for part in parts if part)
    if joined:
        yield _clean(joined)


def _section(document: JSON, name: str, speaking: Language) -> Section:
    items = items_of(document, name)
    heading = speaking.headings[name]
    if name == "skills":
        return Section(name, heading, lines=tuple(_skill_lines(items)))
    if name == "languages":
        spoken = DOT.join(line for item in items if (line := _line(item, speaking)))
        return Section(name, heading, lines=(spoken,) if spoken else ())
    if name in ("interests", "references", "certificates", "awards", "publications"):
        return Section(name, heading, lines=tuple(line for item in items if (line := _line(item, speaking))))
    entries = (_entry(item, speaking) for item in items)
    return Section(name, heading, entries=tuple(one for one in entries if one.head or one.bullets or one.paragraphs))


def _entry(item: Item, speaking: Language) -> Entry:
    titles = {
        "work": ("position",),
        "volunteer": ("position",),
        "education": ("studyType", "area"),
        "projects": ("name",),
        "other": ("name",),
    }[item.section]
    organisation = {"volunteer": "organization", "education": "institution", "projects": "entity"}.get(item.section)
    notes = [text for name in ("description", "summary", "score") for text in _paragraphs(item.text(name))]
    return Entry(
        title=", ".join(_clean(item.text(name)) for name in titles if item.text(name)),
        organisation=_clean(item.text(organisation or "name")) if item.section != "other" else "",
        when=_when(item, speaking),
        place=_clean(DOT.join(part for part in (item.text("location"), item.text("url")) if part)),
        paragraphs=tuple(notes),
        bullets=tuple(_bullets(item)),
        pointer=item.pointer,
    )


def _bullets(item: Item) -> Iterator[str]:
    yield from (_clean(one) for name in ("highlights", "courses") for one in item.texts(name) if one.strip())
    keywords = ", ".join(_clean(one) for one in item.texts("keywords") if one.strip())
    if keywords:
        yield keywords


def _when(item: Item, speaking: Language) -> str:
    """Return the time of an entry. By the schema's custom, work without an end goes on."""
    start, end = speaking.date(item.text("startDate")), speaking.date(item.text("endDate"))
    if start and not end and item.section in ("work", "volunteer"):
        end = speaking.now
    return " – ".join(dict.fromkeys(part for part in (start, end) if part))


def _skill_lines(items: tuple[Item, ...]) -> Iterator[str]:
    """Yield groups on lines of their own, and what stands alone together on one."""
    alone = [_with_level(item, "level") for item in items if not item.texts("keywords")]
    if alone := [one for one in alone if one]:
        yield DOT.join(alone)
    for item in items:
        keywords = ", ".join(_clean(one) for one in item.texts("keywords") if one)
        if keywords:
            name = _with_level(item, "level")
            yield f"{name}: {keywords}" if name else keywords


def _line(item: Item, speaking: Language) -> str:
    """Return an item that needs no more than a line."""
    name = _with_level(item, "fluency") if item.section == "languages" else item.title
    details = [item.text(key) for key in ("issuer", "awarder", "publisher") if item.text(key)]
    details += [speaking.date(item.text(key)) for key in ("date", "releaseDate") if item.text(key)]
    line = ", ".join(_clean(part) for part in (name, *details) if part)
    more = [*item.texts("keywords")] if item.section == "interests" else []
    more += [item.text(key) for key in ("summary", "reference", "url") if item.text(key)]
    told = ", ".join(_clean(part) for part in more if part)
    return f"{line}: {told}" if line and told else line or told


def _with_level(item: Item, level: str) -> str:
    name, said = _clean(item.text("language") or item.text("name")), _clean(item.text(level))
    return f"{name} ({said})" if name and said else name


def _paragraphs(text: str) -> Iterator[str]:
    yield from (_clean(line) for line in text.splitlines() if line.strip())


def _clean(text: str) -> str:
    """Return text in one line, composed, without signs that no page can show."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(letter for letter in composed if unicodedata.category(letter) not in ("Cc", "Cs", "Co", "Cn"))
