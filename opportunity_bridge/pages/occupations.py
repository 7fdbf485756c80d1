"""What the page of kinds of work shows."""

from mosaic.facts.queries import profile_of
from mosaic.lexicon.store import lexicon
from mosaic.people.models import Person
from opportunity_bridge import words
from opportunity_bridge.domain.occupations import Gain, Reachable, reachable
from opportunity_bridge.domain.requirements import Kind

Shown = dict[str, object]
MOST_CHIPS = 5
GAP = 0.4
REMOTES = ("onsite", "hybrid", "remote")
CONDITIONS = (Kind.HOURS, Kind.PLACE)


def occupations(person: Person) -> Shown:
    """Return kinds of work within reach."""
    profile = profile_of(person)
    return {"occupations": [kind_of_work(one) for one in reachable(profile)], "is_empty": profile.is_empty}


def kind_of_work(found: Reachable) -> Shown:
    """Return one kind of work with what carries over and by which words."""
    entries = lexicon()
    occupation = entries.occupations[found.id]
    return {
        "id": found.id,
        "label": occupation.label,
        "meaning": occupation.meaning,
        "score": found.score,
        "band": words.label_words(found.label),
        "isco": occupation.isco,
        "gains": [_gain(one) for one in found.gains],
        "carries": [
            {
                "label": entries.skills[one.skill].label,
                "points": one.credit.amount // 10,
                "quote": next(iter(one.credit.fact.quotes), one.credit.fact.label),
                "is_whole": one.credit.amount >= 950,
            }
            for one in found.carries
        ],
        "missing": [entries.skills[one].label for one in found.missing],
        "licences": [entries.licences[one].label for one in found.licences],
        "first_test": words.test_words(found),
        "query": occupation.label,
    }


def _gain(gain: Gain) -> Shown:
    """Return one aspect's points with the words each of them stands on; what rounds to nothing is left out."""
    return {
        "label": words.aspect_words(gain.aspect),
        "points": gain.points,
        "weight": gain.weight,
        "edges": [
            {
                "label": words.target_words(gain.aspect, edge.target),
                "quote": next(iter(edge.fact.quotes), edge.fact.label),
                "points": edge.points,
            }
            for edge in gain.edges
            if edge.points
        ],
    }
