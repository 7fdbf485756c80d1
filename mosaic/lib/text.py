"""Text as it is stored: composed letters, one kind of line end, no control characters."""

import unicodedata

ALLOWED_CONTROLS = "\n\t"


def normalised(text: str) -> str:
    """Return text in NFC with LF line ends; lengths and limits count this form."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    composed = unicodedata.normalize("NFC", lines)
    return "".join(letter for letter in composed if letter in ALLOWED_CONTROLS or unicodedata.category(letter) != "Cc")
