"""What repeats at the top and bottom of pages: kept once, page numbers not at all."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mosaic.documents.lines import Line

ZONE = 0.11
PLACE = 6.0
_NUMBER = re.compile(r"\b\d{1,3}\b")
_PAGE_NUMBER = re.compile(
    r"[\s\-–—|·•]*(?:(?:page|seite|página|pagina|strona|sida|side|pág\.|pag\.|pg\.?|p\.|s\.)\s*)?\d{1,3}"
    r"(?:\s*(?:/|of|von|de|di|van|z|av|sur|\|)\s*\d{1,3})?[\s\-–—|·•]*",
    re.IGNORECASE,
)


# A line that counts pages says nothing else worth keeping: “Curriculum Vitae – Ada Berg – page 1 of 2”.
_COUNTS_PAGES = re.compile(
    r"\b(?:page|seite|página|pagina|strona|sida|pág\.|pag\.|pg\.)\s*(?:\d{1,3})?\s*(?:(?:/|of|von|de|di|van|z|av|sur)\s*\d{0,3})?\s*$",
    re.IGNORECASE,
)


def counts_pages(text: str) -> bool:
    """Whether a line of a header or footer is there to count pages, and holds no way to reach anybody."""
    return bool(_COUNTS_PAGES.search(text) or _PAGE_NUMBER.fullmatch(text)) and "@" not in text


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page by leaf, in reading order."""

    number: int
    height: float
    leaves: Sequence[Sequence[Line]]


def without_margins(pages: Sequence[Page]) -> list[Page]:
    """Drop page numbers, and running titles on every page but the first that has them."""
    counts = Counter(key for page in pages for key in {_key(line, page.number) for line in _marginal(page)})
    seen: set[tuple[str, int]] = set()
    result = []
    for page in pages:
        dropped = set()
        for line in _marginal(page):
            key = _key(line, page.number)
            if _PAGE_NUMBER.fullmatch(line.text) or (counts[key] > 1 and key in seen):
                dropped.add(id(line))
            seen.add(key)
        result.append(
            replace(page, leaves=[[line for line in leaf if id(line) not in dropped] for leaf in page.leaves])
        )
    return result


def _marginal(page: Page) -> list[Line]:
    zone = page.height * ZONE
    return [line for leaf in page.leaves for line in leaf if line.base < zone or line.base > page.height - zone]


def _key(line: Line, page: int) -> tuple[str, int]:
    """Return what makes a line the same on every page: its place and its words, but for the number of the page."""
    return _NUMBER.sub(lambda match: "#" if int(match[0]) == page else match[0], line.text), round(line.base / PLACE)
