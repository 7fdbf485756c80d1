"""What the two short extras show: what is asked, and a picture of what was said."""

from dataclasses import dataclass

from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.queries import standing_facts_of
from mosaic.lexicon.entries import Interest
from mosaic.lexicon.store import lexicon
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain import interests, preferences
from ps101.domain.asked import statements
from ps101.domain.orders import FIRST
from ps101.domain.preferences import Weight
from ps101.pages.journeys import Shown
from ps101.words import liking_words

# The heaviest weight that is reckoned with is just below 50 of 100, so half of everything fills the picture.
FULL = 50


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the picture, in percent of its width, with what it stands on."""

    label: str
    value: int | None
    low: int
    high: int
    width: float
    start: float
    reach: float
    is_kept: bool
    quotes: tuple[str, ...]
    answers: int = 0


def what_matters(person: Person) -> Shown:
    """Return the two weeks to choose between, or what the choices say."""
    choices = queries.choices_of(person)
    weighing, pair = preferences.weigh(choices), preferences.next_pair(choices)
    chosen, kept = queries.weeks_chosen(choices), _kept(person, FactKind.VALUE)
    bars = [
        _bar(one, (chosen[one.dimension].text,) if one.dimension in chosen else (), is_kept=one.dimension in kept)
        for one in weighing.weights
    ]
    return {
        "pair": pair,
        "number": len(choices) + 1,
        "count": len(choices),
        "most": preferences.MOST,
        "minutes": _whole(weighing.minutes),
        "weighing": weighing,
        "first": bars[:FIRST],
        "rest": bars[FIRST:],
        "bars": bars,
    }


def what_draws(person: Person) -> Shown:
    """Return one thing to do, or what the likings say."""
    likings, kept = queries.likings_of(person), _kept(person, FactKind.INTEREST)
    asked = interests.next_statement(likings)
    return {
        "asked": asked,
        "number": len(likings) + 1,
        "count": len(likings),
        "most": len(statements()),
        "minutes": _whole(interests.minutes_left(likings)),
        "likings": [(value, liking_words(value)) for value in range(interests.LOWEST, interests.HIGHEST + 1)],
        "is_told": any(likings.values()),
        "bars": [_line(one, likings, is_kept=one.letter in kept) for one in interests.draws(likings)],
    }


def _kept(person: Person, kind: FactKind) -> set[str]:
    """Return what counts, by its id in the lexicon."""
    return set(standing_facts_of(person, kind).values_list("lexicon_id", flat=True))


def _bar(one: Weight, quotes: tuple[str, ...], *, is_kept: bool) -> Bar:
    part = 100 / FULL
    low, high = one.low * part, one.high * part
    return Bar(
        lexicon().values[one.dimension].label, round(one.weight), round(one.low), round(one.high),
        round(one.weight * part, 1), round(low, 1), round(high - low, 1), one.is_clear and is_kept, quotes,
    )  # fmt: skip


def _line(one: interests.Draw, likings: interests.Likings, *, is_kept: bool) -> Bar:
    width = one.score or 0
    return Bar(
        lexicon().interests[one.letter].label, one.score, one.low, one.high,
        width, one.low, one.high - one.low, one.is_clear and is_kept, _liked(one.letter, likings), one.answers,
    )  # fmt: skip


def _liked(letter: Interest, likings: interests.Likings) -> tuple[str, ...]:
    asked = statements()
    return tuple(
        asked[key].text
        for key, liking in likings.items()
        if asked[key].letter is letter and (liking or 0) >= interests.LIKED
    )


def _whole(minutes: float) -> int:
    return max(1, round(minutes))
