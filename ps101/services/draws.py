"""What a person can do with the two short extras: choose between weeks, say what they like, take it back."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction

from mosaic.facts import services as facts
from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.models import Evidence, SourceKind
from mosaic.facts.services import Source
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lexicon.store import lexicon
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.asked import Dimension, statements
from ps101.domain.interests import LIKED, clear_letters
from ps101.domain.orders import Took
from ps101.domain.preferences import clear_dimensions, next_pair, weigh
from ps101.models import InterestAnswer, PreferenceChoice


class ChosenOtherwise(Exception):
    """This number was chosen before, and differently, or what was seen is not what is asked now."""


class NotAsked(Exception):
    """Nothing is asked under this number."""


@transaction.atomic
def choose(person: Person, *, number: int, took: Took, left: str = "") -> None:
    """Take one of two weeks, or neither; twice is once. `left` names the week the person saw on the left.

    Raises ChosenOtherwise and NotAsked.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    earlier = queries.preference_choices_of(person).filter(number=number).first()
    if earlier:
        if queries.choice_in(earlier).took is not took or left not in ("", earlier.left):
            raise ChosenOtherwise
        return
    choices = queries.choices_of(person)
    pair = next_pair(choices)
    if pair is None or number != len(choices) + 1:
        raise NotAsked
    if left not in ("", pair.left.id):
        raise ChosenOtherwise
    chosen = {Took.LEFT: pair.left.id, Took.RIGHT: pair.right.id}.get(took, "")
    row = PreferenceChoice.objects.create(
        person=person, number=number, left=pair.left.id, right=pair.right.id, chosen=chosen
    )
    note(person, Happened.PREFERENCE_CHOSEN, row, number=number)
    _keep_values(person)


@transaction.atomic
def unchoose(person: Person) -> None:
    """Take the last choice back."""
    Person.objects.select_for_update().get(pk=person.pk)
    last = queries.preference_choices_of(person).last()
    if last:
        last.delete()
        _keep_values(person)


@transaction.atomic
def forget_choices(person: Person) -> None:
    """Take all choices back, to begin again."""
    Person.objects.select_for_update().get(pk=person.pk)
    queries.preference_choices_of(person).delete()
    _keep_values(person)


@transaction.atomic
def like(person: Person, *, statement: str, liking: int | None) -> None:
    """Say how much one thing is liked, or pass it over; saying it again replaces it. Raises NotAsked."""
    if statement not in statements():
        raise NotAsked
    Person.objects.select_for_update().get(pk=person.pk)
    row, is_new = InterestAnswer.objects.get_or_create(person=person, statement=statement, defaults={"liking": liking})
    if not is_new and row.liking == liking:
        return
    row.liking = liking
    row.save(update_fields=["liking"])
    note(person, Happened.LIKING_TOLD, row)
    _keep_interests(person)


@transaction.atomic
def unlike(person: Person) -> None:
    """Take the last thing said of something to do back."""
    Person.objects.select_for_update().get(pk=person.pk)
    last = queries.interest_answers_of(person).last()
    if last:
        last.delete()
        _keep_interests(person)


@transaction.atomic
def forget_likings(person: Person) -> None:
    """Take all of them back, to begin again."""
    Person.objects.select_for_update().get(pk=person.pk)
    InterestAnswer.objects.filter(person=person).delete()
    _keep_interests(person)


def _keep_values(person: Person) -> None:
    """Let what clearly matters most be known, each by the weeks that were chosen with it at its best."""
    clear = clear_dimensions(weigh(queries.choices_of(person)))
    said = []
    for row in queries.preference_choices_of(person):
        week = queries.choice_in(row).week
        if week:
            said.append((Source(SourceKind.CHOICE, row.pk, week.text), [one for one in clear if one in week.strong]))
    _keep(person, SourceKind.CHOICE, {source: [_value(one, source.text) for one in ids] for source, ids in said})


def _keep_interests(person: Person) -> None:
    """Let the letters that clearly draw somebody be known, each by what they said they like."""
    clear = clear_letters(queries.likings_of(person))
    said: dict[Source, Sequence[Found]] = {}
    for row in queries.interest_answers_of(person):
        asked = statements()[row.statement]
        is_behind = asked.letter in clear and (row.liking or 0) >= LIKED
        said[Source(SourceKind.LIKING, row.pk, asked.text)] = [_interest(asked.letter, asked.text)] if is_behind else []
    _keep(person, SourceKind.LIKING, said)


def _value(dimension: Dimension, text: str) -> Found:
    label = lexicon().values[dimension].label
    return Found(FactKind.VALUE, label, dimension.value, Polarity.WANTS, 0, len(text))


def _interest(letter: str, text: str) -> Found:
    label = lexicon().interests[letter].label
    return Found(FactKind.INTEREST, label, str(letter), Polarity.HAS, 0, len(text))


def _keep(person: Person, kind: SourceKind, said: Mapping[Source, Sequence[Found]]) -> None:
    """Have the facts rest on what is said now. Sources that say what they said before are left alone."""
    before: dict[UUID, set[str]] = {}
    evidence = Evidence.objects.filter(person=person, source_kind=kind)
    for source_id, identity in evidence.values_list("source_id", "fact__identity"):
        before.setdefault(source_id, set()).add(identity)
    now = {source.id: {one.lexicon_id for one in found} for source, found in said.items()}
    gone = [(Source(kind, pk, ""), ()) for pk in before if pk not in now]
    changed = [(source, found) for source, found in said.items() if now[source.id] != before.get(source.id, set())]
    if gone or changed:
        facts.learn_together(person, [*gone, *changed])
