"""What was understood once is shown as its person has it now."""

from typing import Any, cast

import pytest

from mosaic.facts import services as facts
from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.models import Fact
from mosaic.people.models import Person
from ps101.queries import without_removed
from tests.people.people import make_person

pytestmark = pytest.mark.django_db
DOCUMENT = {
    "problem_definition": "I have no evenings left.",
    "secret_powers": [{"label": "I stay calm", "quotes": []}, {"label": "steady in a crisis", "quotes": []}],
}


def powers(person: Person) -> list[str]:
    lines = cast(list[dict[str, Any]], without_removed(person, DOCUMENT)["secret_powers"])
    return [str(line["label"]) for line in lines]


@pytest.fixture
def ana() -> Person:
    person = make_person()
    for line in DOCUMENT["secret_powers"]:
        facts.add(person, kind=FactKind.STRENGTH, label=cast(dict[str, str], line)["label"])
    return person


def named(person: Person, words: str) -> Fact:
    return next(fact for fact in Fact.objects.filter(person=person) if fact.label == words)


def test_a_line_that_stands_is_shown(ana: Person) -> None:
    assert powers(ana) == ["I stay calm", "steady in a crisis"]
    assert without_removed(ana, DOCUMENT)["problem_definition"] == DOCUMENT["problem_definition"]


def test_a_line_in_later_words_is_shown_in_them(ana: Person) -> None:
    facts.edit(ana, named(ana, "I stay calm"), label="cool head")
    assert powers(ana) == ["cool head", "steady in a crisis"]


def test_a_line_that_was_reworded_and_then_removed_is_gone(ana: Person) -> None:
    fact = facts.edit(ana, named(ana, "I stay calm"), label="cool head")
    facts.remove(ana, fact)
    assert powers(ana) == ["steady in a crisis"]
    facts.restore(ana, fact)
    assert powers(ana) == ["cool head", "steady in a crisis"]


def test_a_line_that_was_merged_goes_with_the_whole(ana: Person) -> None:
    whole = facts.merge(ana, named(ana, "I stay calm"), into=named(ana, "steady in a crisis"))
    assert powers(ana) == ["I stay calm", "steady in a crisis"]
    facts.remove(ana, whole)
    assert powers(ana) == []
