"""Headline and summary for a posting: a title the person held, their own sentences, skills they have shown."""

from collections.abc import Iterator, Mapping

from mosaic.lexicon.phrases import occupation_finder
from mosaic.lexicon.sentences import sentences_of
from resume.domain.changes import Asked, Change, Operation, What
from resume.domain.coverage import Hit, hits, score
from resume.domain.document import Item, Sourced, basics_of, items_of
from resume.domain.evidence import Evidence
from resume.domain.pointers import join
from resume.domain.posting import Posting, Requirement
from resume.domain.wording import capitalised, decapitalised, phrase_for

LONG_SUMMARY = 4
SKILLS_IN_SUMMARY = 3
LEAST_SKILLS = 2
ROLE = "role"


def head_changes(base: Sourced, posting: Posting, evidence: Mapping[str, Evidence], ids: Iterator[str]) -> list[Change]:
    """Return the changes to what stands on top."""
    summary = basics_of(base.document).text("summary")
    made = _shortened(base, summary, posting, ids) if summary else _composed(base, posting, evidence, ids)
    return [change for change in (_headline(base, posting, ids), made) if change]


def _headline(base: Sourced, posting: Posting, ids: Iterator[str]) -> Change | None:
    """Put the title on top that the person held and the posting names."""
    wanted = _occupations(posting.role)
    label = basics_of(base.document).text("label")
    if not wanted or wanted & _occupations(label):
        return None
    for item in items_of(base.document, "work"):
        title = item.text("position")
        if wanted & _occupations(title):
            return Change(
                id=next(ids),
                what=What.HEADLINE,
                operation=Operation.SET,
                pointer="/basics/label",
                value=title,
                before=(label,) if label else (),
                after=(title,),
                requirement=Asked(ROLE, posting.role),
                sources=base.sources_at(join(item.pointer, "position")),
            )
    return None


def _occupations(text: str) -> set[str]:
    return {mention.id for mention in occupation_finder().find(text)}


def _shortened(base: Sourced, summary: str, posting: Posting, ids: Iterator[str]) -> Change | None:
    """Keep of a long summary its first sentence and those that answer the posting."""
    sentences = [summary[span.start : span.end] for span in sentences_of(summary)]
    if len(sentences) < LONG_SUMMARY:
        return None
    found = [hits(sentence, posting.requirements) for sentence in sentences]
    kept = [place for place in range(len(sentences)) if place == 0 or score(found[place]) > 0]
    if len(kept) == len(sentences) or len(kept) == 1:
        return None
    shorter = " ".join(sentences[place] for place in kept)
    best = max((hit for place in kept for hit in found[place]), key=_worth)
    return Change(
        id=next(ids),
        what=What.SUMMARY_SHORTENED,
        operation=Operation.SET,
        pointer="/basics/summary",
        value=shorter,
        before=(summary,),
        after=(shorter,),
        requirement=Asked(best.requirement.id, best.requirement.quote),
        sources=base.sources_at("/basics/summary"),
    )


def _worth(hit: Hit) -> float:
    return hit.strength * hit.requirement.weight


def _composed(base: Sourced, posting: Posting, evidence: Mapping[str, Evidence], ids: Iterator[str]) -> Change | None:
    """Make a summary out of a title held and skills shown, when there is none."""
    shown = list(_shown_skills(posting, evidence))[:SKILLS_IN_SUMMARY]
    if len(shown) < LEAST_SKILLS:
        return None
    held = [item for item in items_of(base.document, "work") if _is_a_job(item)]
    names = [phrase_for(one.lexicon_id, asked.quote, one.own_words) for asked, one in shown]
    first, *rest = names
    listed = ", ".join([capitalised(first), *(decapitalised(name) for name in rest)]) + "."
    summary = f"{held[0].text('position').rstrip('.')}. {listed}" if held else listed
    own = base.sources_at(join(held[0].pointer, "position")) if held else ()
    return Change(
        id=next(ids),
        what=What.SUMMARY_MADE,
        operation=Operation.SET,
        pointer="/basics/summary",
        value=summary,
        after=(summary,),
        requirement=Asked(shown[0][0].id, shown[0][0].quote),
        sources=(*(one.source for _, one in shown), *own),
    )


def _is_a_job(item: Item) -> bool:
    """Whether an entry's title is one to stand on top: a break at home has a title too, and no employer."""
    title = item.text("position")
    return bool(title and (item.text("name") or _occupations(title)))


def _shown_skills(posting: Posting, evidence: Mapping[str, Evidence]) -> Iterator[tuple[Requirement, Evidence]]:
    """Yield the skills asked for that the person has, what must be had first, each once."""
    seen: set[str] = set()
    for requirement in sorted(posting.requirements, key=lambda one: -one.weight):
        for lexicon_id in requirement.lexicon_ids:
            if lexicon_id in evidence and lexicon_id not in seen:
                seen.add(lexicon_id)
                yield requirement, evidence[lexicon_id]
