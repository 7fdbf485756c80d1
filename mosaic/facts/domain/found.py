"""What a reader hands on: one thing a text says about its writer, with the place of its words."""

from dataclasses import dataclass

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.kinds import FactKind, How, Polarity
from mosaic.lexicon.claims import Stance

LONGEST_LABEL = 120
SKILL, ROLE = "skill", "role"
# What a stance towards something named makes of it; what others do is no fact of the writer.
POLARITIES = {
    Stance.HAS: Polarity.HAS,
    Stance.WANTS: Polarity.WANTS,
    Stance.LACKS: Polarity.LACKS,
    Stance.AVOIDS: Polarity.AVOIDS,
}


@dataclass(frozen=True, slots=True)
class Found:
    """One thing a text says about its writer; the quote is `text[start:end]`.

    `amount` counts years of experience, hours a week, minutes or miles of travel, or money. `until` is the calendar
    year in which something was last done, 0 when the words do not say; `has_result` says that they name a result.
    """

    kind: FactKind
    label: str
    lexicon_id: str
    polarity: Polarity
    start: int
    end: int
    aspect: str = ""
    amount: float = 0
    how: How | None = None
    until: int = 0
    has_result: bool = False


def about_skill(skill: str) -> str:
    """Return the lexicon id of a fact about a skill that is not the having of it; nothing for nothing.

    A plain id would make people's interests and dislikes look like skills to whoever looks ids up.
    """
    return f"{SKILL}:{skill}" if skill else ""


def about_role(role: str) -> str:
    """Return the lexicon id of a fact about an occupation that is not the holding of it."""
    return f"{ROLE}:{role}" if role else ""


def found_in(
    clause: Clause,
    kind: FactKind,
    label: str,
    polarity: Polarity,
    *,
    lexicon_id: str = "",
    aspect: str = "",
    amount: float = 0,
    until: int = 0,
) -> Found:
    """Return a finding that quotes the sentence of its clause."""
    return Found(
        kind, label_of(label), lexicon_id, polarity, clause.start, clause.end, aspect, amount, until=until
    )  # fmt: skip


def label_of(words: str) -> str:
    """Return words as a label: one line without its full stop, cut at a word when it is long."""
    label = " ".join(words.split()).strip(" .,;:!-–—")
    return label if len(label) <= LONGEST_LABEL else label[:LONGEST_LABEL].rsplit(" ", 1)[0] + " …"
