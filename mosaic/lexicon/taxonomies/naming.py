"""Names: whose they are, which may count as evidence, and what an entry is said to mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from mosaic.lexicon.entries import Kind, Occupation, Skill
from mosaic.lexicon.taxonomies.official import LONGEST_NAME, Official, TaxonomyError, What
from mosaic.lexicon.words import keys_of, tokens_of

MOST_NAMES = 500_000
_BRACKET = re.compile(r"\s*\([^)]*\)\s*$")
_ODD_CASE = re.compile(r".[A-Z0-9#+]|[.#+]")
_SENTENCE = re.compile(r"(.+?[.])(?=\s|$)", re.DOTALL)

Keys = tuple[str, ...]


@dataclass(slots=True)
class Names:
    """Which entry each name belongs to, of one kind of entry."""

    owners: dict[Keys, str] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)

    def take(self, name: str, owner: str) -> bool:
        """Give a name to an entry; False when it has one already."""
        if len(self.owners) > MOST_NAMES:
            raise TaxonomyError(f"These files hold more than {MOST_NAMES:,} names; they are not the official ones.")
        return self.owners.setdefault(keys_of(name), owner) == owner

    def owner(self, name: str) -> str:
        """Return whose name it is, also without the bracket behind it: “Java (computer programming)”."""
        for form in (name, _BRACKET.sub("", name)):
            found = self.letters.get(form) or self.owners.get(keys_of(form))
            if found:
                return found
        return ""


def names_of(entries: Iterable[Skill] | Iterable[Occupation]) -> Names:
    """Return the names that some entries have."""
    names = Names()
    for entry in entries:
        for name in (entry.label, *entry.aliases):
            names.owners.setdefault(keys_of(name), entry.id)
        for name in entry.exact:
            names.letters.setdefault(name, entry.id)
    return names


def codes_of(concept: Official) -> tuple[str, ...]:
    """Return the identifier of a concept, when it has one."""
    return (concept.code,) if concept.code else ()


def stands_alone(name: str) -> bool:
    """Whether a name counts wherever it is written: two words or more, not “host” or “logic”."""
    return len(keys_of(name)) >= 2 and len(name) <= LONGEST_NAME


def is_odd(name: str) -> bool:
    """Whether a single word is known by its letters alone: KDevelop, SQL, ASP.NET."""
    return len(name) > 2 and len(list(tokens_of(name))) == 1 and _ODD_CASE.search(name) is not None


def meaning_of(concept: Official, source: str) -> str:
    """Return the first sentence of the official description, or where the name comes from."""
    first = _SENTENCE.match(" ".join(concept.description.split()))
    if first and 20 <= len(first.group(1)) <= 220:
        return first.group(1)
    what = "kind of work" if concept.what is What.OCCUPATION else "tool" if concept.kind is Kind.TOOL else "skill"
    return f"A {what} that the classification {source.upper()} names."
