"""Words before a colon that say what follows: "Position: …", "Arbeitgeber: …"."""

import re
from functools import cache

from mosaic.documents.resume.vocabulary import by_phrase, words_of

_LABEL = re.compile(r"\s*([^:\t|]{2,64}?)\s*(?::|\t|[ \u00a0]{2,})\s*(?=\S|$)")


@cache
def _labels() -> dict[tuple[str, ...], str]:
    return dict(by_phrase("titles", "labels"))


def label_named(text: str) -> str:
    """Return the label that a text is: "employer" for "Company"."""
    return _labels().get(words_of(text), "")


def label_of(text: str) -> tuple[str, int]:
    """Return the label a line begins with ("title", "employer", "body", …) and where what it names begins."""
    match = _LABEL.match(text)
    if match and (key := _labels().get(words_of(match[1]))):
        return key, match.end()
    return "", 0
