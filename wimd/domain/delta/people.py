"""The people somebody named: who they are in a word or two, for a small test that begins with one of them."""

import re
from collections.abc import Iterable

from mosaic.facts.domain.kinds import FactKind, Polarity
from wimd.domain.delta.lines import in_order, of_kind
from wimd.domain.delta.model import Thing

# Where people are asked for, and where things are, among which a person may stand.
PEOPLE_ASKED = ("support_people", "")
_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Miss|Sister|Uncle|Aunt|Auntie)\.? )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?")
_NOT_A_NAME = re.compile(
    r"(?:I|I’m|I'm|The|A|An|My|Our|His|Her|Their|To|Then|That|This|And|But|First|People|Nobody|Some\w*|Old|One|Two|Three|No|Yes)\b"
)
_ALONE = re.compile(r"^(?P<name>[a-zà-þ][\w’'-]+)(?= - | – |, |: )")
_POSSESSIVE = re.compile(r"[’']s$")


def people_of(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Return what was said about people who could help, what was asked for first."""
    return in_order(of_kind(things, Polarity.HAS, FactKind.NETWORK), PEOPLE_ASKED)


def named_in(thing: Thing) -> str:
    """Return the first person somebody named, “Ngozi” or “Mr Okafor”; "" when only a relation was named."""
    for match in _NAME.finditer(thing.label):
        name = _POSSESSIVE.sub("", match.group())
        if not _NOT_A_NAME.match(name):
            return name
    alone = _ALONE.match(thing.label)
    return alone["name"] if alone else ""


def somebody_in(things: Iterable[Thing]) -> tuple[str, str]:
    """Return the first person who has a name, with the words about them; ("", "") for none."""
    for thing in people_of(things):
        if thing.asked in PEOPLE_ASKED and (name := named_in(thing)):
            return name, next(iter(thing.quotes), thing.label)
    return "", ""
