"""What the page of a file shows of the résumé that was read in it: sections, entries, rows, and the text beside."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.formats import date_format
from django_stubs_ext import StrOrPromise

from mosaic.lib.countries import countries
from wimd.domain.corrections import Revised, Span, Value
from wimd.domain.marking import Piece, marked
from wimd.domain.parts import PARTS, Form, Kind, Part
from wimd.domain.units import BREAKS, NAMED, Unit, named
from wimd.models import Upload
from wimd.words.fields import PARTS as TITLES
from wimd.words.fields import field_label

PLACE = "location/"
# Sections that are named even when nothing was found for them.
EXPECTED = ("contact", "summary", "work", "education", "skills", "languages")


@dataclass(frozen=True, slots=True)
class Shown:
    """One value: its words, its path, the anchor of where it was read, and what was read when it was changed.

    `after` is what stands between it and the next.
    """

    text: str
    path: str
    source: str = ""
    was: str = ""
    is_edited: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A label with its values; one without any says that nothing was found, `path` leads to the field."""

    label: StrOrPromise
    values: Sequence[Shown]
    path: str
    is_list: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is changed at once: `key` names its form, `title` says which one it is."""

    key: str
    title: str
    head: Shown | None
    rows: Sequence[Row]
    is_added: bool = False

    @property
    def anchor(self) -> str:
        """The id on the page."""
        return place_of_key(self.key)


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one kind, names in a row, and what was taken out; `new` is the key of the form for another one.

    `whole` is the one entry of a section that is no list.
    """

    name: str
    title: StrOrPromise
    entries: Sequence[Entry]
    names: Sequence[Shown] = ()
    gone: Sequence[Shown] = ()
    lines: str = ""
    new: str = ""
    whole: Entry | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not (self.entries or self.names)


def sections(revised: Revised) -> list[Section]:
    """Return all sections in the order of the page."""
    found: list[Section] = []
    for part in PARTS:
        if not part.is_list:
            found.append(_whole(revised, part))
            continue
        found.append(_listed(revised, part, part.name))
        if part.name == "work":
            found.append(_listed(revised, part, BREAKS))
    return found


def source(upload: Upload, revised: Revised, said: Mapping[str, Span]) -> list[Piece]:
    """Return the text of a file with the places marked that values were read from, and what facts rest on."""
    return marked(upload.text, {**said, **{anchor(path): span for path, span in revised.read.spans.items()}})


def read_for(revised: Revised, unit: Unit) -> list[str]:
    """Return the ids of the places that the values of a unit were read from, as they follow in the text."""
    fields = tuple(f"{unit.entry}/{kind.key}/" for kind in unit.part.kinds)
    inside = [path for path in revised.read.spans if f"{path}/".startswith(fields)]
    return [anchor(path) for path in sorted(inside, key=lambda path: revised.read.spans[path])]


def anchor(path: str) -> str:
    """Return the id of the place in the text that a value was read from."""
    return "at-" + path.replace("/", "-")


def place_of_key(key: str) -> str:
    """Return the id on the page of what has a form of this key; a new entry is found by its section."""
    first, _, rest = key.partition("/")
    return f"s-{first}" if rest in ("new", "lines") or not key else "e-" + key.replace("/", "-")


def _whole(revised: Revised, part: Part) -> Section:
    values = list(revised.entry(part, part.path))
    is_there = any(one.value or one.is_edited or one.kind.important for one in values)
    entry = Entry(part.name, str(TITLES[part.name]), None, list(_rows(part, values)))
    return Section(
        part.name,
        TITLES[part.name],
        [entry] if is_there else [],
        new="" if is_there else part.name,
        whole=entry if is_there else None,
    )


