"""A posting's words as they are read: what was copied along is blanked out, and lines a narrow screen broke are joined.

Both keep every letter in its place, so whatever is found in the cleared words can be quoted from the original.
"""

import re
from collections.abc import Iterator

_ELSEWHERE = re.compile(
    r"^\W*(?:you (?:may|might) also (?:like|be interested in)|(?:similar|related|other|more|recommended|latest|featured) (?:jobs|roles|vacancies|positions|opportunities|openings)\b.*|people also (?:viewed|searched)|recommended for you|jobs you may like|set (?:up )?(?:an? )?(?:job )?alert.*)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_CLUTTER = re.compile(
    r"^(?=.*\b(?:cookies?|our (?:\d+ )?partners|your privacy|privacy (?:policy|settings|notice)|accept all|manage (?:options|preferences)|your choices)\b)(?!.*\b(?:you will|experience|baker|bake|responsib\w+)\b).{1,300}$",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_ITEM = re.compile(r"\s*(?:[-–—*•▪◦‣·★✓✔►>+]|\(?[a-z0-9]{1,3}[.)])\s|.*\t")
NARROW = 0.3
FEWEST_LINES = 6


def cleared(text: str) -> str:
    """Return the words of a posting alone, each letter in its place."""
    return joined(_without_clutter(text))


def joined(text: str) -> str:
    """Return a text whose broken lines go on: only where many lines begin in the middle of a sentence."""
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    broken = [line for line in filled if line[:1].islower()]
    if len(filled) < FEWEST_LINES or len(broken) < NARROW * len(filled):
        return text
    widths = list(_widths(lines))
    ends = [
        " " if _goes_on(one, other, width) else "\n"
        for one, other, width in zip(lines, lines[1:], widths, strict=False)
    ]
    return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def _widths(lines: list[str]) -> Iterator[int]:
    """Yield for each line the width of its paragraph."""
    widest: list[int] = []
    for line in lines:
        widest.append(
            max(len(line), widest[-1] if widest and widest[-1] and line.strip() else 0) if line.strip() else 0
        )
    for place in range(len(lines) - 2, -1, -1):
        if widest[place] and widest[place + 1]:
            widest[place] = max(widest[place], widest[place + 1])
    yield from widest


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line was broken: it ends in the middle of something, or the next word had no room in it."""
    if not line.strip() or not following.strip() or _ITEM.match(following):
        return False
    is_open = line.count("(") > line.count(")") or line.rstrip().endswith((",", " a", " the", " of", " and", " our"))
    is_full = len(line) + 1 + len(following.split(maxsplit=1)[0]) > width and not line.rstrip().endswith(
        (".", "!", "?", ":")
    )
    return (
        is_open
        or is_full
        or ((following[:1].islower() or following[:1].isdigit()) and not line.rstrip().endswith((".", "!", "?", ":")))
    )


def _without_clutter(text: str) -> str:
    elsewhere = _ELSEWHERE.search(text)
    if elsewhere and elsewhere.start() > len(text) // 4:
        text = text[: elsewhere.start()] + _blank(text[elsewhere.start() :])
    text = (
        _QUOTED.sub(lambda match: " " * len(match.group()), text) if text.count("\n>") > 3 and "\n>>" in text else text
    )
    return _CLUTTER.sub(lambda match: _blank(match.group()), text)


def _blank(words: str) -> str:
    return re.sub(r"[^\n]", " ", words)
