"""What the lexicon is made of. Every entry is immutable and knows its own id."""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

STRICT = ConfigDict(extra="forbid")
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, Field(min_length=1, max_length=80)]
Sentence = Annotated[str, Field(min_length=20, max_length=220, pattern=r"^[^\s].*\.$")]
Transfer = Annotated[float, Field(ge=0.1, le=0.9)]


class Kind(StrEnum):
    """What sort of skill an entry is; `knowledge` is what one knows, `tool` what one handles."""

    HARD = "hard"
    SOFT = "soft"
    TOOL = "tool"
    KNOWLEDGE = "knowledge"


class Interest(StrEnum):
    """Interest letters after Holland (1997), *Making Vocational Choices*."""

    REALISTIC = "R"
    INVESTIGATIVE = "I"
    ARTISTIC = "A"
    SOCIAL = "S"
    ENTERPRISING = "E"
    CONVENTIONAL = "C"


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Skill:
    """Something a person can do, handle or know.

    `related` maps another skill's id to how far having this one counts for it, 0.1 to 0.9.
    `exact` are aliases that count only in this very spelling and case. `codes` are its identifiers in official
    classifications that were loaded.
    """

    id: Slug
    label: Words
    kind: Kind
    field: Slug
    meaning: Sentence
    aliases: tuple[Words, ...] = ()
    exact: tuple[Words, ...] = ()
    parents: tuple[Slug, ...] = ()
    related: dict[Slug, Transfer] = Field(default_factory=dict)
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Occupation:
    """A kind of work. `isco` is the four-digit ISCO-08 unit group; `interests` strongest first."""

    id: Slug
    label: Words
    field: Slug
    meaning: Sentence
    isco: Annotated[str, Field(pattern=r"^\d{4}$")]
    education: Slug
    essential: Annotated[tuple[Slug, ...], Field(min_length=3)]
    interests: Annotated[tuple[Interest, ...], Field(min_length=1, max_length=3)]
    aliases: tuple[Words, ...] = ()
    exact: tuple[Words, ...] = ()
    optional: tuple[Slug, ...] = ()
    values: tuple[Slug, ...] = ()
    licences: tuple[Slug, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Value:
    """Something that matters to people about work, with the words they use for it."""

    id: Slug
    label: Words
    meaning: Sentence
    words: Annotated[tuple[Words, ...], Field(min_length=3)]
    opposed: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Leaning:
    """What an interest letter means, with the words people use for it."""

    id: Interest
    label: Words
    meaning: Sentence
    words: Annotated[tuple[Words, ...], Field(min_length=10)]


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Licence:
    """A licence, registration or certificate that a posting can ask for by name."""

    id: Slug
    label: Words
    field: Slug
    meaning: Sentence
    aliases: tuple[Words, ...] = ()
    exact: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Rung:
    """One rung of a ladder (education, seniority); `rank` grows upwards from 0."""

    id: Slug
    label: Words
    rank: Annotated[int, Field(ge=0)]
    aliases: tuple[Words, ...] = ()
    exact: tuple[Words, ...] = ()
