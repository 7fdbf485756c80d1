"""Telephone numbers."""

import re
from collections.abc import Iterator

import phonenumbers

from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.model import Field
from mosaic.documents.resume.vocabulary import words_of

_DIGITS = re.compile(r"(?<![\w.,/-])\(?\+?\(?\d(?:(?! [-–] )[\d \u00a0().\-/]){5,18}\d(?![\w@])")
_DATE = re.compile(r"(?:19|20)\d\d\s?[-–/.]\s?(?:(?:19|20)\d\d|\d\d)|\d\d?[./-]\d\d?[./-](?:19|20)\d\d")


def phones_in(line: Line, region: str, *, labelled: bool = False) -> Iterator[Field]:
    """Yield the telephone numbers of a line, in international form where the country is known."""
    text, found = line.text, False
    for match in phonenumbers.PhoneNumberMatcher(text, region.upper() or None, leniency=phonenumbers.Leniency.POSSIBLE):
        if _is_number(text, match.start, match.end):
            found = True
            value = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
            yield Field(value, line.start + match.start, line.start + match.end)
    if found:
        return
    for loose in _DIGITS.finditer(text):
        digits = sum(letter.isdigit() for letter in loose.group())
        if _is_number(text, loose.start(), loose.end()) and (7 if labelled else 9) <= digits <= 15:
            yield Field(" ".join(loose.group().split()), line.start + loose.start(), line.start + loose.end())


def _is_number(text: str, start: int, end: int) -> bool:
    literal = text[start:end]
    before = words_of(text[max(0, start - 14) : start])[-1:]
    is_other = (
        bool(before)
        and before[0]
        in {"nmc", "hcpc", "pin", "no", "nr", "number", "id", "licence", "license", "orcid", "fax", "gmc", "sia", "reg"}
        and "+" not in literal
    )
    return (
        not is_other
        and not _DATE.search(literal)
        and text[max(0, start - 1) : start] not in {"/", "_", "="}
        and sum(c.isdigit() for c in literal) >= 7
    )
