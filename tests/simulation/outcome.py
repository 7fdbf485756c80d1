"""What a visit led to: how much was understood, how literally, and which skills stand on the person's words."""

from dataclasses import dataclass

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as read_dataclass

from mosaic.lexicon.loose import skills_said
from mosaic.lexicon.words import keys_of
from tests.simulation.files import Simulated
from tests.simulation.visit import Json, Visit

FIELDS = (
    "problem_definition", "passions", "skills", "secret_powers", "proposed_experiments", "internal_obstacles",
    "external_obstacles", "key_quotes",
)  # fmt: skip
ENOUGH_SKILLS = 3
ALSO_MORE = ConfigDict(extra="ignore")
# Words that make no two skills alike.
FILLERS = frozenset(
    key for word in "with and of the a an to on in for at work working using doing".split() for key in keys_of(word)
)


@read_dataclass(frozen=True, config=ALSO_MORE)
class Evidence:
    """Words a fact stands on."""

    source: str
    quote: str


@read_dataclass(frozen=True, config=ALSO_MORE)
class Fact:
    """A fact as the API shows it."""

    kind: str
    label: str
    lexicon_id: str
    polarity: str
    status: str
    evidence: list[Evidence]


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int
    of: int

    def __str__(self) -> str:
        return f"{self.right}/{self.of}"

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.of + other.of)

    @property
    def is_whole(self) -> bool:
        """Whether none is missing."""
        return self.right == self.of


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one visit: labels of the skills found that are on the person's list, and of all others.

    `wrong` are those of the others that a careful reader has said are not shown; nobody has judged the rest.
    """

    name: str
    is_finished: bool
    minutes: float
    asked: int
    asked_twice: tuple[str, ...]
    empty: tuple[str, ...]
    key_quotes: Share
    fact_quotes: Share
    listed: tuple[str, ...]
    others: tuple[str, ...]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    stuck: str = ""

    @property
    def skills(self) -> int:
        """How many skills stand on literal words."""
        return len(self.listed) + len(self.others)

    @property
    def misses(self) -> list[str]:
        """What did not come out as it is meant to."""
        found = (
            (not self.is_finished, f"did not finish: {self.stuck}"),
            (bool(self.asked_twice), f"asked twice: {', '.join(self.asked_twice)}"),
            (not (self.key_quotes.is_whole and self.fact_quotes.is_whole), "a quote is not literal"),
            (self.is_finished and self.key_quotes.of < 2, "fewer than two key quotes"),
            (self.skills < ENOUGH_SKILLS, f"{self.skills} skills evidenced"),
        )
        return [f"{self.name}: {words}" for is_so, words in found if is_so]


def outcome_of(visit: Visit, *, stuck: str = "") -> Outcome:
    """Ask what was understood and weigh it against what the person said."""
    _, context = visit.ask("GET", "/api/ps101/context", None)
    facts = facts_in(visit.ask("GET", "/wimd/facts", None)[1])
    quotes = TypeAdapter(list[str]).validate_python(context["key_quotes"])
    evidence = [one.quote for fact in facts for one in fact.evidence]
    skills = [fact for fact in facts if is_shown(fact, visit.said)]
    return Outcome(
        name=visit.person.name,
        is_finished=visit.is_finished,
        minutes=visit.minutes,
        asked=len(visit.asked),
        asked_twice=tuple(visit.asked_twice),
        empty=tuple(name for name in FIELDS if not context[name]),
        key_quotes=literal(quotes, visit.said),
        fact_quotes=literal(evidence, visit.said),
        listed=tuple(fact.label for fact in skills if is_listed(fact, visit.person)),
        others=tuple(fact.label for fact in skills if not is_listed(fact, visit.person)),
        missed=tuple(words for words in visit.person.skills if not any(is_named(fact, words) for fact in skills)),
        wrong=tuple(fact.label for fact in skills if fact.label in visit.person.not_shown),
        stuck=stuck,
    )


def facts_in(body: Json) -> list[Fact]:
    """Return the facts of an answer of the API."""
    return TypeAdapter(list[Fact]).validate_python(body["facts"])


def literal(quotes: list[str], said: list[str]) -> Share:
    """Count the quotes that stand letter by letter in what was said."""
    return Share(sum(any(quote in text for text in said) for quote in quotes), len(quotes))


def is_shown(fact: Fact, said: list[str]) -> bool:
    """Whether a fact is a skill the person has, on words they said."""
    is_skill = fact.kind == "skill" and fact.polarity == "has" and fact.status not in ("removed", "unsupported")
    return is_skill and any(one.quote and any(one.quote in text for text in said) for one in fact.evidence)


def is_listed(fact: Fact, person: Simulated) -> bool:
    """Whether a skill is one of those a careful reader named."""
    return fact.label not in person.not_shown and any(is_named(fact, words) for words in person.skills)


def is_named(fact: Fact, words: str) -> bool:
    """Whether words name a skill: as the lexicon takes them, or, where it knows none, by half of the longer name."""
    known = {mention.id for mention in skills_said(words)}
    if known:
        return fact.lexicon_id in known
    ours, theirs = (set(keys_of(one)) - FILLERS for one in (words, fact.label))
    return 2 * len(ours & theirs) >= max(1, len(ours), len(theirs))
