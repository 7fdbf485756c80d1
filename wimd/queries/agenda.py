"""What of the agenda is known about a person."""

from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.queries import profile_of, standing_facts_of
from mosaic.people.models import Person
from wimd.domain.agenda import Known


def known_of(person: Person) -> Known:
    """Return how much is known for each item; what rests on nearness in meaning alone is not known yet."""
    profile = profile_of(person)
    kinds = [
        FactKind(kind)
        for kind in standing_facts_of(person, FactKind.OBSTACLE, FactKind.NETWORK, FactKind.RUNWAY).values_list(
            "kind", flat=True
        )
    ]
    return Known(
        values=len(profile.values),
        goals=len(profile.goals) + len(profile.roles_wanted),
        skills=len(profile.skills),
        challenges=kinds.count(FactKind.OBSTACLE),
        place=len(profile.location) + len(profile.home),
        pay=len(profile.pay),
        hours=len(profile.hours) + len(profile.hours_avoided),
        permission=len(profile.permission) + len(profile.permission_lacked),
        people=kinds.count(FactKind.NETWORK),
        time_and_money=kinds.count(FactKind.RUNWAY),
    )
