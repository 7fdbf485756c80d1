"""Taking contact data out of a text that somebody else will read."""

import re

GONE = "[…]"

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
LINK = re.compile(r"\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+/\S+", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\w])\+?\(?\d[\d\s().\-/–]{5,}\d(?!\w)")
YEAR = re.compile(r"(?:19|20)\d\d")
FEWEST_DIGITS = 7


def without_contact(text: str) -> str:
    """Return a text with e-mail addresses, links and telephone numbers left out; dates stay."""
    text = LINK.sub(GONE, EMAIL.sub(GONE, text))
    return NUMBER.sub(lambda found: found[0] if _is_no_phone(found[0]) else GONE, text)


def _is_no_phone(number: str) -> bool:
    """Whether digits are few, or years and months such as 2014 – 2020 and 05/2014 - 2019-12-01."""
    groups = re.findall(r"\d+", number)
    if sum(len(group) for group in groups) < FEWEST_DIGITS:
        return True
    years = [group for group in groups if YEAR.fullmatch(group)]
    rest = [group for group in groups if not YEAR.fullmatch(group)]
    return (
        bool(years)
        and not number.startswith(("+", "(", "0" * 2))
        and all(len(group) <= 2 and int(group) <= 31 for group in rest)
    )
