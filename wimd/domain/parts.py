"""What a résumé that was read is made of: its parts and their fields, in reading order.

A part is one object of JSON Resume (`basics`) or a list of objects (`work`). A field's path is that of its value
in the document as it was read: `basics/email`, `work/0/position`, `work/0/highlights/2`. The numbers of what a
person added follow on those of what was read, so that a path never means two things.
"""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What can stand in a field."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    EMAIL = "email"
    URL = "url"
    COUNTRY = "country"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Kind:
    """A field; `important` when its absence is worth a word."""

    key: str
    form: Form = Form.LINE
    important: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part; `path` is where its object or its list of objects stands."""

    name: str
    path: str
    kinds: tuple[Kind, ...]
    is_list: bool = True

    def kind(self, key: str) -> Kind | None:
        """Return the field of a key."""
        return next((kind for kind in self.kinds if kind.key == key), None)


_FROM = Kind("startDate", Form.DATE, important=True)
_TO = Kind("endDate", Form.DATE)
_SUMMARY = Kind("summary", Form.TEXT)
_HIGHLIGHTS = Kind("highlights", Form.LINES)

PARTS = (
    Part(
        "contact",
        "basics",
        (
            Kind("name", important=True),
            Kind("label"),
            Kind("email", Form.EMAIL, important=True),
            Kind("phone"),
            Kind("url", Form.URL),
            Kind("location/address"),
            Kind("location/postalCode"),
            Kind("location/city"),
            Kind("location/region"),
            Kind("location/countryCode", Form.COUNTRY),
        ),
        is_list=False,
    ),
    Part("profiles", "basics/profiles", (Kind("network"), Kind("username"), Kind("url", Form.URL))),
    Part("summary", "basics", (_SUMMARY,), is_list=False),
    Part(
        "work",
        "work",
        (
            Kind("position", important=True),
            Kind("name", important=True),
            Kind("location"),
            _FROM,
            _TO,
            _SUMMARY,
            _HIGHLIGHTS,
        ),
    ),
    Part(
        "education",
        "education",
        (
            Kind("studyType"),
            Kind("area"),
            Kind("institution", important=True),
            Kind("startDate", Form.DATE),
            _TO,
            Kind("score"),
            Kind("courses", Form.LINES),
        ),
    ),
    Part("skills", "skills", (Kind("name", important=True), Kind("level"), Kind("keywords", Form.LINES))),
    Part("languages", "languages", (Kind("language", important=True), Kind("fluency"))),
    Part("certificates", "certificates", (Kind("name", important=True), Kind("issuer"), Kind("date", Form.DATE))),
    Part(
        "projects",
        "projects",
        (
            Kind("name", important=True),
            Kind("roles", Form.LINES),
            Kind("startDate", Form.DATE),
            _TO,
            Kind("url", Form.URL),
            Kind("description", Form.TEXT),
            _HIGHLIGHTS,
        ),
    ),
    Part(
        "volunteer",
        "volunteer",
        (
            Kind("position", important=True),
            Kind("organization"),
            Kind("location"),
            Kind("startDate", Form.DATE),
            _TO,
            _SUMMARY,
            _HIGHLIGHTS,
        ),
    ),
    Part("publications", "publications", (Kind("name", important=True), Kind("releaseDate", Form.DATE))),
    Part("awards", "awards", (Kind("title", important=True), Kind("date", Form.DATE))),
    Part("interests", "interests", (Kind("name", important=True),)),
    Part("references", "references", (Kind("reference", important=True),)),
)
LONGEST_NUMBER = 5
LISTS = {part.path: part for part in PARTS if part.is_list}


@dataclass(frozen=True, slots=True)
class Place:
    """What a path names: a list of entries, an entry of it, a field of the entry, or a line of the field."""

    part: Part
    entry: str = ""
    number: int | None = None
    kind: Kind | None = None
    line: int | None = None

    @property
    def field(self) -> str:
        """The path of the field."""
        return f"{self.entry}/{self.kind.key}" if self.kind else ""


def place_of(path: str) -> Place | None:
    """Return what a path names, or None when there is no such place in any résumé."""
    for part in PARTS:
        if part.is_list and path == part.path:
            return Place(part)
        if path.startswith(part.path + "/"):
            found = _inside(part, path[len(part.path) + 1 :])
            if found:
                return found
    return None


def _inside(part: Part, rest: str) -> Place | None:
    entry, number = part.path, None
    if part.is_list:
        digits, _, rest = rest.partition("/")
        if not _is_number(digits):
            return None
        entry, number = f"{part.path}/{digits}", int(digits)
        if not rest:
            return Place(part, entry, number)
    kind = part.kind(rest)
    if kind:
        return Place(part, entry, number, kind)
    key, _, line = rest.rpartition("/")
    kind = part.kind(key)
    if kind and kind.form is Form.LINES and _is_number(line):
        return Place(part, entry, number, kind, int(line))
    return None


def _is_number(text: str) -> bool:
    """Whether this is how a number in a path is written: no sign, no leading zero, at most five digits."""
    return len(text) <= LONGEST_NUMBER and text.isascii() and text.isdecimal() and str(int(text)) == text


def is_of_value(path: str) -> bool:
    """Whether a path names one value; `work/0/kind` says that an added entry is a break."""
    place = place_of(path.removesuffix("/kind"))
    if place is None or path.endswith("/kind"):
        return place is not None and place.part.path == "work" and place.number is not None and place.kind is None
    return place.kind is not None and (place.kind.form is not Form.LINES or place.line is not None)


def is_of_list(path: str) -> bool:
    """Whether a path names entries or lines that have an order."""
    place = place_of(path)
    if place is None or place.line is not None:
        return False
    return path in LISTS or (place.kind is not None and place.kind.form is Form.LINES)
