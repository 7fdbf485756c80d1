"""Finds known addresses, numbers and links again, however they are spelled."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

import phonenumbers

from mosaic.ai.domain.masking.plain import TAKEN, Plain, folded
from mosaic.ai.domain.masking.spans import Found, Kind

_FEWEST_DIGITS = 6
_FEWEST_SIGNS = 5
_LATE = 9
_WIDEST_GAP = 8
_BEFORE_NUMBER = re.compile(r"(?:\(?(?:\+|00)[ ]?[0-9]{1,3}[ .\-/()]{0,3})?(?:\(?0\)?[ .\-/()]{0,2})?\(?$")
_SCHEME = re.compile(r"^(?:[a-z]{3,6}://)?(?:www\.)?")


def kind_of(contact: str) -> Kind:
    """Return what a contact is."""
    plain = folded(Plain(contact).plain).strip()
    digits = sum(letter.isdigit() for letter in plain)
    letters = sum(letter.isalpha() for letter in plain)
    if "@" in plain and "." in plain.rpartition("@")[2] and " " not in plain:
        return Kind.EMAIL
    if plain.startswith("@") or (" " not in plain and letters > digits and re.search(r"[./]", plain)):
        return Kind.LINK
    if digits >= _FEWEST_DIGITS and letters <= 3:
        return Kind.PHONE
    return Kind.ADDRESS


def key_of(kind: Kind, text: str) -> str:
    """Return the same for all spellings of one thing."""
    plain = folded(Plain(text).plain).strip()
    if kind is Kind.PHONE:
        digits = re.sub(r"[^0-9]", "", plain)
        return digits[-_LATE:] if len(digits) >= _FEWEST_DIGITS else squeezed(plain)
    if kind is Kind.LINK:
        return squeezed(_SCHEME.sub("", plain.removeprefix("mailto:")))
    return squeezed(_written_out(plain) if kind is Kind.EMAIL else plain) or plain


def _written_out(mail: str) -> str:
    """Return a spelled e-mail address with its signs."""
    mail = re.sub(r"[\W_]{1,3}(?:at|arroba|chiocciola)[\W_]{1,3}", "@", mail)
    return re.sub(r"[\W_]{1,3}(?:dot|punkt|punto|point|ponto|punt)[\W_]{1,3}", ".", mail)


def squeezed(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(letter for letter in text if letter.isalnum())


class KnownContacts:
    """Contacts that are known."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[Kind, str], str] = {}
        self._keys: dict[str, tuple[Kind, str]] = {}
        self._numbers: dict[str, str] = {}
        self._literally: dict[str, tuple[Kind, str]] = {}

    def learn(self, contact: str, kind: Kind) -> None:
        """Look out for a contact from now on."""
        key = key_of(kind, contact)
        self._by_key[kind, key] = contact
        literal = folded(Plain(contact).plain).strip()
        if len(literal) >= _FEWEST_SIGNS:
            self._literally.setdefault(literal, (kind, key))
        for spelling in _spellings(kind, contact):
            if len(spelling) >= _FEWEST_SIGNS:
                self._keys.setdefault(spelling, (kind, key))
        if kind is Kind.PHONE:
            number = significant(contact)
            if len(number) >= _FEWEST_DIGITS:
                self._numbers.setdefault(number, key)

    def found_in(self, view: Plain) -> Iterator[Found]:
        """Yield where the contacts stand."""
        for literal, (kind, key) in self._literally.items():
            for match in re.finditer(re.escape(literal), view.folded):
                yield Found(match.start(), match.end(), kind, key)
        stream = _Stream(view.folded)
        for spelling, (kind, key) in self._keys.items():
            yield from (Found(*span, kind, key) for span in stream.spans_of(spelling))
        if self._numbers:
            digits = _Stream(view.folded, digits=True)
            for number, key in self._numbers.items():
                for start, end in digits.spans_of(number):
                    before = _BEFORE_NUMBER.search(view.folded, max(0, start - 14), start)
                    yield Found(before.start() if before else start, end, Kind.PHONE, key)


def significant(phone: str) -> str:
    """Return the digits that a number has in every spelling: without country code and leading zero."""
    plain = folded(Plain(phone).plain).strip()
    digits = re.sub(r"[^0-9]", "", plain.replace("(0)", ""))
    if plain.startswith(("+", "00")):
        try:
            return str(phonenumbers.parse("+" + digits.removeprefix("00")).national_number)
        except phonenumbers.NumberParseException:
            return digits[-_LATE:]
    return digits.lstrip("0")


def _spellings(kind: Kind, contact: str) -> Iterator[str]:
    """Yield the squeezed spellings of a contact."""
    plain = folded(Plain(contact).plain).strip()
    if kind is Kind.EMAIL:
        local, _, domain = _written_out(plain).partition("@")
        yield squeezed(plain)
        yield squeezed(f"{local}at{domain.replace('.', 'dot')}")
        yield squeezed(f"{local}at{domain}")
        yield squeezed(f"{local.replace('.', 'dot')}at{domain.replace('.', 'dot')}")
    elif kind is Kind.LINK:
        yield squeezed(plain)
        yield squeezed(_SCHEME.sub("", plain))
    else:
        yield squeezed(plain)
        street = squeezed(plain.partition(",")[0])
        if kind is Kind.ADDRESS and any(letter.isdigit() for letter in street) and len(street) > 6:
            yield street


class _Stream:
    """The letters and digits of a text in a row, each with its place."""

    def __init__(self, text: str, *, digits: bool = False) -> None:
        self._text = text
        self._digits = digits
        wanted = _is_digit if digits else str.isalnum
        self._places = [place for place, letter in enumerate(text) if wanted(letter)]
        self._letters = "".join(text[place] for place in self._places)
        # How many gaps up to a letter are too wide for one thing; asked about often, so counted once.
        self._breaks = [0, *accumulate(self._parts(before, after) for before, after in pairwise(self._places))]

    def spans_of(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Yield where letters stand in a row with nothing but signs between them."""
        position = self._letters.find(wanted)
        while position >= 0:
            last = position + len(wanted) - 1
            is_one = self._is_one(position, last)
            if is_one:
                yield self._places[position], self._places[last] + 1
            position = self._letters.find(wanted, last + 1 if is_one else position + 1)

    def _parts(self, before: int, after: int) -> bool:
        between = self._text[before + 1 : after]
        if len(between) > _WIDEST_GAP or TAKEN in between:
            return True
        return self._digits and any(letter.isalpha() for letter in between)

    def _is_one(self, first: int, last: int) -> bool:
        """Whether the signs between are few; with signs between, it begins and ends with a whole word or number."""
        if self._breaks[first] != self._breaks[last]:
            return False
        start, end = self._places[first], self._places[last] + 1
        is_joined = _is_alnum(self._text, start - 1) or _is_alnum(self._text, end)
        return self._digits or end - start == last - first + 1 or not is_joined


def _is_digit(letter: str) -> bool:
    return "0" <= letter <= "9"


def _is_alnum(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place].isalnum()
