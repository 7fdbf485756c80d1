"""Cutting an answer into sentences while it comes, and finding what it quotes."""

from collections.abc import Iterator

ENDS = ".!?…。！？"
_AFTER_END = "\"”’»)]*_'"
_CLOSERS = {
    "“": '”"',
    "„": '“”"',
    "«": "»",
    "»": "«",
    '"': '"”“',
    "‘": "’",
    "'": "'",
    "‚": "‘’",
    "‹": "›",
    "「": "」",
    "『": "』",
}
_SINGLE = "‘'‚"
LONGEST_QUOTE = 400


def cut(text: str, *, is_whole: bool) -> tuple[list[str], str]:
    """Return the sentences of a text that may go on, and what is left; joined they are the text.

    A sentence ends at a line's end, or where . ! ? stand before a blank and something other than a small letter, and
    no quotation is open. Where that can only be told by what follows, it waits, unless the text is whole.
    """
    found, start = [], 0
    for end in _ends_in(text):
        found.append(text[start:end])
        start = end
    if is_whole and start < len(text):
        found.append(text[start:])
        start = len(text)
    return found, text[start:]


def _ends_in(text: str) -> Iterator[int]:
    closers, opened = "", 0
    for place, letter in enumerate(text):
        if letter == "\n":
            closers = ""
            yield place + 1
        elif closers and place - opened > LONGEST_QUOTE:
            closers = ""
        elif closers:
            if _closes(text, place, closers):
                closers = ""
        else:
            closers, opened = _opens(text, place), place
        if letter.isspace() and letter != "\n" and not closers and _ended_before(text, place):
            yield place + 1


def _ended_before(text: str, place: int) -> bool:
    """Whether a sentence ends before the blank at a place."""
    if place + 1 >= len(text) or text[place + 1].islower() or text[place + 1].isspace():
        return False
    before = text[max(0, place - 12) : place].rstrip(_AFTER_END)
    if before[-1:] not in ENDS or not before:
        return False
    line = text[text.rfind("\n", 0, place) + 1 : place].strip()
    return not (line[:-1].isdigit() and line[-1:] in ".)")


def quotes_in(text: str) -> list[tuple[int, int]]:
    """Return the places of what stands in quotation marks, in order; a mark that never closes reaches to the end."""
    found: list[tuple[int, int]] = []
    closers, opened = "", 0
    for place in range(len(text)):
        if closers:
            if _closes(text, place, closers):
                found.append((opened + 1, place))
                closers = ""
        else:
            closers, opened = _opens(text, place), place
    if closers and text[opened] not in _SINGLE:
        found.append((opened + 1, len(text)))
    return found


def _opens(text: str, place: int) -> str:
    letter = text[place]
    if letter not in _CLOSERS:
        return ""
    if letter in _SINGLE and (text[place - 1 : place].isalnum() or not text[place + 1 : place + 2].isalnum()):
        return ""
    return _CLOSERS[letter]


def _closes(text: str, place: int, closers: str) -> bool:
    letter = text[place]
    return letter in closers and not (letter in "’'" and text[place + 1 : place + 2].isalnum())
