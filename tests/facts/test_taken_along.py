"""What was taken out stays out where an archive is taken in: the same file read there brings nothing back."""

import json
import zipfile
from pathlib import Path
from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from mosaic.facts import services
from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.models import Fact, SourceKind
from mosaic.facts.queries import facts_of, profile_of, standing_facts_of
from mosaic.facts.services import Source
from mosaic.people.archive.reading import take_in
from mosaic.people.domain.archive import Refused
from mosaic.people.models import Person
from mosaic.people.services import begin
from tests.people.people import make_person

pytestmark = pytest.mark.django_db
WORDS = ("I stay calm.", "People say I am steady.", "I like nights.")


def told(person: Person, words: str) -> None:
    source = Source(SourceKind.ANSWER, uuid4(), words)
    services.learn(person, source, [Found(FactKind.STRENGTH, words, "", Polarity.HAS, 0, len(words))])


def named(person: Person, label: str) -> Fact:
    return next(fact for fact in facts_of(person) if fact.label == label)


def archive_of(token: str, path: Path) -> Path:
    answer = APIClient().get("/session/export", headers={"X-Session-ID": token})
    path.write_bytes(b"".join(answer.streaming_content))  # type: ignore[attr-defined]  # it is streamed
    return path


def labels(person: Person) -> set[str]:
    return {fact.label for fact in standing_facts_of(person)}


def test_what_is_out_stays_out_and_what_is_one_stays_one(tmp_path: Path) -> None:
    opened = begin()
    ana = opened.session.person
    for words in WORDS:
        told(ana, words)
    services.merge(ana, named(ana, WORDS[0]), into=named(ana, WORDS[1]))
    services.remove(ana, services.edit(ana, named(ana, WORDS[1]), label="cool head"))
    services.edit(ana, named(ana, WORDS[2]), label="the night is mine")
    hours = services.add(ana, kind=FactKind.HOURS, label="at most 30 hours a week", polarity=Polarity.WANTS)
    services.edit(ana, hours, label="at most 20 hours a week")
    bo = make_person()
    take_in(bo, archive_of(opened.token, tmp_path / "a.zip"))
    assert labels(bo) == {"the night is mine", "at most 20 hours a week"}
    for words in WORDS:
        told(bo, words)
    assert labels(bo) == {"the night is mine", "at most 20 hours a week"}
    assert [known.amount for known in profile_of(bo).hours] == [20]
    services.restore(bo, named(bo, "cool head"))
    services.split(bo, named(bo, WORDS[0]))
    assert labels(bo) == {"the night is mine", "at most 20 hours a week", "cool head", WORDS[0]}


@pytest.mark.parametrize("into", ["fact-1", "fact-2", None], ids=str)
def test_facts_merged_in_a_circle_or_into_nothing_are_refused(tmp_path: Path, into: str | None) -> None:
    opened = begin()
    for words in WORDS:
        told(opened.session.person, words)
    path = archive_of(opened.token, tmp_path / "a.zip")
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    document = json.loads(entries["mosaic.json"])
    for fact, other in zip(document["facts"][:2], (into, "fact-1"), strict=True):
        fact["status"], fact["merged_into"] = "merged", other
    entries["mosaic.json"] = json.dumps(document).encode()
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    bo = make_person()
    with pytest.raises(Refused):
        take_in(bo, tmp_path / "b.zip")
    assert not facts_of(bo).exists()
