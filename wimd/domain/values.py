"""What a person may write into a field of a résumé, tidied as the reader tidies what it reads."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Never

from mosaic.documents.resume.date_atoms import Habits, atoms_in
from mosaic.documents.resume.vocabulary import flat
from mosaic.lib.text import normalised
from wimd.domain.parts import Form

LONGEST_LINE, LONGEST_TEXT = 400, 8_000
# Bullets are written as one line here, however long they are on paper.
LONGEST_BULLET = 2_000
_ISO = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_WEB = re.compile(r"https?://[^\s/?#<>\"'\\]+\.[^\s/?#<>\"'\\]+(?:[/?#][^\s<>\"\\]*)?", re.IGNORECASE)
_BULLETS = " \t•▪◦‣·–—-*"


class Why(StrEnum):
    """Why a change cannot be made."""

    UNKNOWN_PATH = "unknown_path"
    WRONG_TYPE = "wrong_type"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    DATE = "date"
    EMAIL = "email"
    URL = "url"
    COUNTRY = "country"
    NOTHING = "nothing"


class Unusable(Exception):
    """A change that cannot be made, at its path."""

    def __init__(self, path: str, why: Why) -> None:
        super().__init__(why.value)
        self.path, self.why = path, why


def tidied(form: Form, typed: str, path: str) -> str:
    """Return a value as it is kept, "" for nothing. Raises Unusable."""
    if any("\ud800" <= letter <= "\udfff" for letter in typed):
        raise Unusable(path, Why.WRONG_TYPE)
    text = normalised(typed).strip()
    if form is not Form.TEXT:
        text = " ".join(text.split())
    longest = {Form.TEXT: LONGEST_TEXT, Form.LINES: LONGEST_BULLET}.get(form, LONGEST_LINE)
    if len(text) > longest:
        raise Unusable(path, Why.TOO_LONG)
    return _READERS.get(form, _as_typed)(text, path) if text else ""


def _as_typed(text: str, path: str) -> str:
    return text


def _bullet(text: str, path: str) -> str:
    return text.lstrip(_BULLETS)


def _mail(text: str, path: str) -> str:
    return text if _MAIL.fullmatch(text) else _refuse(path, Why.EMAIL)


def _country(text: str, path: str) -> str:
    return text.upper() if re.fullmatch("[A-Za-z]{2}", text) else _refuse(path, Why.COUNTRY)


def _refuse(path: str, why: Why) -> Never:
    raise Unusable(path, why)


def _date(text: str, path: str) -> str:
    """Read a date as exact as it was typed: 2018, 2018-03, 03/2018, March 2018."""
    found = text if _ISO.fullmatch(text) else _written(text)
    if len(found) == len("2018-03-01") and not _is_day(found):
        found = ""
    return found or _refuse(path, Why.DATE)


def _written(text: str) -> str:
    if not re.search(r"\d{4}", text):
        return ""
    line = flat(text)
    # A year in four digits needs no today to be understood.
    atoms = atoms_in(line, Habits(date.max, iso_months=True))
    whole = [atom.value for atom in atoms if (atom.start, atom.end) == (0, len(line))]
    return whole[0] if whole and _ISO.fullmatch(whole[0]) else ""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _address(text: str, path: str) -> str:
    """Return a whole address of the web; other schemes lead nowhere a résumé would."""
    whole = text if "://" in text or ":" in text.partition("/")[0] else f"https://{text}"
    return whole if _WEB.fullmatch(whole) else _refuse(path, Why.URL)


_READERS: Mapping[Form, Callable[[str, str], str]] = {
    Form.DATE: _date,
    Form.EMAIL: _mail,
    Form.URL: _address,
    Form.COUNTRY: _country,
    Form.LINES: _bullet,
}
