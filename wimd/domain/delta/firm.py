"""Which facts carry a gap. What was said once, in passing or about an idea, is shown as a question and counted for nothing."""

from collections.abc import Iterable
from dataclasses import replace

from mosaic.facts.domain.found import about_role
from mosaic.facts.domain.kinds import FactKind, Polarity
from wimd.domain.delta.lines import of_kind
from wimd.domain.delta.model import Thing

# Sources in which people describe what they have done, and what they said or chose on purpose.
ON_PURPOSE = frozenset(("stated", "choice", "liking", "experience", "upload", "correction"))
SAID = frozenset(("answer", "message"))
# Questions about what is wanted and what counts. Ideas, doubts and plans are told under others.
WANTED_ASKED = frozenset(("", "problem_statement", "miracle", "goals_fit", "best_fit", "combine"))
COUNTS_ASKED = frozenset(("", "goals_fit", "best_fit"))
# Questions about how things are. What could get in the way of an experiment is told under others.
NOW_ASKED = frozenset(
    (
        "", "challenge", "why_problem", "problem_statement", "gap", "situation", "tried", "patterns", "causes",
        "confidence", "self_perception", "external_obstacles",
    )
)  # fmt: skip
# What somebody thinks of themselves, and what they take for granted about what is asked of them.
DOUBT_ASKED = NOW_ASKED | {"beliefs", "internal_obstacles"}
PROOF_ASKED = NOW_ASKED | {"assumptions"}
# What is heavy about it is answered here, so a sentence here weighs double.
HEAVY_ASKED = frozenset(("why_problem", "problem_statement"))


def roles_held(things: Iterable[Thing]) -> tuple[tuple[Thing, ...], tuple[Thing, ...]]:
    """Return the kinds of work somebody surely does or did, and those they named once without more."""
    known = tuple(things)
    lasting = {one.lexicon_id for one in known if one.kind is FactKind.EXPERIENCE}
    roles = of_kind(known, Polarity.HAS, FactKind.ROLE)
    firm = tuple(one for one in roles if _is_held(one, lasting))
    return firm, tuple(one for one in roles if one not in firm)


def plain(things: Iterable[Thing], asked: frozenset[str] = WANTED_ASKED) -> tuple[Thing, ...]:
    """Return the facts that were said on purpose or under some questions, each with those of its words alone."""
    return tuple(found for one in things if (found := _plain(one, asked)))


def _is_held(role: Thing, lasting: set[str]) -> bool:
    is_told = role.is_confirmed or any(one.source in ON_PURPOSE for one in role.said)
    return is_told or len(role.said) > 1 or about_role(role.lexicon_id) in lasting


def _plain(thing: Thing, asked: frozenset[str]) -> Thing | None:
    said = tuple(one for one in thing.said if one.source in ON_PURPOSE or (one.source in SAID and one.asked in asked))
    if not said and not thing.is_confirmed:
        return None
    return replace(thing, said=said or thing.said)
