"""What a pasted posting is called, by whom and where, as far as its first lines and labels tell."""

import re
from dataclasses import dataclass

from mosaic.lexicon.phrases import occupation_finder
from mosaic.lexicon.store import lexicon

LONGEST = 120
_LABELLED = {
    "role": re.compile(r"^\W*(?:job title|position|role|title|vacancy|post)\s*:\s*(?P<words>\S.{1,118})$", re.IGNORECASE | re.MULTILINE),
    "company": re.compile(r"^\W*(?:company|employer|organi[sz]ation|school|business)\s*:\s*(?P<words>\S.{1,118})$", re.IGNORECASE | re.MULTILINE),
    "location": re.compile(r"^\W*(?:location|place|where|based in|workplace)\s*:\s*(?P<words>\S.{1,118})$", re.IGNORECASE | re.MULTILINE),
}  # fmt: skip
_BETWEEN = re.compile(r"\s+[–—|·-]\s+|\s+at\s+(?=[A-Z])|\s{3,}|\t+")
_LEAD_IN = re.compile(r"^(?:we are hiring|we're hiring|now hiring|hiring|vacancy|job)\W+", re.IGNORECASE)
BEGINNING = 400


@dataclass(frozen=True, slots=True)
class Headline:
    """A posting's role, company and location; what it does not say is empty."""

    role: str = ""
    company: str = ""
    location: str = ""


def headline_of(text: str) -> Headline:
    """Return what a posting is called: by its labels, then by its first line, then by the work it names."""
    labelled = {name: _found(pattern, text) for name, pattern in _LABELLED.items()}
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    parts = [part.strip(" .,") for part in _BETWEEN.split(_LEAD_IN.sub("", first)) if part.strip(" .,")]
    is_title = len(first) <= LONGEST and not first.endswith((".", "!", "?")) and not first.endswith(":")
    parts = parts if is_title else []
    return Headline(
        role=labelled["role"] or next(iter(parts), "") or _named_work(text),
        company=labelled["company"] or (parts[1] if len(parts) > 1 and not labelled["role"] else ""),
        location=labelled["location"] or (parts[2] if len(parts) > 2 and not labelled["role"] else ""),
    )


def _found(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match["words"].strip() if match else ""


def _named_work(text: str) -> str:
    """Return the first kind of work a text begins with, in the words it uses."""
    beginning = text[:BEGINNING]
    mention = next(iter(occupation_finder().find(beginning)), None)
    if mention is None:
        return ""
    words = beginning[mention.start : mention.end]
    return words[:1].upper() + words[1:] if words else lexicon().occupations[mention.id].label
