"""The skills section: what the posting asks for and the person has shown, first and in the posting's words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mosaic.lexicon.entries import Kind
from mosaic.lexicon.store import lexicon
from resume.domain.changes import Asked, Change, Operation, What
from resume.domain.document import Sourced, items_of
from resume.domain.evidence import Evidence, label_of, resolve
from resume.domain.pointers import join
from resume.domain.posting import Posting, Requirement
from resume.domain.tailoring.skill_order import Named, listed_skills, order_changes, recognised
from resume.domain.wording import in_style, phrase_for, same_words

MOST_ADDED = 8
HIGHLIGHT = "highlight"


@dataclass(frozen=True, slots=True)
class Highlights:
    """The skills somebody wants in front, those among them that are shown, and those that are not."""

    lexicon_ids: tuple[str, ...] = ()
    not_evidenced: tuple[str, ...] = ()

    @classmethod
    def among(cls, wanted: Sequence[str], evidence: Mapping[str, Evidence]) -> "Highlights":
        """Sort the wanted names by whether anything shows them."""
        named = {name: resolve(name) for name in wanted if name.strip()}
        return cls(
            tuple(dict.fromkeys(found for found in named.values() if found in evidence)),
            tuple(name for name, found in named.items() if found not in evidence),
        )


def skill_changes(
    base: Sourced, posting: Posting, evidence: Mapping[str, Evidence], highlights: Highlights, ids: Iterator[str]
) -> list[Change]:
    """Return the changes to skills and certificates."""
    asked = _asked_skills(posting, highlights)
    listed = recognised(listed_skills(base), [one for one in asked if one in evidence])
    changes: list[Change] = []
    added: dict[str, str] = {}
    for lexicon_id, requirement in asked.items():
        standing = next((one for one in listed if lexicon_id in one.lexicon_ids), None)
        if lexicon_id not in evidence:
            continue
        if standing:
            changes += _worded(standing, evidence[lexicon_id], requirement, listed, ids)
        elif len(added) < MOST_ADDED:
            changes.append(_added(base, evidence[lexicon_id], requirement, listed, ids))
            added[changes[-1].id] = lexicon_id
    return changes + list(order_changes(base, listed, asked, [(one, added.get(one.id, "")) for one in changes], ids))


def _asked_skills(posting: Posting, highlights: Highlights) -> dict[str, Requirement]:
    """Return what is asked for by id, what somebody wants in front first, then what must be had."""
    wanted = {one: Requirement(HIGHLIGHT, HIGHLIGHT, True, (one,), label_of(one)) for one in highlights.lexicon_ids}
    by_weight = sorted(posting.requirements, key=lambda one: -one.weight)
    asked = {lexicon_id: one for one in reversed(by_weight) for lexicon_id in one.lexicon_ids}
    ordered = {lexicon_id: asked[lexicon_id] for one in by_weight for lexicon_id in one.lexicon_ids}
    return {one: ordered.get(one, wanted[one]) for one in wanted} | {
        one: requirement for one, requirement in ordered.items() if one not in wanted
    }


def _worded(
    standing: Named, shown: Evidence, requirement: Requirement, listed: Sequence[Named], ids: Iterator[str]
) -> Iterator[Change]:
    """Name a skill as the posting does, when its own line names just this one and nothing more is claimed."""
    skill = lexicon().skills.get(shown.lexicon_id)
    others = [one.words for one in listed if one != standing]
    phrase = in_style(phrase_for(shown.lexicon_id, requirement.quote, f"{standing.words} {shown.own_words}"), others)
    # The name of a tool says more than what it is used for: Excel stays Excel.
    is_open = skill is not None and skill.kind is not Kind.TOOL and not set(skill.exact) & {standing.words}
    if not is_open or standing.lexicon_ids != (shown.lexicon_id,) or not standing.pointer.startswith("/skills"):
        return
    # The lexicon's label alone is no reason to change somebody's words.
    if same_words(phrase, standing.words) or phrase.casefold() not in requirement.quote.casefold():
        return
    yield Change(
        id=next(ids),
        what=What.SKILL_WORDED,
        operation=Operation.SET,
        pointer=standing.pointer,
        value=phrase,
        before=(standing.words,),
        after=(phrase,),
        requirement=Asked(requirement.id, requirement.quote),
        sources=(shown.source,),
    )


def _added(
    base: Sourced, shown: Evidence, requirement: Requirement, listed: Sequence[Named], ids: Iterator[str]
) -> Change:
    """Add a skill that the person has shown elsewhere."""
    is_licence = shown.lexicon_id in lexicon().licences
    phrase = in_style(phrase_for(shown.lexicon_id, requirement.quote, shown.own_words), [one.words for one in listed])
    value, pointer = _place_for(base, phrase) if not is_licence else ({"name": phrase}, "/certificates")
    return Change(
        id=next(ids),
        what=What.CERTIFICATE_ADDED if is_licence else What.SKILL_ADDED,
        operation=Operation.ADD,
        pointer=pointer,
        value=value,
        after=(phrase,),
        requirement=Asked(requirement.id, requirement.quote),
        sources=(shown.source,),
    )


def _place_for(base: Sourced, phrase: str) -> tuple[object, str]:
    """Return how a skill is added: as one more keyword of the only group, or as an item of its own."""
    groups = items_of(base.document, "skills")
    if len(groups) == 1 and groups[0].texts("keywords"):
        return phrase, join(groups[0].pointer, "keywords")
    return {"name": phrase}, "/skills"
