"""Answering an open question of a posting: what somebody says there is a fact like any other."""

from django.utils.translation import gettext as _

from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.models import Fact
from mosaic.facts.services import add
from mosaic.lexicon.store import lexicon
from mosaic.people.models import Person
from opportunity_bridge.domain.languages import language_codes
from opportunity_bridge.domain.requirements import Kind, Requirement

KINDS = {
    Kind.SKILL: FactKind.SKILL,
    Kind.LICENCE: FactKind.LICENCE,
    Kind.EDUCATION: FactKind.EDUCATION,
    Kind.LANGUAGE: FactKind.LANGUAGE,
}


def tell(person: Person, *, requirement: Requirement) -> Fact | None:
    """Note that somebody says they have what a posting asks for; None for what cannot be told like this."""
    kind = KINDS.get(requirement.kind)
    if kind is None:
        return None
    told = requirement.ids[0]
    return add(person, kind=kind, label=_label(requirement.kind, told, requirement.level), lexicon_id=told)


def _label(kind: Kind, told: str, level: str) -> str:
    entries = lexicon()
    match kind:
        case Kind.SKILL:
            return entries.skills[told].label
        case Kind.LICENCE:
            return entries.licences[told].label
        case Kind.EDUCATION:
            return entries.education[told].label
        case _:
            name = language_codes()[told][0]
            return _("%(language)s %(level)s") % {"language": name, "level": level} if level else name
