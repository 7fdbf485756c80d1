"""The form of an export: names, bounds, and the ways in which somebody's archive can be refused."""

import re
from dataclasses import dataclass
from enum import StrEnum

FORMAT, VERSION = "mosaic-export", 1
MAIN, SUMMARY = "mosaic.json", "summary.html"
GONE = "gone"
LOCAL_ID = re.compile(r"^([a-z]+)-([1-9][0-9]{0,6})$", re.ASCII)
# What may stand unsealed in a row: codes, ids and types, never a sentence.
CODE = re.compile(r"^[\w./+:@-]{0,120}\Z", re.ASCII)


class Why(StrEnum):
    """Why an archive is refused."""

    NOT_A_ZIP = "not_a_zip"
    DAMAGED = "damaged"
    LOCKED = "locked"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many_entries"
    EXPANDS = "expands_too_far"
    UNSAFE_NAME = "unsafe_name"
    NO_MANIFEST = "no_manifest"
    NOT_JSON = "not_json"
    OTHER_FORMAT = "other_format"
    MISSING_FILE = "missing_file"
    CHANGED_FILE = "changed_file"
    WRONG_TYPE = "wrong_type"
    UNKNOWN_ID = "unknown_id"
    CONTRADICTS = "contradicts"
    TOO_SLOW = "took_too_long"


class Refused(Exception):
    """An archive that is not taken; says why and, if one place is to blame, where."""

    def __init__(self, why: Why, where: str = "") -> None:
        super().__init__(why.value, where)
        self.why, self.where = why, where


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one archive may cost. `quota` is for the files in it together, in bytes."""

    quota: int
    entries: int = 2_000
    ratio: int = 100
    depth: int = 60
    values: int = 1_000_000

    @property
    def packed(self) -> int:
        """The largest archive: all files stored as they are, and the words beside them."""
        return self.quota + 16 * 1024 * 1024

    @property
    def unpacked(self) -> int:
        """The most an archive may hold: files, words, and the copies for people to read."""
        return 3 * self.quota + 16 * 1024 * 1024


def local_id(kind: str, number: int) -> str:
    """Return the name of a row inside an archive, for instance `fact-17`."""
    return f"{kind}-{number}"


def kind_of(name: str) -> str:
    """Return the kind a local id is of, or "" when it is none."""
    match = LOCAL_ID.match(name)
    return match.group(1) if match else ""


def file_path(folder: str, number: int, filename: str) -> str:
    """Return a path that every system can unpack, with what is left of the person's own name."""
    plain = re.sub(r"[^\w .()-]+", "_", filename).strip(" .")[-100:].lstrip(" .")
    return f"{folder}/{number}-{plain or 'file'}"
