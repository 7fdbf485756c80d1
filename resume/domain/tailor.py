"""A résumé made for one posting: select, order, word. Never a new claim.

Every line of the result is a line of the base or a literal reduction of it, every skill named is one the
person has shown. Same input, same output. What was done is a list of changes that can each be taken back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from mosaic.facts.domain.profile import Profile
from resume.domain.changes import Change, What, apply
from resume.domain.document import Sourced, words_in
from resume.domain.evidence import Evidence, Removed, evidence_of
from resume.domain.guard import Sources, unsupported
from resume.domain.posting import Posting
from resume.domain.removal import taken_away
from resume.domain.tailoring.heads import head_changes
from resume.domain.tailoring.lines import line_changes
from resume.domain.tailoring.sections import section_changes
from resume.domain.tailoring.skills import Highlights, skill_changes

ALGORITHM = "tailor-1"


@dataclass(frozen=True, slots=True)
class Tailored:
    """The result, its base without what was taken away, and how one came from the other."""

    base: Sourced
    result: Sourced
    changes: tuple[Change, ...]
    taken_away: tuple[Change, ...]
    not_evidenced: tuple[str, ...]


def tailor(
    base: Sourced,
    profile: Profile,
    posting: Posting,
    *,
    highlight: Sequence[str] = (),
    removed: Removed = Removed(),  # noqa: B008  # frozen
) -> Tailored:
    """Return a base as a résumé for a posting."""
    gone = taken_away(base, removed)
    clean = apply(base, gone)
    evidence = evidence_of(clean, profile, removed)
    highlights = Highlights.among(highlight, evidence)
    ids = (f"c{number}" for number in count(1))
    proposed = (
        *head_changes(clean, posting, evidence, ids),
        *line_changes(clean, posting, ids),
        *skill_changes(clean, posting, evidence, highlights, ids),
        *section_changes(clean, posting, ids),
    )
    sources = sources_of(clean, profile, evidence)
    changes = tuple(change for change in proposed if not _claims_more(change, sources))
    return Tailored(clean, apply(clean, changes), changes, gone, highlights.not_evidenced)


def sources_of(base: Sourced, profile: Profile, evidence: Mapping[str, Evidence]) -> Sources:
    """Return everything that may be said: the base's words, what the person said, and what it shows."""
    known = (*profile.skills, *profile.licences, *profile.roles, *profile.education, *profile.languages)
    said = [words for one in known for words in (one.label, *one.quotes)]
    return Sources([words for _, words in words_in(base.document)] + said, granted=evidence)


def _claims_more(change: Change, sources: Sources) -> bool:
    """Whether a change would say something that has no source: such a change is not made."""
    written = () if change.what is What.SECTIONS_ORDERED else change.after
    return any(unsupported(words, sources) for words in written)
