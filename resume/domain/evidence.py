"""Which skills and licences a person has, and the words that show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from mosaic.facts.domain.profile import Known, Profile
from mosaic.lexicon.store import lexicon
from resume.domain.coverage import named_in
from resume.domain.document import Source, Sourced, words_in


@dataclass(frozen=True, slots=True)
class Evidence:
    """A skill or licence a person has: what they said of it, and where."""

    lexicon_id: str
    own_words: str
    source: Source


@dataclass(frozen=True, slots=True)
class Removed:
    """What a person took away: ids of facts, and the skills and licences these named."""

    fact_ids: frozenset[str] = frozenset()
    lexicon_ids: frozenset[str] = frozenset()
    upload_ids: frozenset[str] = frozenset()
    experience_ids: frozenset[str] = frozenset()

    def touches(self, source: Source) -> bool:
        """Whether words come from something that was taken away."""
        is_gone = source.fact_id in self.fact_ids or source.upload_id in self.upload_ids
        return is_gone or source.experience_id in self.experience_ids


def evidence_of(base: Sourced, profile: Profile, removed: Removed) -> Mapping[str, Evidence]:
    """Return evidence by lexicon id: facts first, then what the résumé itself says."""
    found: dict[str, Evidence] = {}
    for known in (*profile.skills, *profile.licences):
        if known.lexicon_id and known.lexicon_id not in found:
            found[known.lexicon_id] = _of_fact(known)
    for pointer, words in words_in(base.document):
        for lexicon_id in named_in(words):
            if lexicon_id not in found and lexicon_id not in removed.lexicon_ids:
                own = base.sources_at(pointer)
                found[lexicon_id] = Evidence(lexicon_id, words, own[0] if own else Source(words))
    return found


def resolve(words: str) -> str:
    """Return the id of the skill or licence a phrase names as a whole, or ""."""
    named = named_in(words)
    return named[0] if len(named) == 1 else ""


def label_of(lexicon_id: str) -> str:
    """Return the lexicon's name of a skill or licence."""
    entry = lexicon().skills.get(lexicon_id) or lexicon().licences.get(lexicon_id)
    return entry.label if entry else lexicon_id


def _of_fact(known: Known) -> Evidence:
    quote = known.quotes[0] if known.quotes else known.label
    return Evidence(known.lexicon_id, " ".join((known.label, *known.quotes)), Source(quote, fact_id=str(known.fact_id)))