def _listed(revised: Revised, part: Part, name: str) -> Section:
    names = named(revised, part) if part.name in NAMED else {}
    numbers = [
        number
        for number in revised.numbers(part.path)
        if number not in names and revised.is_break(part, number) == (name == BREAKS)
    ]
    gone = [n for n in revised.removed(part.path) if revised.is_break(part, n) == (name == BREAKS)]
    key = NAMED.get(part.name, "")
    return Section(
        name,
        TITLES[name],
        [_entry(revised, part, number) for number in numbers],
        names=[shown(revised.value(part, part.kinds[0], f"{part.path}/{number}/{key}")) for number in names],
        gone=[_taken_out(revised, part, number) for number in gone],
        lines=f"{part.name}/lines" if names else "",
        new=f"{name}/lines" if part.name in NAMED else f"{name}/new",
    )


def _entry(revised: Revised, part: Part, number: int) -> Entry:
    path = f"{part.path}/{number}"
    values = list(revised.entry(part, path))
    head = next((one for one in values if one.value and one.kind.form is Form.LINE), None)
    rest = [one for one in values if head is None or one.path != head.path]
    is_break = revised.is_break(part, number)
    return Entry(
        f"{part.name}/{number}",
        (head.value if head else None) or str(TITLES[BREAKS if is_break else part.name]),
        shown(head) if head else None,
        list(_rows(part, rest, is_break=is_break)),
        is_added=number >= revised.count(part.path),
    )


def _taken_out(revised: Revised, part: Part, number: int) -> Shown:
    path = f"{part.path}/{number}"
    texts = (revised.text(f"{path}/{kind.key}") for kind in part.kinds if kind.form is not Form.LINES)
    return Shown(" · ".join([text for text in texts if text][:2]) or str(TITLES[part.name]), path)


def _rows(part: Part, values: Sequence[Value], *, is_break: bool = False) -> Iterator[Row]:
    """Yield the rows of an entry: dates and the parts of a place share one, lines make a list."""
    dates = [one for one in values if one.kind.form is Form.DATE]
    place = [one for one in values if one.kind.key.startswith(PLACE)]
    done: set[str] = set()
    for one in values:
        if one.kind.key in done:
            continue
        together = dates if one in dates else place if one in place else [v for v in values if v.kind == one.kind]
        done |= {each.kind.key for each in together}
        row = _row(part, one.kind, together, is_break=is_break)
        if row.values or (one.kind.important and not (is_break and one.kind.key == "name")):
            yield row


def _row(part: Part, kind: Kind, together: Sequence[Value], *, is_break: bool) -> Row:
    is_time, is_place = kind.form is Form.DATE, kind.key.startswith(PLACE)
    label = field_label(part, kind, is_break=is_break)
    if is_place or (is_time and len(together) > 1):
        label = TITLES["place" if is_place else "when"]
    is_open = is_time and len(together) > 1 and bool(together[0].value) and not (together[1].value or together[1].read)
    values = [shown(one) for one in together if one.value or one.is_edited]
    joint = "" if kind.form is Form.LINES else " – " if is_time else ","
    joined = [replace(one, after=joint) for one in values[: None if is_open else -1]] + ([] if is_open else values[-1:])
    is_named = part.name != "summary"
    return Row(label if is_named else "", joined, together[0].path, kind.form is Form.LINES, is_open)


def shown(one: Value) -> Shown:
    """Return a value as it is shown."""
    return Shown(
        _words(one.kind, one.value or ""),
        one.path,
        source=anchor(one.path) if one.span else "",
        was=_words(one.kind, one.read or "") if one.is_edited else "",
        is_edited=one.is_edited,
    )


def _words(kind: Kind, text: str) -> str:
    """Return months and countries by their names."""
    if kind.form is Form.COUNTRY:
        return countries().get(text, text)
    day = _day(text) if kind.form is Form.DATE else None
    return date_format(day, "F Y" if len(text) == len("2018-03") else "j F Y") if day else text


def _day(text: str) -> date | None:
    """Return the day a date begins with, None for a year or for what is no date."""
    try:
        return date.fromisoformat(f"{text}-01"[: len("2018-03-01")]) if len(text) >= len("2018-03") else None
    except ValueError:
        return None
